/** What the thread can do there, and whom it wakes: STEPS or FAILS, TAKES_LOCK, WATCHED, and a bit each from WOKEN_SHIFT on. */
export const EFFECT = 0;
/** The thread's local state before, exclusive or that afterwards, settled. */
export const CHANGE = 1;
/** The number of what the threads share afterwards. */
export const SHARED_AFTER = 2;
export const MOVE_CELLS = 3;

/** In a move's effect, neither where the thread cannot run: it takes a step; its step is an error of the C. */
export const STEPS = 1;
export const FAILS = 2;
/** In a move's effect: by this step the thread takes a lock for itself; the bit that says so in an edge, too. */
export const TAKES_LOCK = 16;
/** In a move's effect: on its way to where it settles the thread passes a watched node. */
export const WATCHED = 32;
export const WOKEN_SHIFT = 6;

/** A step with what only few want to know. */
export interface MoveInFull {
	/** What the (last) operation answered. */
	readonly result: number;
	/** The node right after the operation, before settling; -1 if it is an error of the C. */
	readonly nodeAfter: number;
}
