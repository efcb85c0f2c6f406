import { EXCLUSIVE } from '../engine/kernel/objects.ts';
import { entryOf } from '../engine/kernel/queue.ts';
import { READER, WRITER } from '../engine/kernel/semaphore-books.ts';
import { NOT_HELD, pageQueue, type Shape, semaphoreQueue, userfaultQueue } from '../engine/kernel/shape.ts';
import { entriesOf } from './record-cast.ts';

/** The kinds of lock that have a queue, in the order in which they are told. */
export const PAGE_LOCK = 0;
export const SEMAPHORE = 1;
export const USERFAULTFD = 2;

/**
 * A lock at one moment, small enough to travel in a page: its kind and number, who holds it, and who queues, from the
 * head on. People are entries as in `Shape`, so that one number says who it is and in which way.
 */
export type LockQueue = readonly [lock: number, number: number, holders: readonly number[], line: readonly number[]];

/** The locks that anybody has to do with; the first page and the first mmap_sem are always among them. */
export function queuesAt(shape: Shape, cells: Int32Array): LockQueue[] {
	const pages = Array.from({ length: shape.pages }, (_, page) => pageLock(shape, cells, page));
	const semaphores = Array.from({ length: shape.mms }, (_, mm) => semaphore(shape, cells, mm));
	const userfaults = Array.from({ length: shape.userfaults }, (_, mm) => userfaultfd(shape, cells, mm));
	return [...pages, ...semaphores, ...userfaults].filter(([lock, number, holders, line]) => {
		return (lock !== USERFAULTFD && number === 0) || holders.length + line.length > 0;
	});
}

function pageLock(shape: Shape, cells: Int32Array, page: number): LockQueue {
	const owner = cells[shape.pageOwner + page] as number;
	const holders = owner === 0 ? [] : [entryOf(owner - 1, EXCLUSIVE)];
	return [PAGE_LOCK, page, holders, entriesOf(shape, cells, pageQueue(page))];
}

function semaphore(shape: Shape, cells: Int32Array, mm: number): LockQueue {
	const kind = cells[shape.semaphoreWriter + mm] === 0 ? READER : WRITER;
	const holders = Array.from({ length: shape.threads }, (_, thread) => thread)
		.filter((thread) => cells[shape.held + mm * shape.threads + thread] !== NOT_HELD)
		.map((thread) => entryOf(thread, kind));
	return [SEMAPHORE, mm, holders, entriesOf(shape, cells, semaphoreQueue(shape, mm))];
}

function userfaultfd(shape: Shape, cells: Int32Array, mm: number): LockQueue {
	return [USERFAULTFD, mm, [], entriesOf(shape, cells, userfaultQueue(shape, mm))];
}
