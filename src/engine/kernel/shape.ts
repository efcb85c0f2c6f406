/** How many of each thing there is. Threads, mms and pages are numbered from 0. */
export interface Counts {
	readonly threads: number;
	readonly mms: number;
	readonly pages: number;
}

/**
 * Where things stand in the cells, the one array that holds a whole state.
 *
 * Thread t: its node at `t`; at `queuedOn + t` 0, or 1 + the number of the queue it stands in: a
 * page's own number, or `pages + mm` for an mmap_sem.
 * A queue: its length, then its entries from the head. A page's entry is `thread * 2 + EXCLUSIVE`
 * or `+ SHARED`; an mmap_sem's entry is `thread * 2`, plus 1 for a writer.
 */
export interface Shape extends Counts {
	readonly queuedOn: number;
	/** Per page: 0, or 1 + the thread that owns the page lock. PG_locked is set iff this is not 0. */
	readonly pageOwner: number;
	/** Per page: PG_waiters. */
	readonly pageWaiters: number;
	/** Per mm: 0, or 1 + the thread that holds mmap_sem for writing. */
	readonly semaphoreWriter: number;
	/** Per mm: how many hold mmap_sem for reading. */
	readonly semaphoreReaders: number;
	/** At `held + mm * threads + thread`: NOT_HELD, HELD_FOR_READING or HELD_FOR_WRITING. */
	readonly held: number;
	/** At `pte + mm * pages + page`: 1 if the page is mapped there. */
	readonly pte: number;
	/** Start of queue number 0; each is `queueStride` cells long. */
	readonly queues: number;
	readonly queueStride: number;
	readonly cellCount: number;
}

export const NOT_HELD = 0;
export const HELD_FOR_READING = 1;
export const HELD_FOR_WRITING = 2;

/** Lays the cells out for so many threads, mms and pages. */
export function shapeOf({ threads, mms, pages }: Counts): Shape {
	const queuedOn = threads;
	const pageOwner = queuedOn + threads;
	const pageWaiters = pageOwner + pages;
	const semaphoreWriter = pageWaiters + pages;
	const semaphoreReaders = semaphoreWriter + mms;
	const held = semaphoreReaders + mms;
	const pte = held + mms * threads;
	const queues = pte + mms * pages;
	const queueStride = 1 + threads;
	return {
		threads,
		mms,
		pages,
		queuedOn,
		pageOwner,
		pageWaiters,
		semaphoreWriter,
		semaphoreReaders,
		held,
		pte,
		queues,
		queueStride,
		cellCount: queues + (pages + mms) * queueStride,
	};
}

/** The queue of a page. */
export const pageQueue = (page: number): number => page;

/** The queue of an mm's mmap_sem. */
export const semaphoreQueue = (shape: Shape, mm: number): number => shape.pages + mm;
