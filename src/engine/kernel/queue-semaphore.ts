import type { Queue } from './queue.ts';
import { READER, SemaphoreBooks, type Wake, WRITER } from './semaphore-books.ts';
import { type RwSemaphore, sleepersSleepOn } from './semaphore-discipline.ts';
import type { Shape } from './shape.ts';

/**
 * `queue`, the semaphore as the thread of January 2019 speaks of it: a reader queues iff a writer is
 * active or anyone queues; whoever releases grants it to the writer at the head, or to the readers
 * next to one another at the head.
 */
export function queueSemaphore(shape: Shape, queue: Queue, wake: Wake): RwSemaphore {
	const books = new SemaphoreBooks(shape, queue, wake);
	const isOpenToReaders = (cells: Int32Array, mm: number) =>
		!books.isWritten(cells, mm) && !books.isAnyoneQueued(cells, mm);
	return {
		...sleepersSleepOn,
		read(cells, mm, thread) {
			if (isOpenToReaders(cells, mm)) {
				books.takeForReading(cells, mm, thread);
				return 0;
			}
			books.join(cells, mm, thread, READER);
			return 1;
		},
		write(cells, mm, thread) {
			if (books.isFree(cells, mm) && !books.isAnyoneQueued(cells, mm)) {
				books.takeForWriting(cells, mm, thread);
				return 0;
			}
			books.join(cells, mm, thread, WRITER);
			return 1;
		},
		tryRead(cells, mm, thread) {
			if (!isOpenToReaders(cells, mm)) return 0;
			books.takeForReading(cells, mm, thread);
			return 1;
		},
		release(cells, mm, thread) {
			if (!books.giveBack(cells, mm, thread) || !books.isAnyoneQueued(cells, mm)) return;
			if (books.isFirstWriter(cells, mm)) wake(books.letFirstWrite(cells, mm));
			else books.grantReadersAtHead(cells, mm);
		},
	};
}
