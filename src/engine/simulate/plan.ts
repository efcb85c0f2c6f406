import type { RwSemaphoreName } from '../kernel/rw-semaphore.ts';
import type { Counts } from '../kernel/shape.ts';
import type { Tables } from '../model/tables.ts';
import type { ThreadBinding } from '../model/unfold.ts';
import type { Duration } from './duration.ts';

/** One thread of a run, and where it lives. */
export interface PlannedThread extends ThreadBinding {}

/** All that a timed run needs. Deterministic: equal plans make equal runs, in every engine. */
export interface Plan {
	readonly tables: Tables;
	readonly threads: readonly PlannedThread[];
	readonly counts: Counts;
	readonly discipline: RwSemaphoreName;
	/** By the number that `spend()` has in the tables. */
	readonly durations: readonly Duration[];
	/** What one step costs, at least 1. */
	readonly step_ns: number;
	/** From being woken to running. */
	readonly wake: Duration;
	/** From being first in line for mmap_sem to the time-out, where the discipline has one. */
	readonly timeOut: Duration;
	/** The streams of random numbers of `durations`, in their order, of `wake` and of `timeOut`; no two the same. */
	readonly streams: readonly number[];
	/** A whole number, 0 .. 2^32 - 1. */
	readonly seed: number;
	readonly duration_ns: number;
	/** The run stops here at the latest, and says so. */
	readonly eventLimit: number;
}
