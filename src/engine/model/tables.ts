import type { Place } from '../c/source.ts';

/** Most successors an operation has; the result of an operation chooses among them. */
export const SUCCESSORS = 2;

/** In place of an operation's number: the thread sleeps until it stands in no queue. */
export const ASLEEP = -1;

/** In place of an operation's number: the thread's function has returned. */
export const FINISHED = -2;

/**
 * All threads' local C, run once and laid flat. A thread-local state is a node: where the thread
 * stands, with the live locals, just before an operation. At run time a thread is a node's number.
 */
export interface Tables {
	readonly nodeCount: number;
	/** Per node, the operation that comes next, by its place in the list of primitives, or ASLEEP, or FINISHED. */
	readonly operation: Int32Array;
	/** Per node, the mm, page or duration that the operation is about. */
	readonly object: Int32Array;
	/** Per node, the operation's second parameter: a page, a bit, a place in the queue; else 0. */
	readonly argument: Int32Array;
	/**
	 * At `node * SUCCESSORS + result`: twice the next node's number, plus 1 if the next operation
	 * belongs to the same section under a wait queue's lock, so that both are one step.
	 */
	readonly successor: Int32Array;
	/** Per node, where the thread stands: its call chain, outermost first. */
	readonly positions: readonly (readonly Place[])[];
	/** Parallel to `successor`: the places that the local C ran through on that way. */
	readonly edgePlaces: readonly (readonly Place[])[];
	/** Per thread, the node it starts in. */
	readonly entries: Int32Array;
}
