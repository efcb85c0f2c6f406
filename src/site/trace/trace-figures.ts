import type { Estimate } from '../../experiment/estimate.ts';
import { type Percentiles, percentilesOf, single } from '../distribution/percentiles.ts';
import type { ReducedTrace } from './trace-data.ts';

/** What is told of a trace. Named as in the result of a run where it is the same thing, so that one way to write fits both. */
export interface TraceFigures {
	readonly faults: { readonly count: Estimate };
	readonly firstAttempts: {
		readonly count: Estimate;
		readonly retried: { readonly count: Estimate };
		/** Sleeps with nothing held. */
		readonly sleepPolite_ns: Percentiles;
	};
	readonly secondAttempts: {
		readonly count: Estimate;
		readonly retried: { readonly count: Estimate };
		/** Sleeps with mmap_lock held. */
		readonly sleepHolding_ns: Percentiles;
	};
	readonly writers: {
		readonly wait_ns: Percentiles;
		/** Waits during which, for some time, an attempt slept with mmap_lock held; and those without. */
		readonly waitOverlapped_ns: Percentiles;
		readonly waitOther_ns: Percentiles;
	};
}

/** Works out a trace's figures. */
export function traceFigures(trace: ReducedTrace): TraceFigures {
	const holding = trace.sleeps.filter(([, , held]) => held === 1);
	const isOverlapped = ([, asked_us, acquired_us]: ReducedTrace['writes'][number]) =>
		holding.some(([, , , from_us, to_us]) => from_us < acquired_us && to_us > asked_us);
	const slept = (attempt: number, held: number) =>
		percentilesOf(
			trace.sleeps
				.filter((sleep) => sleep[1] === attempt && sleep[2] === held)
				.map(([, , , from, to]) => (to - from) * 1000),
		);
	const waited = (writes: ReducedTrace['writes']) =>
		percentilesOf(writes.map(([, asked_us, acquired_us]) => (acquired_us - asked_us) * 1000));
	const attempts = (attempt: number) => ({
		count: single(trace.attempts[attempt] ?? 0),
		retried: { count: single(trace.retried[attempt] ?? 0) },
	});
	return {
		faults: { count: single(trace.faults) },
		firstAttempts: { ...attempts(0), sleepPolite_ns: slept(0, 0) },
		secondAttempts: { ...attempts(1), sleepHolding_ns: slept(1, 1) },
		writers: {
			wait_ns: waited(trace.writes),
			waitOverlapped_ns: waited(trace.writes.filter(isOverlapped)),
			waitOther_ns: waited(trace.writes.filter((write) => !isOverlapped(write))),
		},
	};
}
