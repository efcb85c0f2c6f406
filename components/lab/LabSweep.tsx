import { useSignal } from '@preact/signals';
import { checkValue } from '../../src/experiment/check-value.ts';
import { keyByName, keys } from '../../src/experiment/keys.ts';
import { canonicalText, type Recipe } from '../../src/experiment/recipe.ts';
import { BrokenOff } from '../../src/site/lab/job-in-worker.ts';
import type { Laboratory } from '../../src/site/lab/laboratory.ts';
import { SWEEP_VALUES_MAX, sweepValues, sweptValues } from '../../src/site/lab/sweep-values.ts';
import type { Swept } from './LabSweepChart.tsx';
import { later } from './later.tsx';

const LabSweepChart = later(() => import('./LabSweepChart.tsx'));

/** Seeds a value, unless the reader says otherwise: enough for an interval. */
const SEEDS = '5';

/** One knob of a recipe, value by value, each with an interval over several seeds. */
export default function LabSweep({ lab }: { lab: Laboratory }) {
	const name = useSignal('lockers');
	const key = keyByName.get(name.value);
	const recipe = lab.readings.a.value?.recipe ?? null;
	const offered = key === undefined || recipe === null ? '' : offeredFor(lab, recipe, name.value);
	/** Null as long as it is what is offered. */
	const typed = useSignal<string | null>(null);
	const seeds = useSignal(SEEDS);
	const progress = useSignal<{ done: number; of: number } | null>(null);
	const problem = useSignal<string | null>(null);
	const swept = useSignal<Swept | null>(null);
	const controller = useSignal<AbortController | null>(null);
	const text = typed.value ?? offered;

	const sweep = async () => {
		if (key === undefined || recipe === null) return;
		const values = sweptValues(text, key);
		problem.value = problemOf(lab, name.value, values, seeds.value);
		if (problem.value !== null) return;
		controller.value = new AbortController();
		const recipes = [recipe, lab.readings.b.value?.recipe ?? null].filter((each) => each !== null);
		const lines: Swept['lines'][number][] = [];
		try {
			for (const [index, each] of recipes.entries()) {
				const points = await lab.sweeper.ask(
					'sweep',
					{ recipe: { ...each, seeds: Number(seeds.value) }, key: name.value, values },
					{
						signal: controller.value.signal,
						onProgress: (done, of) => {
							progress.value = { done: index * of + done, of: recipes.length * of };
						},
					},
				);
				lines.push({ name: recipes.length > 1 ? ('AB'[index] ?? '') : '', points });
			}
			swept.value = { key: name.value, seeds: Number(seeds.value), lines, recipes };
		} catch (error) {
			if (!(error instanceof BrokenOff)) problem.value = (error as Error).message;
		} finally {
			progress.value = null;
			controller.value = null;
		}
	};

	const isBusy = controller.value !== null;
	return (
		<>
			<div class="lab-go">
				<label>
					Knob{' '}
					<select
						value={name.value}
						onChange={({ currentTarget }) => {
							name.value = currentTarget.value;
							typed.value = null;
						}}
					>
						{keys
							.filter(({ kind, name: each }) => kind !== 'diff' && each !== 'seed' && each !== 'seeds')
							.map(({ name: each, meaning }) => (
								<option key={each} value={each} selected={each === name.value}>
									{each}: {meaning}
								</option>
							))}
					</select>
				</label>
				<label class="lab-values">
					Values{' '}
					<input
						type="text"
						value={text}
						onInput={({ currentTarget }) => {
							typed.value = currentTarget.value;
						}}
					/>
				</label>
				<label>
					Seeds for each{' '}
					<input
						type="number"
						min="2"
						max="100"
						value={seeds.value}
						onInput={({ currentTarget }) => {
							seeds.value = currentTarget.value;
						}}
					/>
				</label>
				<button
					class="button"
					type="button"
					disabled={recipe === null}
					onClick={isBusy ? () => controller.value?.abort() : sweep}
				>
					{isBusy ? 'Stop the sweep' : 'Sweep'}
				</button>
				<p class="lab-progress" role="status">
					{isBusy && (
						<>
							<progress aria-label="Sweep" max={progress.value?.of ?? 1} value={progress.value?.done ?? 0} />{' '}
							{progress.value === null ? 'begins' : `${progress.value.done} of ${progress.value.of} runs`}
						</>
					)}
				</p>
			</div>
			{key?.kind === 'time' && (
				<p class="lab-note">
					Times are in ns: <code>20000</code> for always, <code>exponential:MEAN</code>, or <code>uniform:FROM:TO</code>
					.
				</p>
			)}
			<p class="problem" role="status">
				{problem.value}
			</p>
			{swept.value !== null && !isOf(swept.value.recipes, lab) && (
				<p class="lab-note">
					The knobs were turned since: this is of the recipe as it was. Sweep again for what stands there now.
				</p>
			)}
			{swept.value !== null && <LabSweepChart swept={swept.value} />}
		</>
	);
}

/** Whether these are the recipes that stand there now. */
function isOf(recipes: readonly Recipe[], { readings }: Laboratory): boolean {
	const now = [readings.a.value?.recipe, readings.b.value?.recipe].filter((each) => each != null);
	return now.map(canonicalText).join() === recipes.map(canonicalText).join();
}

function offeredFor({ choices }: Laboratory, recipe: Recipe, name: string): string {
	const key = keyByName.get(name);
	return key === undefined ? '' : sweepValues(key, recipe[name as keyof Recipe], choices.eras);
}

function problemOf(
	{ choices }: Laboratory,
	name: string,
	values: readonly (string | number)[],
	seeds: string,
): string | null {
	const key = keyByName.get(name);
	if (key === undefined) return `there is no knob '${name}'`;
	if (values.length < 2 || values.length > SWEEP_VALUES_MAX) {
		return `found ${values.length} values, expected 2 to ${SWEEP_VALUES_MAX} with commas between them`;
	}
	const count = Number(seeds);
	if (!Number.isInteger(count) || count < 2 || count > 100) return `found '${seeds}' seeds, expected 2 to 100`;
	for (const value of values) {
		const { allowed } = checkValue(key, value, (kind) => choices.eras[kind]);
		if (allowed !== null) return `found '${value}' among the values, expected ${allowed}`;
	}
	return null;
}
