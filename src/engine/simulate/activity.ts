import { HELD_FOR_READING, HELD_FOR_WRITING, type Shape } from '../kernel/shape.ts';

/** What a thread is doing, as the figures show it. The number is the order in the legend. */
export const activities = [
	'idle',
	'runs in the fault',
	'waits for mmap_sem',
	'waits for the page lock, nothing held',
	'waits for the page lock, mmap_sem held',
	'holds the page lock',
	'holds mmap_sem for writing',
	'waits for userfaultfd, nothing held',
] as const;

const IDLE = 0;
export const IN_FAULT = 1;
const WAITS_FOR_SEMAPHORE = 2;
const WAITS_FOR_PAGE = 3;
const WAITS_FOR_PAGE_HOLDING = 4;
export const HOLDS_PAGE = 5;
const WRITES = 6;
const WAITS_FOR_USERFAULTFD = 7;

/**
 * Reads a thread's activity off a state, as its number in `activities`.
 *
 * @param inFault whether the thread is between the two ends of a fault, which the cells do not tell
 */
export function activityOf(
	shape: Shape,
	cells: Int32Array,
	thread: number,
	binding: { readonly mm: number; readonly page: number },
	inFault: boolean,
): number {
	const queue = (cells[shape.queuedOn + thread] as number) - 1;
	const held = cells[shape.held + binding.mm * shape.threads + thread];
	if (queue >= shape.pages + shape.mms) return WAITS_FOR_USERFAULTFD;
	if (queue >= shape.pages) return WAITS_FOR_SEMAPHORE;
	if (queue >= 0) return held === HELD_FOR_READING ? WAITS_FOR_PAGE_HOLDING : WAITS_FOR_PAGE;
	if (cells[shape.pageOwner + binding.page] === thread + 1) return HOLDS_PAGE;
	if (held === HELD_FOR_WRITING) return WRITES;
	return inFault ? IN_FAULT : IDLE;
}
