import { kindOfEntry, threadOfEntry } from '../../src/engine/kernel/queue.ts';
import { HELD_FOR_READING, pageQueue, type Shape, semaphoreQueue } from '../../src/engine/kernel/shape.ts';

/** Threads by letter: thread 0 is A. */
export const letterOf = (thread: number): string => String.fromCharCode(65 + thread);

/** The thread of a letter. */
export const threadOf = (letter: string): number => letter.charCodeAt(0) - 65;

/** A queue from its head, as 'A B! C!!': ! marks who wants the lock for itself, !! who is to be handed it. */
export function queueText(shape: Shape, cells: Int32Array, queue: number): string {
	const start = shape.queues + queue * shape.queueStride;
	const entries = [...cells.subarray(start + 1, start + 1 + (cells[start] as number))];
	return entries.map((entry) => letterOf(threadOfEntry(entry)) + '!'.repeat(kindOfEntry(entry))).join(' ');
}

/** A page as 'owner: queue', then ' w' if PG_waiters is set; '-' for no owner. */
export function pageText(shape: Shape, cells: Int32Array, page = 0): string {
	const owner = cells[shape.pageOwner + page] as number;
	const line = queueText(shape, cells, pageQueue(page));
	const waiters = cells[shape.pageWaiters + page] === 1 ? ' w' : '';
	return `${owner === 0 ? '-' : letterOf(owner - 1)}: ${line}`.trimEnd() + waiters;
}

/** An mmap_sem as 'holders: queue': 'A B: C!' is held by two readers, 'A!:' by a writer, '-:' by nobody. */
export function semaphoreText(shape: Shape, cells: Int32Array, mm = 0): string {
	const threads = Array.from({ length: shape.threads }, (_, thread) => thread);
	const holders = threads
		.map((thread) => [thread, cells[shape.held + mm * shape.threads + thread] as number] as const)
		.filter(([, held]) => held !== 0)
		.map(([thread, held]) => letterOf(thread) + (held === HELD_FOR_READING ? '' : '!'));
	const line = queueText(shape, cells, semaphoreQueue(shape, mm));
	return `${holders.join(' ') || '-'}: ${line}`.trimEnd();
}
