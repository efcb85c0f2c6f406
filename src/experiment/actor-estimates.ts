import { activities } from '../engine/simulate/activity.ts';
import type { Summary } from '../engine/simulate/histogram.ts';
import { type ActorResult, type HistogramName, histogramNames, type Unfinished } from '../engine/simulate/measure.ts';
import { type Estimate, estimate } from './estimate.ts';

/** What a set of measured values comes to, each figure taken in each seed by itself. */
export type SummaryEstimates = Readonly<Record<keyof Summary, Estimate>>;

/** What becomes of an actor's time; the order is that of `activities`. */
export const shareNames = [
	'idle',
	'inFault',
	'waitsForSemaphore',
	'waitsForPage',
	'waitsForPageHolding',
	'holdsPage',
	'writes',
	'waitsForUserfault',
] as const;
export type ShareName = (typeof shareNames)[number];

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
	const shares = shareNames.map((name, index) => [
		name,
		over(({ actor, time_ns }) => (actor.activity_ns[activities[index] as string] ?? 0) / (time_ns * actor.threads)),
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
