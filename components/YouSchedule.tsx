import '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { Turn } from '../src/experiment/turn.ts';
import { announce } from '../src/site/passage/announce.ts';
import { chosen } from '../src/site/passage/by-choice.ts';
import { type Passage, passage } from '../src/site/passage/passage.ts';
import { turnWords } from '../src/site/passage/turn-words.ts';
import { type Play, playOf } from '../src/site/schedule/play.ts';
import type { ScheduleData } from '../src/site/schedule/schedule-data.ts';
import type { ThreadView } from '../src/site/schedule/view.ts';
import { nextSteps, walkWords } from '../src/site/schedule/walk.ts';
import LassoSteps from './LassoSteps.tsx';
import ThreadMark from './ThreadMark.tsx';
import YouScheduleLanes from './YouScheduleLanes.tsx';
import YouScheduleSteps from './YouScheduleSteps.tsx';

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
	const play = useMemo(() => playOf(here, turn, searched), [here, turn, searched]);
	useLayoutEffect(() => play.leave, [play]);
	const view = play.view.value ?? chosen(starts, here.choice.value);
	const told = chosen(searched, here.choice.value);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the keys are a short cut to the buttons within.
		<div class="schedule" onKeyDown={keysOf(play, view.threads.length)}>
			<RuleLine here={here} turn={turn} />
			<YouScheduleLanes view={view} />
			{children}
			<div class="schedule-now">
				<p role="status">
					{play.said.value} {view.outcome}
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
						<ThreadButton thread={thread} number={number} choose={play.choose} />
					</li>
				))}
			</ol>
			<div class="schedule-tools needs-scripts">
				<Tool label="Undo" press={play.back} keys="Backspace Z" />
				<Tool label="Start over" press={play.reset} />
				<Tool label="Shortest way" press={play.ask} />
			</div>
			<ShortestWay play={play} />
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

/** By which rule it is played; with scripts, the same switch as in the sentence. */
function RuleLine({ here, turn: { key, choices } }: { here: Passage; turn: Turn }) {
	const words = turnWords[key];
	const name = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
	const turn = (choice: string) => {
		if (choice === here.choice.value) return;
		here.choice.value = choice;
		announce(`${name} ${choice}. All of this passage follows.`);
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

/** A button whose label the style writes: what cannot be pressed without scripts is then no part of the text. */
function Tool({ label, press, keys }: { label: string; press: () => void; keys?: string }) {
	return (
		<button
			class="button said-button"
			type="button"
			aria-label={label}
			onClick={press}
			{...(keys === undefined ? {} : { 'aria-keyshortcuts': keys })}
		/>
	);
}

/** So many of the steps to come are listed. */
const STEPS_AHEAD = 5;

/** The shortest way from here, once it was asked for: how far the search is, then the next steps. */
function ShortestWay({ play }: { play: Play }) {
	const way = play.way.value;
	if (way.kind === 'none') return null;
	const ahead = way.kind === 'walk' ? nextSteps(way.walk, STEPS_AHEAD) : [];
	return (
		<div class="schedule-way">
			<p role="status">
				{way.kind === 'searching' && `Searching: ${way.states.toLocaleString('en-US')} states so far.`}
				{way.kind === 'walk' && walkWords(way.walk)}
				{way.kind === 'left' && 'You left that way. Ask again for the shortest from here.'}
				{way.kind === 'problem' && way.problem}
			</p>
			<ol class="schedule-ahead" aria-label="The next steps">
				{ahead.map(({ thread, words }, index) => (
					<li key={index}>
						<span aria-hidden="true">
							<ThreadMark name={thread} />
						</span>{' '}
						{thread} {words}
					</li>
				))}
			</ol>
			<div class="schedule-tools">
				{way.kind === 'searching' && <Tool label="Stop the search" press={play.stopAsking} />}
				{ahead.length > 0 && <Tool label="Do the next one" press={() => play.follow('step')} />}
				{ahead.length > 0 && <Tool label="On to the next refusal" press={() => play.follow('refusal')} />}
			</div>
		</div>
	);
}

/** The keys of a game: a thread's number lets it run, Backspace or Z takes a step back. */
function keysOf({ choose, back }: Play, threads: number) {
	return (event: KeyboardEvent) => {
		if (event.altKey || event.ctrlKey || event.metaKey) return;
		const number = Number(event.key);
		if (number >= 1 && number <= threads) choose(number - 1);
		else if (event.key === 'Backspace' || event.key.toLowerCase() === 'z') back();
		else return;
		event.preventDefault();
	};
}
