import { useMemo } from 'preact/hooks';
import type { Fairness } from '../../src/engine/check/model.ts';
import { schedulerWords } from '../../src/experiment/scheduler-words.ts';
import type { Laboratory, Shown } from '../../src/site/lab/laboratory.ts';
import { QUICK_STATES, searchName } from '../../src/site/lab/searches.ts';
import { STATES_MAX } from '../../src/site/verdict/search-request.ts';
import { later } from './later.tsx';

const LabProperties = later(() => import('./LabProperties.tsx'));

/** What a search of all orders says of both recipes, property by property. */
export default function LabVerdicts({ lab, shown }: { lab: Laboratory; shown: Shown }) {
	const { searches, fairness } = lab;
	const recipes = [shown.a.result.recipe, ...(shown.b === null ? [] : [shown.b.result.recipe])];
	const found = recipes.map((recipe) => searches.found.value.get(searchName(recipe, fairness.value)) ?? null);
	const isCut = found.some((each) => each === null || (!each.complete && each.states < STATES_MAX));
	// A search of another recipe leaves what was found of these as it is.
	const properties = useMemo(
		() => found.some((each) => each !== null) && <LabProperties found={found} />,
		[found.length, ...found],
	);
	return (
		<figure class="lab-verdicts">
			<p class="figure-title">In every order: can somebody wait for ever?</p>
			<Searching lab={lab} isCut={isCut} />
			{properties}
		</figure>
	);
}

/** What is asked, and how far the search is. By itself, so that progress draws nothing else anew. */
function Searching({ lab, isCut }: { lab: Laboratory; isCut: boolean }) {
	const { searches, fairness, isSearching } = lab;
	const progress = searches.progress.value;
	const search = () => void lab.search(isSearching.value ? STATES_MAX : QUICK_STATES);
	return (
		<>
			<div class="lab-go">
				<label>
					Of the scheduler,{' '}
					<select
						value={fairness.value}
						onChange={({ currentTarget }) => {
							fairness.value = currentTarget.value as Fairness;
						}}
					>
						{Object.entries(schedulerWords).map(([name, words]) => (
							<option key={name} value={name} selected={name === fairness.value}>
								{name}: {words}
							</option>
						))}
					</select>
				</label>
				<button
					class="button lab-search"
					type="button"
					disabled={progress === null && !isCut}
					onClick={progress === null ? search : searches.stop}
				>
					{progress !== null ? 'Stop the search' : isSearching.value ? 'Search on' : 'Search all orders'}
				</button>
				<p class="lab-progress" role="status">
					{progress !== null && <progress aria-label="Search" />} {progress}
				</p>
			</div>
			<p class="problem" role="status">
				{searches.problem.value}
			</p>
		</>
	);
}
