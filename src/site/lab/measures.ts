import type { ActorEstimates } from '../../experiment/actor-estimates.ts';
import type { Estimate } from '../../experiment/estimate.ts';
import type { RunResult } from '../../experiment/run.ts';
import { twoDigits } from '../format.ts';

/** What is measured many times in a run, and what it is called behind an actor's name. The first stand open. */
const measureWords = {
	fault_ns: 'a fault takes',
	retries: 'retries a fault',
	writeWait_ns: 'waits for mmap_sem, to write',
	readWait_ns: 'waits for mmap_sem, to read',
	pageSleepPolite_ns: 'sleeps for the page, nothing held',
	pageSleepHolding_ns: 'sleeps for the page, mmap_sem held',
	userfaultSleep_ns: 'sleeps for userfaultfd',
	readHeld_ns: 'holds mmap_sem, reading',
	writeHeld_ns: 'holds mmap_sem, writing',
	pageHeld_ns: 'holds the page lock',
} as const satisfies Partial<Record<keyof ActorEstimates, string>>;
type MeasureName = keyof typeof measureWords;

const openMeasures: readonly MeasureName[] = ['fault_ns', 'retries', 'writeWait_ns'];

/** What is told of each measure. */
export const figureWords = {
	count: 'how many',
	mean: 'mean',
	p50: 'median',
	p90: 'p90',
	p99: 'p99',
	max: 'longest',
} as const;
export type FigureName = keyof typeof figureWords;

/** Something that a run measured many times. */
export interface Measure {
	/** Where it stands in a result, as in 'actors.victim.fault_ns'. */
	readonly path: string;
	readonly words: string;
	/** Whether it is shown before the reader asks for more. */
	readonly isOpen: boolean;
}

/** What these runs measured, actor by actor; whatever none of them has is left out. */
export function measuresOf(results: readonly Pick<RunResult, 'actors'>[]): Measure[] {
	const actors = [...new Set(results.flatMap(({ actors }) => Object.keys(actors)))];
	return actors.flatMap((actor) =>
		(Object.keys(measureWords) as MeasureName[])
			.filter((name) => results.some(({ actors }) => (actors[actor]?.[name].count.value ?? 0) > 0))
			.map((name) => ({
				path: `actors.${actor}.${name}`,
				words: `${actor}: ${measureWords[name]}`,
				isOpen: openMeasures.includes(name),
			})),
	);
}

/** One of a measure's figures; nothing where the run has no such actor. */
export function figureOf({ actors }: Pick<RunResult, 'actors'>, { path }: Measure, name: FigureName): Estimate {
	const [, actor = '', measure] = path.split('.');
	return actors[actor]?.[measure as MeasureName][name] ?? { value: null, plusOrMinus: null, seeds: 0 };
}

/** How far B is from A: in words, and whether that is a difference that the seeds bear out. */
export interface Change {
	readonly words: string;
	/** With a single seed, whether they differ at all. */
	readonly isApart: boolean;
}

/** Above this, how many times as large says more than per cent. */
const TIMES_FROM = 3;

/** Compares a figure of two recipes; null if one of them has none. */
export function changeOf(a: Estimate, b: Estimate): Change | null {
	if (a.value === null || b.value === null) return null;
	if (a.value === b.value) return { words: 'the same', isApart: false };
	const reach = (a.plusOrMinus ?? 0) + (b.plusOrMinus ?? 0);
	if (Math.abs(a.value - b.value) <= reach) return { words: 'within the intervals', isApart: false };
	if (a.value === 0) return { words: 'from nothing', isApart: true };
	const ratio = b.value / a.value;
	if (ratio >= TIMES_FROM) return { words: `${twoDigits(ratio)} times`, isApart: true };
	const percent = Math.round((ratio - 1) * 100);
	return { words: `${percent < 0 ? '\u2212' : '+'}${Math.abs(percent)} %`, isApart: true };
}
