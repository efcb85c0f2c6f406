import type { Estimate } from '../../experiment/estimate.ts';
import { type Percentiles, percentilesOf, single } from '../distribution/percentiles.ts';
import type { ReducedTrace } from './trace-data.ts';

/** What is told of a trace. Named as in the result of a run where it is the same thing, so that one way to write fits both. */
export interface TraceFigures {
	readonly faults: { readonly count: Estimate };
	readonly firstAttempts: {
		readonly count: Estimate;
		readonly retried: { readonly count: Estimate };
		/** Sleeps with nothing held: all, those within the thread's own read of the page, and those for the page lock. */
		readonly sleepPolite_ns: Percentiles;
		readonly sleepOwnRead_ns: Percentiles;
		readonly sleepForLock_ns: Percentiles;
	};
	readonly secondAttempts: {
		readonly count: Estimate;
		readonly retried: { readonly count: Estimate };
		/** Sleeps with mmap_lock held, and the same two sorts of them. */
		readonly sleepHolding_ns: Percentiles;
		readonly sleepOwnRead_ns: Percentiles;
		readonly sleepForLock_ns: Percentiles;
		/** Sleeps for a page that was evicted since the first attempt. */
		readonly sleepEvicted: { readonly count: Estimate };
		/** Sleeps for the page lock while its holder, too, slept with mmap_lock held. */
		readonly sleepForHolding: { readonly count: Estimate };
	};
	readonly writers: {
		readonly wait_ns: Percentiles;
		/** Waits during which, for some time, an attempt slept with mmap_lock held; and those without. */
		readonly waitOverlapped_ns: Percentiles;
		readonly waitOther_ns: Percentiles;
	};
}

type Sleep = ReducedTrace['sleeps'][number];

/** Works out a trace's figures. */
export function traceFigures(trace: ReducedTrace): TraceFigures {
	const holding = trace.sleeps.filter(([, , held]) => held === 1);
	const polite = trace.sleeps.filter(([, attempt, held]) => attempt === 0 && held === 0);
	const certain = holding.filter(([, attempt]) => attempt === 1);
	const isOverlapped = ([, asked_us, acquired_us]: ReducedTrace['writes'][number]) =>
		holding.some(([, , , from_us, to_us]) => from_us < acquired_us && to_us > asked_us);
	const isForHolding = ([, , , from_us, , reader]: Sleep) =>
		holding.some(([thread, , , since_us, until_us]) => thread === reader && since_us <= from_us && until_us > from_us);
	const waited = (writes: ReducedTrace['writes']) =>
		percentilesOf(writes.map(([, asked_us, acquired_us]) => (acquired_us - asked_us) * 1000));
	const attempts = (attempt: number) => ({
		count: single(trace.attempts[attempt] ?? 0),
		retried: { count: single(trace.retried[attempt] ?? 0) },
	});
	return {
		faults: { count: single(trace.faults) },
		firstAttempts: { ...attempts(0), sleepPolite_ns: slept(polite), ...bySort(polite) },
		secondAttempts: {
			...attempts(1),
			sleepHolding_ns: slept(certain),
			...bySort(certain),
			sleepEvicted: { count: single(certain.filter(([, , , , , , evicted]) => evicted === 1).length) },
			sleepForHolding: { count: single(certain.filter((sleep) => !isOwnRead(sleep) && isForHolding(sleep)).length) },
		},
		writers: {
			wait_ns: waited(trace.writes),
			waitOverlapped_ns: waited(trace.writes.filter(isOverlapped)),
			waitOther_ns: waited(trace.writes.filter((write) => !isOverlapped(write))),
		},
	};
}

function slept(sleeps: readonly Sleep[]): Percentiles {
	return percentilesOf(sleeps.map(([, , , from_us, to_us]) => (to_us - from_us) * 1000));
}

function isOwnRead([thread, , , , , reader]: Sleep): boolean {
	return reader === thread;
}

function bySort(sleeps: readonly Sleep[]) {
	return {
		sleepOwnRead_ns: slept(sleeps.filter(isOwnRead)),
		sleepForLock_ns: slept(sleeps.filter((sleep) => !isOwnRead(sleep))),
	};
}
