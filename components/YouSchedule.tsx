import '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Turn } from '../src/experiment/turn.ts';
import { announce } from '../src/site/passage/announce.ts';
import { chosen } from '../src/site/passage/by-choice.ts';
import { type Passage, passage } from '../src/site/passage/passage.ts';
import { turnPassage } from '../src/site/passage/turn-passage.ts';
import { turnWords } from '../src/site/passage/turn-words.ts';
import type { Play } from '../src/site/schedule/play.ts';
import type { ScheduleData } from '../src/site/schedule/schedule-data.ts';
import type { ThreadView } from '../src/site/schedule/view.ts';
import LassoSteps from './LassoSteps.tsx';
import ThreadMark from './ThreadMark.tsx';
import YouScheduleLanes from './YouScheduleLanes.tsx';
import YouScheduleSteps from './YouScheduleSteps.tsx';
import YouScheduleTool from './YouScheduleTool.tsx';

interface Props {
	experiment: string;
	/** The choice in which the page starts. */
	start: string;
	/** `ScheduleData` as JSON, which Astro would otherwise wrap piece by piece. */
	data: string;
	/** The legend, which stands below the lanes. */
	children?: ComponentChildren;
}

/** The reader picks who runs next. What it shows first came with the page; the engine is loaded with the first step. */
export default function YouSchedule({ experiment, start, data, children }: Props) {
	const here = passage(experiment, start);
	const { turn, start: starts, searched } = useMemo(() => JSON.parse(data) as ScheduleData, [data]);
	const { loaded, problem, act } = useGame(here, { turn, searched });
	const view = loaded?.play.view.value ?? chosen(starts, here.choice.value);
	const told = chosen(searched, here.choice.value);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the keys are a short cut to the buttons within.
		<div class="schedule" onKeyDown={keysOf(act, view.threads.length)}>
			<RuleLine here={here} turn={turn} />
			<YouScheduleLanes view={view} />
			{children}
			<div class="schedule-now">
				<p role="status">
					{problem} {loaded?.play.said.value} {view.outcome}
				</p>
				<ul class="schedule-queues">
					{view.queues.map((sentence) => (
						<li key={sentence}>{sentence}</li>
					))}
				</ul>
			</div>
			<ol class="schedule-threads" aria-label="Who runs next">
				{view.threads.map((thread, number) => (
					<li key={thread.name}>
						<ThreadButton
							thread={thread}
							number={number}
							choose={(chosenThread) => act(({ choose }) => choose(chosenThread))}
						/>
					</li>
				))}
			</ol>
			<div class="schedule-tools needs-scripts">
				<YouScheduleTool label="Undo" press={() => act(({ back }) => back())} keys="Backspace Z" />
				<YouScheduleTool label="Start over" press={() => act(({ reset }) => reset())} />
				<YouScheduleTool label="Shortest way" press={() => act(({ ask }) => ask())} />
			</div>
			{loaded !== null && <loaded.Way play={loaded.play} />}
			<YouScheduleSteps view={view} />
			<details class="steps">
				<summary>What a search of all orders says of the victim (it tells the way)</summary>
				<p>
					<strong class="verdict-word">{told.verdict}</strong> {told.sentence}. {told.explored} {told.fairness}
				</p>
				{told.stem.length > 0 && <LassoSteps told={told} />}
			</details>
		</div>
	);
}

/** Does something to the game as soon as it is there. */
type Act = (change: (play: Play) => void) => void;

interface Loaded {
	readonly play: Play;
	/** Shows the shortest way once it was asked for. */
	readonly Way: ComponentType<{ play: Play }>;
}

/** Loads what plays the game when it is first asked for something. */
function useGame(here: Passage, { turn, searched }: Pick<ScheduleData, 'turn' | 'searched'>) {
	const [loaded, setLoaded] = useState<Loaded | null>(null);
	const [problem, setProblem] = useState('');
	const loading = useRef<Promise<Loaded> | null>(null);
	useLayoutEffect(() => loaded?.play.leave, [loaded]);
	const load = async (): Promise<Loaded> => {
		const modules = [import('../src/site/schedule/play.ts'), import('./YouScheduleWay.tsx')] as const;
		const [{ playOf }, { default: Way }] = await Promise.all(modules);
		const made = { play: playOf(here, turn, searched), Way };
		setLoaded(made);
		return made;
	};
	const act: Act = (change) => {
		loading.current ??= load();
		loading.current
			.then(({ play }) => change(play))
			.catch(() => {
				loading.current = null;
				setProblem('The game could not be loaded; reload the page and try again.');
			});
	};
	return { loaded, problem, act };
}

/** By which rule it is played; with scripts, the same switch as in the sentence. */
function RuleLine({ here, turn: { key, choices } }: { here: Passage; turn: Turn }) {
	const words = turnWords[key];
	const name = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
	const turn = (choice: string) => {
		if (choice === here.wanted) return;
		turnPassage(here, choice, (problem) => announce(problem ?? `${name} ${choice}. All of this passage follows.`));
	};
	return (
		<div class="schedule-rule">
			<span>
				{name} <strong>{here.choice.value}</strong>
			</span>
			{/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would stand in its frame. */}
			<span class="schedule-choices needs-scripts" role="group" aria-label={`Turn the ${words} of this passage`}>
				{choices.map((choice) => (
					<button
						key={choice}
						class="button said-button"
						type="button"
						aria-label={choice}
						aria-pressed={choice === here.choice.value}
						onClick={() => turn(choice)}
					/>
				))}
			</span>
		</div>
	);
}

interface ThreadButtonProps {
	thread: ThreadView;
	number: number;
	choose: (thread: number) => void;
}

/** A thread, and what it does if it is let run. One that cannot stays where it is, can be reached, and says why. */
function ThreadButton({ thread: { name, canRun, words, place, code }, number, choose }: ThreadButtonProps) {
	return (
		<button
			class="schedule-thread"
			type="button"
			aria-disabled={!canRun}
			aria-keyshortcuts={String(number + 1)}
			data-key={number + 1}
			onClick={() => choose(number)}
		>
			<span class="schedule-who">
				<span aria-hidden="true">
					<ThreadMark name={name} />
				</span>{' '}
				<strong>{name}</strong>
			</span>{' '}
			<span class="schedule-words">
				{canRun ? '' : 'cannot run: '}
				{words}
			</span>{' '}
			<span class="schedule-place">{place}</span> <code class="schedule-code">{code}</code>
		</button>
	);
}

/** The keys of a game: a thread's number lets it run, Backspace or Z takes a step back. */
function keysOf(act: Act, threads: number) {
	return (event: KeyboardEvent) => {
		if (event.altKey || event.ctrlKey || event.metaKey) return;
		const number = Number(event.key);
		if (number >= 1 && number <= threads) act(({ choose }) => choose(number - 1));
		else if (event.key === 'Backspace' || event.key.toLowerCase() === 'z') act(({ back }) => back());
		else return;
		event.preventDefault();
	};
}
