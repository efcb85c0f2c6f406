import type { Queue } from './queue.ts';
import { queueSemaphore } from './queue-semaphore.ts';
import { SemaphoreBooks, type Wake, WRITER } from './semaphore-books.ts';
import { bitsOfFirst, type RwSemaphore, SLEEPS_ON, TIMED_OUT, TIMES_OUT, TRIES } from './semaphore-discipline.ts';
import type { Shape } from './shape.ts';

/**
 * `v4.20`: readers as in `queue`, but a writer takes the semaphore whenever nobody holds it, whoever
 * queues. A release that finds a writer at the head only wakes it: it keeps its place there, and
 * tries.
 */
export function v420Semaphore(shape: Shape, queue: Queue, wake: Wake): RwSemaphore {
	return stealingSemaphore(shape, queue, wake, false);
}

/**
 * `handoff`, no kernel's, but what its hand-off is meant to be: as `v4.20` until the time-out of the
 * writer at the head fires; from then on until it has the semaphore, nobody steals. A reader at the
 * head needs no time-out: whoever releases grants it the semaphore in the same step.
 */
export function handoffSemaphore(shape: Shape, queue: Queue, wake: Wake): RwSemaphore {
	return stealingSemaphore(shape, queue, wake, true);
}

function stealingSemaphore(shape: Shape, queue: Queue, wake: Wake, timesOut: boolean): RwSemaphore {
	const books = new SemaphoreBooks(shape, queue, wake);
	const first = bitsOfFirst(shape);
	const { read, tryRead } = queueSemaphore(shape, queue, wake);
	return {
		read,
		tryRead,
		write(cells, mm, thread) {
			if (books.isFree(cells, mm) && !first.has(cells, mm, TIMED_OUT)) {
				books.takeForWriting(cells, mm, thread);
				return 0;
			}
			books.join(cells, mm, thread, WRITER);
			return 1;
		},
		release(cells, mm, thread) {
			if (!books.giveBack(cells, mm, thread) || !books.isAnyoneQueued(cells, mm)) return;
			if (books.isFirstWriter(cells, mm)) books.wakeFirst(cells, mm);
			else books.grantReadersAtHead(cells, mm);
		},
		nextOfSleeper(cells, mm, thread) {
			if (books.firstWriter(cells, mm) !== thread) return SLEEPS_ON;
			if (books.isFree(cells, mm)) return TRIES;
			return timesOut && !first.has(cells, mm, TIMED_OUT) ? TIMES_OUT : SLEEPS_ON;
		},
		runSleeper(cells, mm) {
			if (books.isFree(cells, mm)) {
				books.letFirstWrite(cells, mm);
				return 0;
			}
			first.set(cells, mm, TIMED_OUT);
			return 1;
		},
		timedWaiter: timesOut ? books.firstWriter : null,
	};
}
