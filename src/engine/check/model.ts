import type { RwSemaphoreName } from '../kernel/rw-semaphore.ts';
import type { Counts } from '../kernel/shape.ts';
import type { Tables } from '../model/tables.ts';

/** What is searched: the threads' tables, and what they share. */
export interface CheckModel {
	readonly tables: Tables;
	readonly counts: Counts;
	readonly discipline: RwSemaphoreName;
}

/** Something that must never be passed: a mark in the C that says that all went wrong. */
export interface Watch {
	readonly name: string;
	/** Per node, 1 if no thread may pass it. */
	readonly nodes: Uint8Array;
}

/** A property of one thread: it must not stay pending for ever. */
export interface Progress {
	readonly name: string;
	readonly thread: number;
	/** Per node, 1 while the thread there is pending. */
	readonly pending: Uint8Array;
}

/**
 * What is assumed of the scheduler.
 * - `none`: nothing but that somebody runs who can.
 * - `weak`: whoever can run from some time on without a break, runs.
 * - `strong`: whoever can run again and again, runs again and again.
 */
export type Fairness = 'none' | 'weak' | 'strong';

/** More threads than this would not fit a state's masks; a search would end long before. */
export const CHECK_THREADS_MAX = 16;

/** The most states that edges can name. */
export const CHECK_STATES_MAX = 2 ** 27;
