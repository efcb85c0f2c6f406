import { kindOfEntry, type Queue } from './queue.ts';
import { HELD_FOR_READING, HELD_FOR_WRITING, NOT_HELD, type Shape, semaphoreQueue } from './shape.ts';

/** Tells the caller's world that a thread may run again. */
export type Wake = (thread: number) => void;

/** A rule for who gets mmap_sem. Each function is one step; 1 from `read` or `write` means queued. */
export interface RwSemaphore {
	read(cells: Int32Array, mm: number, thread: number): 0 | 1;
	write(cells: Int32Array, mm: number, thread: number): 0 | 1;
	/** 1 if the caller now holds it for reading, 0 if `read` would have queued. */
	tryRead(cells: Int32Array, mm: number, thread: number): 0 | 1;
	releaseRead(cells: Int32Array, mm: number, thread: number): void;
	releaseWrite(cells: Int32Array, mm: number, thread: number): void;
}

/** The disciplines by the name that a recipe gives them. */
export const rwSemaphores = { queue: queueSemaphore } satisfies Record<
	string,
	(shape: Shape, queue: Queue, wake: Wake) => RwSemaphore
>;

export type RwSemaphoreName = keyof typeof rwSemaphores;

/**
 * `queue`, the semaphore as the thread of January 2019 speaks of it: a reader queues iff a writer is
 * active or anyone queues; whoever releases grants it to the writer at the head, or to the readers
 * next to one another at the head.
 */
function queueSemaphore(shape: Shape, queue: Queue, wake: Wake): RwSemaphore {
	const { semaphoreWriter, semaphoreReaders, held, threads } = shape;
	const lineOf = (mm: number) => semaphoreQueue(shape, mm);
	const isOpenToReaders = (cells: Int32Array, mm: number) =>
		cells[semaphoreWriter + mm] === 0 && queue.length(cells, lineOf(mm)) === 0;

	const grantReading = (cells: Int32Array, mm: number, thread: number) => {
		cells[semaphoreReaders + mm] = (cells[semaphoreReaders + mm] as number) + 1;
		cells[held + mm * threads + thread] = HELD_FOR_READING;
	};
	const grantWriting = (cells: Int32Array, mm: number, thread: number) => {
		cells[semaphoreWriter + mm] = thread + 1;
		cells[held + mm * threads + thread] = HELD_FOR_WRITING;
	};
	const grantNext = (cells: Int32Array, mm: number) => {
		const line = lineOf(mm);
		if (queue.length(cells, line) === 0) return;
		if (kindOfEntry(queue.entry(cells, line, 0)) === 1) {
			const thread = queue.removeFirst(cells, line);
			grantWriting(cells, mm, thread);
			wake(thread);
			return;
		}
		while (queue.length(cells, line) > 0 && kindOfEntry(queue.entry(cells, line, 0)) === 0) {
			const thread = queue.removeFirst(cells, line);
			grantReading(cells, mm, thread);
			wake(thread);
		}
	};

	return {
		read(cells, mm, thread) {
			if (isOpenToReaders(cells, mm)) {
				grantReading(cells, mm, thread);
				return 0;
			}
			queue.addTail(cells, lineOf(mm), thread, 0);
			return 1;
		},
		write(cells, mm, thread) {
			if (isOpenToReaders(cells, mm) && cells[semaphoreReaders + mm] === 0) {
				grantWriting(cells, mm, thread);
				return 0;
			}
			queue.addTail(cells, lineOf(mm), thread, 1);
			return 1;
		},
		tryRead(cells, mm, thread) {
			if (!isOpenToReaders(cells, mm)) return 0;
			grantReading(cells, mm, thread);
			return 1;
		},
		releaseRead(cells, mm, thread) {
			const readers = (cells[semaphoreReaders + mm] as number) - 1;
			cells[semaphoreReaders + mm] = readers;
			cells[held + mm * threads + thread] = NOT_HELD;
			if (readers === 0) grantNext(cells, mm);
		},
		releaseWrite(cells, mm, thread) {
			cells[semaphoreWriter + mm] = 0;
			cells[held + mm * threads + thread] = NOT_HELD;
			grantNext(cells, mm);
		},
	};
}
