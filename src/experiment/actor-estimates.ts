import { activities } from '../engine/simulate/activity.ts';
import type { Summary } from '../engine/simulate/histogram.ts';
import { type ActorResult, type HistogramName, histogramNames, type Unfinished } from '../engine/simulate/measure.ts';
import { type Estimate, estimate } from './estimate.ts';

/** What a set of measured values comes to, each figure taken in each seed by itself. */
export type SummaryEstimates = Readonly<Record<keyof Summary, Estimate>>;

type ActivityName = (typeof activities)[number];

/** What becomes of an actor's time: the share to which each activity counts. */
const shareOf = {
	idle: 'idle',
	'runs in the fault': 'inFault',
	'waits for mmap_sem': 'waitsForSemaphore',
	'waits to be told, nothing held': 'waitsForPage',
	'waits for the page lock, nothing held': 'waitsForPage',
	'waits for the page lock, mmap_sem held': 'waitsForPageHolding',
	'holds the page lock': 'holdsPage',
	'holds mmap_sem for writing': 'writes',
	'waits for userfaultfd, nothing held': 'waitsForUserfault',
} as const satisfies Readonly<Record<ActivityName, string>>;
export type ShareName = (typeof shareOf)[ActivityName];

/** In the order in which they are told. */
export const shareNames: readonly ShareName[] = [...new Set(Object.values(shareOf))];

const figures = ['count', 'mean', 'p50', 'p90', 'p99', 'max'] as const satisfies readonly (keyof Summary)[];

/** What the threads of one actor went through, over all seeds of a run; see `ActorResult` for the meaning of each. */
export interface ActorEstimates extends Readonly<Record<HistogramName, SummaryEstimates>> {
	readonly threads: number;
	/** Finished faults, all threads together, in a second of model time. */
	readonly faultsPerSecond: Estimate;
	/** All retries of a run, those of unfinished faults included. */
	readonly retriesInAll: Estimate;
	/** Faults under way when the run ended; of the oldest of them, its age and its retries so far. */
	readonly unfinished: { readonly count: Estimate; readonly age_ns: Estimate; readonly retries: Estimate };
	/** How often a WARN_ON() of the C held true. */
	readonly warnings: Estimate;
	/** How many faults ended in SIGBUS. */
	readonly sigbus: Estimate;
	/** Shares of the actor's time, 0 .. 1; together 1. */
	readonly share: Readonly<Record<ShareName, Estimate>>;
}

/** One seed's result for one actor, and the model time that it covers. */
export interface SeedResult {
	readonly actor: ActorResult;
	readonly time_ns: number;
}

/** Puts an actor's results together, one a seed; there is at least one. */
export function actorEstimates(results: readonly SeedResult[]): ActorEstimates {
	const over = (measure: (result: SeedResult) => number | null) => estimate(results.map(measure));
	const summaries = histogramNames.map((name) => [
		name,
		Object.fromEntries(figures.map((figure) => [figure, over(({ actor }) => actor[name][figure])])),
	]);
	const shares = shareNames.map((name) => [
		name,
		over(({ actor, time_ns }) => {
			const spent_ns = activities
				.filter((activity) => shareOf[activity] === name)
				.reduce((sum, activity) => sum + (actor.activity_ns[activity] ?? 0), 0);
			return spent_ns / (time_ns * actor.threads);
		}),
	]);
	return {
		threads: results[0]?.actor.threads ?? 0,
		faultsPerSecond: over(({ actor, time_ns }) => (actor.fault_ns.count * 1e9) / time_ns),
		...(Object.fromEntries(summaries) as Record<HistogramName, SummaryEstimates>),
		retriesInAll: over(({ actor }) => actor.retriesInAll),
		unfinished: {
			count: over(({ actor }) => actor.unfinished.length),
			age_ns: over(({ actor }) => oldest(actor.unfinished)?.age_ns ?? null),
			retries: over(({ actor }) => oldest(actor.unfinished)?.retries ?? null),
		},
		sigbus: over(({ actor }) => actor.sigbus),
		warnings: over(({ actor }) => actor.warnings),
		share: Object.fromEntries(shares) as Record<ShareName, Estimate>,
	};
}

function oldest(faults: readonly Unfinished[]): Unfinished | null {
	return faults.reduce<Unfinished | null>(
		(found, fault) => (found === null || fault.age_ns > found.age_ns ? fault : found),
		null,
	);
}
