import type { Queue } from './queue.ts';
import { READER, SemaphoreBooks, type Wake, WRITER } from './semaphore-books.ts';
import {
	ASKED,
	bitsOfFirst,
	type RwSemaphore,
	SLEEPS_ON,
	TIMED_OUT,
	TIMES_OUT,
	TRIES,
	WOKEN,
} from './semaphore-discipline.ts';
import type { Shape } from './shape.ts';

/**
 * `v5.3`: readers may enter ahead of a queued writer while readers hold, as one that spins on the
 * semaphore does; a reader at the head is granted it with all readers in the queue; a writer takes it
 * whenever nobody holds it. A writer at the head is woken when nobody holds it any more, and tries;
 * if it is beaten, and has waited for the time-out, it asks for a hand-off. Readers that always
 * overlap never wake it: the hole that 2f06f702925b tells of.
 */
export function v53Semaphore(shape: Shape, queue: Queue, wake: Wake): RwSemaphore {
	const books = new SemaphoreBooks(shape, queue, wake);
	const first = bitsOfFirst(shape);
	const mayEnter = (cells: Int32Array, mm: number) =>
		!books.isWritten(cells, mm) &&
		(!books.isAnyoneQueued(cells, mm) || (books.readers(cells, mm) > 0 && !first.has(cells, mm, ASKED)));
	return {
		read(cells, mm, thread) {
			if (mayEnter(cells, mm)) {
				books.takeForReading(cells, mm, thread);
				return 0;
			}
			books.join(cells, mm, thread, READER);
			return 1;
		},
		write(cells, mm, thread) {
			if (books.isFree(cells, mm) && !first.has(cells, mm, ASKED)) {
				books.takeForWriting(cells, mm, thread);
				return 0;
			}
			books.join(cells, mm, thread, WRITER);
			return 1;
		},
		// It does not spin: as soon as anyone queues, it fails.
		tryRead(cells, mm, thread) {
			if (books.isWritten(cells, mm) || books.isAnyoneQueued(cells, mm)) return 0;
			books.takeForReading(cells, mm, thread);
			return 1;
		},
		release(cells, mm, thread) {
			if (!books.giveBack(cells, mm, thread) || !books.isAnyoneQueued(cells, mm)) return;
			if (books.isFirstWriter(cells, mm)) {
				first.set(cells, mm, WOKEN);
				books.wakeFirst(cells, mm);
			} else {
				books.grantReadersAnywhere(cells, mm);
			}
		},
		nextOfSleeper(cells, mm, thread) {
			if (books.firstWriter(cells, mm) !== thread) return SLEEPS_ON;
			if (first.has(cells, mm, WOKEN)) return TRIES;
			return first.has(cells, mm, TIMED_OUT) ? SLEEPS_ON : TIMES_OUT;
		},
		runSleeper(cells, mm) {
			if (!first.has(cells, mm, WOKEN)) {
				first.set(cells, mm, TIMED_OUT);
				return 1;
			}
			if (books.isFree(cells, mm)) {
				books.letFirstWrite(cells, mm);
				return 0;
			}
			first.clear(cells, mm, WOKEN);
			if (first.has(cells, mm, TIMED_OUT)) first.set(cells, mm, ASKED);
			return 1;
		},
		timedWaiter: books.firstWriter,
	};
}
