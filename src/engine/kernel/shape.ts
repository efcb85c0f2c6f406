/** How many of each thing there is. Threads, mms and pages are numbered from 0. */
export interface Counts {
	readonly threads: number;
	readonly mms: number;
	readonly pages: number;
	/** How many mms, from 0 on, have a userfaultfd, with a queue of its own; none if left out. */
	readonly userfaults?: number;
}

/**
 * Where things stand in the cells, the one array that holds a whole state.
 *
 * Thread t: its node at `t`; at `queuedOn + t` 0, or 1 + the number of the queue it stands in: a
 * page's own number, `pages + mm` for an mmap_sem, `pages + mms + mm` for a userfaultfd.
 * A queue: its length, then its entries from the head, each `thread * 4 + kind`. A page's kinds are
 * SHARED, EXCLUSIVE and HANDOFF, a userfaultfd's is SHARED; an mmap_sem's are 0, and 1 for a writer.
 */
export interface Shape extends Required<Counts> {
	readonly queuedOn: number;
	/** Per page: 0, or 1 + the thread that owns the page lock. PG_locked is set iff this is not 0. */
	readonly pageOwner: number;
	/** Per page: PG_waiters. */
	readonly pageWaiters: number;
	/** Per mm: 0, or 1 + the thread that holds mmap_sem for writing. */
	readonly semaphoreWriter: number;
	/** Per mm: how many hold mmap_sem for reading. */
	readonly semaphoreReaders: number;
	/** Per mm: what the first in mmap_sem's queue went through, in bits of its discipline; 0 as soon as another is first. */
	readonly semaphoreFirst: number;
	/** At `held + mm * threads + thread`: NOT_HELD, HELD_FOR_READING or HELD_FOR_WRITING. */
	readonly held: number;
	/** At `pte + mm * pages + page`: 1 if the page is mapped there. */
	readonly pte: number;
	/** At `writeProtected + mm * pages + page`: 1 if userfaultfd wants to be told of a write there. */
	readonly writeProtected: number;
	/** Per thread, the signals that wait for it: 1 for one that does not kill, 2 for one that does, 3 for both. */
	readonly signals: number;
	/** Start of queue number 0; each is `queueStride` cells long. */
	readonly queues: number;
	readonly queueStride: number;
	readonly cellCount: number;
}

/** Bits of `signals`. */
export const OTHER_SIGNAL = 1;
export const FATAL_SIGNAL = 2;

export const NOT_HELD = 0;
export const HELD_FOR_READING = 1;
export const HELD_FOR_WRITING = 2;

/** Lays the cells out for so many threads, mms and pages. */
export function shapeOf({ threads, mms, pages, userfaults = 0 }: Counts): Shape {
	const queuedOn = threads;
	const pageOwner = queuedOn + threads;
	const pageWaiters = pageOwner + pages;
	const semaphoreWriter = pageWaiters + pages;
	const semaphoreReaders = semaphoreWriter + mms;
	const semaphoreFirst = semaphoreReaders + mms;
	const held = semaphoreFirst + mms;
	const pte = held + mms * threads;
	const writeProtected = pte + mms * pages;
	const signals = writeProtected + mms * pages;
	const queues = signals + threads;
	const queueStride = 1 + threads;
	return {
		threads,
		mms,
		pages,
		userfaults,
		queuedOn,
		pageOwner,
		pageWaiters,
		semaphoreWriter,
		semaphoreReaders,
		semaphoreFirst,
		held,
		pte,
		writeProtected,
		signals,
		queues,
		queueStride,
		cellCount: queues + (pages + mms + userfaults) * queueStride,
	};
}

/** The queue of a page. */
export const pageQueue = (page: number): number => page;

/** The queue of an mm's mmap_sem. */
export const semaphoreQueue = (shape: Shape, mm: number): number => shape.pages + mm;

/** The queue of those whom an mm's userfaultfd keeps waiting. */
export const userfaultQueue = (shape: Shape, mm: number): number => shape.pages + shape.mms + mm;
