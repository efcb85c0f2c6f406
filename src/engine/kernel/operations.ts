import { HANDOFF, PG_locked, SHARED, SIGKILL } from './objects.ts';
import type { PrimitiveName } from './primitives.ts';
import { kindOfEntry, type Queue, threadOfEntry } from './queue.ts';
import type { Wake } from './semaphore-books.ts';
import type { RwSemaphore } from './semaphore-discipline.ts';
import {
	FATAL_SIGNAL,
	HELD_FOR_READING,
	HELD_FOR_WRITING,
	NOT_HELD,
	OTHER_SIGNAL,
	pageQueue,
	type Shape,
	userfaultQueue,
} from './shape.ts';

/**
 * What one operation does to the cells, for `thread`, on its object and argument; returns the
 * result that the C sees.
 * @throws Error if the C misuses it, as in giving back a lock that the thread does not hold
 */
export type Operation = (cells: Int32Array, thread: number, object: number, argument: number) => number;

/** Every operation on what threads share. The names are those that model C calls. */
export function operationsOf(
	shape: Shape,
	queue: Queue,
	semaphore: RwSemaphore,
	wake: Wake,
): Partial<Record<PrimitiveName, Operation>> {
	return {
		...bitOperations(shape),
		...waitQueueOperations(shape, queue, wake),
		...semaphoreOperations(shape, semaphore),
		...pteOperations(shape),
		...signalOperations(shape, wake),
	};
}

function bitOperations({ pageOwner, pageWaiters }: Shape) {
	const unlock = (cells: Int32Array, thread: number, page: number) => {
		const owner = cells[pageOwner + page] as number;
		if (owner !== thread + 1) {
			throw new Error(
				owner === 0
					? 'PG_locked is cleared, but the page is not locked; lock_page() comes first'
					: 'PG_locked is cleared by a thread that does not own it; only its owner may unlock a page',
			);
		}
		cells[pageOwner + page] = 0;
	};
	return {
		test_bit: (cells, _thread, page, bit) =>
			bit === PG_locked ? Number(cells[pageOwner + page] !== 0) : (cells[pageWaiters + page] as number),
		set_bit: (cells, _thread, page) => {
			cells[pageWaiters + page] = 1;
			return 0;
		},
		clear_bit: (cells, _thread, page) => {
			cells[pageWaiters + page] = 0;
			return 0;
		},
		test_and_set_bit_lock: (cells, thread, page) => {
			if (cells[pageOwner + page] !== 0) return 1;
			cells[pageOwner + page] = thread + 1;
			return 0;
		},
		clear_bit_unlock: (cells, thread, page) => {
			unlock(cells, thread, page);
			return 0;
		},
		clear_bit_unlock_is_negative_byte: (cells, thread, page) => {
			unlock(cells, thread, page);
			return cells[pageWaiters + page] as number;
		},
	} satisfies Partial<Record<PrimitiveName, Operation>>;
}

function waitQueueOperations(shape: Shape, queue: Queue, wake: Wake) {
	const { pageOwner, queuedOn } = shape;
	// A page's queue goes by the page's number, that of an mm's userfaultfd by -1 - the mm's.
	const line = (object: number) => {
		if (object >= 0) return pageQueue(object);
		const mm = -1 - object;
		if (mm < shape.userfaults) return userfaultQueue(shape, mm);
		throw new Error(
			`the userfaultfd's queue of mm ${mm}, which nobody monitors; ask pte_uffd_wp() first, or add a monitor`,
		);
	};
	const needPage = (page: number, name: string) => {
		if (page < 0) throw new Error(`${name}() on a wait queue that is no page's; nothing is locked there`);
	};
	const needSomeone = (cells: Int32Array, page: number, name: string) => {
		if (queue.length(cells, line(page)) > 0) return;
		throw new Error(`${name}() on an empty wait queue; ask waitqueue_active() first`);
	};
	return {
		waitqueue_active: (cells, _thread, page) => Number(queue.length(cells, line(page)) > 0),
		is_queued: (cells, thread, page) => Number(queue.holds(cells, line(page), thread)),
		first_is_exclusive: (cells, _thread, page) => {
			needSomeone(cells, page, 'first_is_exclusive');
			return Number(kindOfEntry(queue.entry(cells, line(page), 0)) !== SHARED);
		},
		first_wants_hand_off: (cells, _thread, page) => {
			needSomeone(cells, page, 'first_wants_hand_off');
			return Number(kindOfEntry(queue.entry(cells, line(page), 0)) === HANDOFF);
		},
		test_and_set_bit_lock_for_first: (cells, _thread, page) => {
			needPage(page, 'test_and_set_bit_lock_for_first');
			needSomeone(cells, page, 'test_and_set_bit_lock_for_first');
			if (cells[pageOwner + page] !== 0) return 1;
			cells[pageOwner + page] = threadOfEntry(queue.entry(cells, line(page), 0)) + 1;
			return 0;
		},
		add_wait_queue_tail: (cells, thread, page, kind) => {
			if (cells[queuedOn + thread] !== 0) {
				throw new Error('add_wait_queue_tail() by a thread that is queued already; ask is_queued() first');
			}
			if (kind < SHARED || kind > HANDOFF) {
				throw new Error(
					`add_wait_queue_tail() with ${kind}; the queue knows SHARED (0), EXCLUSIVE (1) and HANDOFF (2)`,
				);
			}
			queue.addTail(cells, line(page), thread, kind);
			return 0;
		},
		wake_up_first: (cells, _thread, page) => {
			needSomeone(cells, page, 'wake_up_first');
			wake(queue.removeFirst(cells, line(page)));
			return 0;
		},
		hand_off_to_first: (cells, thread, page) => {
			needPage(page, 'hand_off_to_first');
			needSomeone(cells, page, 'hand_off_to_first');
			if (cells[pageOwner + page] !== thread + 1) {
				throw new Error(
					'hand_off_to_first() by a thread that does not own the page lock; only its owner may hand it off',
				);
			}
			const next = queue.removeFirst(cells, line(page));
			cells[pageOwner + page] = next + 1;
			wake(next);
			return 0;
		},
		finish_wait: (cells, thread, page) => {
			queue.remove(cells, line(page), thread);
			return 0;
		},
	} satisfies Partial<Record<PrimitiveName, Operation>>;
}

function semaphoreOperations({ held, threads }: Shape, semaphore: RwSemaphore) {
	const mustHold = (cells: Int32Array, mm: number, thread: number, wanted: number, name: string) => {
		if (cells[held + mm * threads + thread] === wanted) return;
		const how = wanted === HELD_FOR_READING ? 'reading' : wanted === HELD_FOR_WRITING ? 'writing' : null;
		throw new Error(
			how === null
				? `${name}() by a thread that already holds mmap_sem; give it back first`
				: `${name}() by a thread that does not hold mmap_sem for ${how}; take it first`,
		);
	};
	return {
		down_read: (cells, thread, mm) => {
			mustHold(cells, mm, thread, NOT_HELD, 'down_read');
			return semaphore.read(cells, mm, thread);
		},
		down_write: (cells, thread, mm) => {
			mustHold(cells, mm, thread, NOT_HELD, 'down_write');
			return semaphore.write(cells, mm, thread);
		},
		down_read_trylock: (cells, thread, mm) => {
			mustHold(cells, mm, thread, NOT_HELD, 'down_read_trylock');
			return semaphore.tryRead(cells, mm, thread);
		},
		up_read: (cells, thread, mm) => {
			mustHold(cells, mm, thread, HELD_FOR_READING, 'up_read');
			semaphore.release(cells, mm, thread);
			return 0;
		},
		up_write: (cells, thread, mm) => {
			mustHold(cells, mm, thread, HELD_FOR_WRITING, 'up_write');
			semaphore.release(cells, mm, thread);
			return 0;
		},
	} satisfies Partial<Record<PrimitiveName, Operation>>;
}

function signalOperations({ signals, queuedOn }: Shape, wake: Wake) {
	return {
		send_sig: (cells, _thread, target, signal) => {
			const bit = signal === SIGKILL ? FATAL_SIGNAL : OTHER_SIGNAL;
			cells[signals + target] = (cells[signals + target] as number) | bit;
			// Where the other stands is not asked: if its sleep is not one that a signal ends, it sleeps on.
			if (cells[queuedOn + target] !== 0) wake(target);
			return 0;
		},
		fatal_signal_pending: (cells, thread) => Number(((cells[signals + thread] as number) & FATAL_SIGNAL) !== 0),
		signal_pending: (cells, thread) => Number(cells[signals + thread] !== 0),
		dequeue_signal: (cells, thread) => {
			const pending = cells[signals + thread] as number;
			cells[signals + thread] = pending & ~OTHER_SIGNAL;
			return Number((pending & OTHER_SIGNAL) !== 0);
		},
	} satisfies Partial<Record<PrimitiveName, Operation>>;
}

function pteOperations({ pte, writeProtected, pages }: Shape) {
	const at = (mm: number, page: number) => pte + mm * pages + page;
	const bitAt = (mm: number, page: number) => writeProtected + mm * pages + page;
	return {
		pte_present: (cells, _thread, mm, page) => cells[at(mm, page)] as number,
		set_pte_at: (cells, _thread, mm, page) => {
			cells[at(mm, page)] = 1;
			return 0;
		},
		pte_clear: (cells, _thread, mm, page) => {
			cells[at(mm, page)] = 0;
			return 0;
		},
		pte_uffd_wp: (cells, _thread, mm, page) => cells[bitAt(mm, page)] as number,
		pte_mkuffd_wp: (cells, _thread, mm, page) => {
			cells[bitAt(mm, page)] = 1;
			return 0;
		},
		pte_clear_uffd_wp: (cells, _thread, mm, page) => {
			cells[bitAt(mm, page)] = 0;
			return 0;
		},
	} satisfies Partial<Record<PrimitiveName, Operation>>;
}
