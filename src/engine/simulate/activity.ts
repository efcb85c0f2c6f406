import { SHARED } from '../kernel/objects.ts';
import { kindOfEntry, threadOfEntry } from '../kernel/queue.ts';
import { HELD_FOR_READING, HELD_FOR_WRITING, type Shape } from '../kernel/shape.ts';

/** What a thread is doing, as the figures show it. The number is the order in the legend. */
export const activities = [
	'idle',
	'runs in the fault',
	'waits for mmap_sem',
	'waits to be told, nothing held',
	'waits for the page lock, nothing held',
	'waits for the page lock, mmap_sem held',
	'holds the page lock',
	'holds mmap_sem for writing',
	'waits for userfaultfd, nothing held',
] as const;

const IDLE = 0;
export const IN_FAULT = 1;
const WAITS_FOR_SEMAPHORE = 2;
const WAITS_TO_BE_TOLD = 3;
const WAITS_FOR_PAGE = 4;
const WAITS_FOR_PAGE_HOLDING = 5;
export const HOLDS_PAGE = 6;
const WRITES = 7;
const WAITS_FOR_USERFAULTFD = 8;

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
	if (queue >= 0) {
		if (held === HELD_FOR_READING) return WAITS_FOR_PAGE_HOLDING;
		return wantsTheLock(shape, cells, queue, thread) ? WAITS_FOR_PAGE : WAITS_TO_BE_TOLD;
	}
	if (cells[shape.pageOwner + binding.page] === thread + 1) return HOLDS_PAGE;
	if (held === HELD_FOR_WRITING) return WRITES;
	return inFault ? IN_FAULT : IDLE;
}

/** Whether a thread stands in a page's queue for the lock itself, not only to be told of the unlock. */
function wantsTheLock({ queues, queueStride }: Shape, cells: Int32Array, page: number, thread: number): boolean {
	let at = queues + page * queueStride + 1;
	while (threadOfEntry(cells[at] as number) !== thread) at++;
	return kindOfEntry(cells[at] as number) !== SHARED;
}
