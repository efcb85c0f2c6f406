/** How a stretch of a thread's time was spent; names as in src/site/thread-states.ts. */
export type TracedState = 'fault' | 'wait-sem' | 'wait-page' | 'wait-page-holding' | 'writes' | 'idle';

/** What is kept of a trace of a real kernel, in whole us since its start mark; threads by their place in `threads`. */
export interface ReducedTrace {
	readonly threads: readonly string[];
	readonly faults: number;
	/** Calls of handle_mm_fault() on the test mapping, by attempt from the first; and how many of them asked for another. */
	readonly attempts: readonly number[];
	readonly retried: readonly number[];
	/**
	 * Each sleep in io_schedule() within an attempt; the attempt is 0 for a first, `held` is 1 with mmap_lock held.
	 * `reader` is the thread that was reading the page in when the sleep began: the sleeper itself, or another, which
	 * has the page lock meanwhile; null if nobody was. `evicted` is 1 if the page left the page cache since the fault's
	 * attempt before.
	 */
	readonly sleeps: readonly (readonly [
		thread: number,
		attempt: number,
		held: number,
		from_us: number,
		to_us: number,
		reader: number | null,
		evicted: number,
	])[];
	/** Each request for mmap_lock as a writer: asked for, acquired, released or downgraded. */
	readonly writes: readonly (readonly [thread: number, asked_us: number, acquired_us: number, released_us: number])[];
	/** All that the threads did in one stretch. */
	readonly stretch: {
		readonly from_us: number;
		readonly to_us: number;
		readonly segments: readonly (readonly [thread: number, state: TracedState, from_us: number, to_us: number])[];
	};
}

/** A file under content/traces/: where a trace comes from, what its words mean, what it cannot show; and the trace. */
export interface TraceFile extends ReducedTrace {
	readonly name: string;
	readonly kernel: string;
	readonly machine: string;
	/** A day, as in 2026-11-23. */
	readonly recorded: string;
	readonly workload: string;
	/** The file that it was reduced from, and the digest of its bytes. */
	readonly source: { readonly file: string; readonly sha256: string };
	readonly definitions: Readonly<Record<string, string>>;
	readonly limits: readonly string[];
}
