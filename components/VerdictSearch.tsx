import type { Signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Fairness } from '../src/engine/check/model.ts';
import type { VerdictData } from '../src/site/verdict/verdict-data.ts';
import type { Wish } from '../src/site/verdict/wish.ts';
import VerdictStepper from './VerdictStepper.tsx';

interface Props {
	page: VerdictData;
	wish: Signal<Wish>;
	/** How far the search is; null while there is none. */
	progress: string | null;
	problem: string | null;
	/** Whether what is shown is what the reader searched. */
	isOwn: boolean;
	search: () => void;
	stop: () => void;
	back: () => void;
}

const fairnesses: readonly Fairness[] = ['none', 'weak', 'strong'];

/** What the reader can turn, the search, and how far it is. Labels are written by the style, see `said`. */
export default function VerdictSearch({ page, wish, progress, problem, isOwn, search, stop, back }: Props) {
	const { rules, threads, fairness } = wish.value;
	const isBusy = progress !== null;
	// Without scripts the controls could do nothing, and what is folded away need not be there.
	const [isOpen, setOpen] = useState(false);
	return (
		<details class="verdict-search needs-scripts" onToggle={(event) => setOpen(event.currentTarget.open)}>
			<summary class="said" aria-label="Search it yourself" />
			{isOpen && (
				<>
					{' '}
					<div class="verdict-controls">
						{page.threads.map(({ key }) => (
							<VerdictStepper
								key={key}
								label={key}
								value={threads[key] ?? 0}
								max={page.threadsMax}
								turn={(value) => {
									wish.value = { ...wish.value, threads: { ...threads, [key]: value } };
								}}
							/>
						))}
						{page.rules.map(({ key, label, choices }) => (
							<Choice
								key={key}
								label={label}
								choices={choices}
								value={rules[key] ?? ''}
								choose={(choice) => {
									wish.value = { ...wish.value, rules: { ...rules, [key]: choice } };
								}}
							/>
						))}
						<Choice
							label="fairness"
							choices={fairnesses}
							value={fairness}
							choose={(choice) => {
								wish.value = { ...wish.value, fairness: choice as Fairness };
							}}
						/>
					</div>
					<div class="verdict-go">
						<button class="button verdict-start" type="button" onClick={isBusy ? stop : search}>
							{isBusy ? 'Stop' : 'Search'}
						</button>
						<button class="button" type="button" disabled={!isOwn || isBusy} onClick={back}>
							As on the page
						</button>
						<Progress words={progress} page={page} />
					</div>
					<p class="problem" role="status">
						{problem}
					</p>
				</>
			)}
		</details>
	);
}

/** While nothing is searched, where a search would end. */
function Progress({ words, page: { statesMax, megabytes } }: { words: string | null; page: VerdictData }) {
	if (words === null) {
		return (
			<p class="verdict-progress">
				At most {statesMax.toLocaleString('en-US')} states, some {megabytes} MB; two or three times that while they are
				judged.
			</p>
		);
	}
	return (
		<p class="verdict-progress">
			<progress aria-label="Search" />
			{words}
		</p>
	);
}

interface ChoiceProps {
	label: string;
	choices: readonly string[];
	value: string;
	choose: (choice: string) => void;
}

function Choice({ label, choices, value, choose }: ChoiceProps) {
	return (
		<label class="verdict-choice">
			{label}
			<select value={value} onChange={(event) => choose(event.currentTarget.value)}>
				{choices.map((choice) => (
					<option key={choice} selected={choice === value}>
						{choice}
					</option>
				))}
			</select>
		</label>
	);
}
