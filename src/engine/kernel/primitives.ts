import type { ParameterKind } from '../c/environment.ts';
import type { Primitive } from '../model/primitive.ts';
import { PG_locked, PG_waiters } from './objects.ts';

const semaphore: ParameterKind = { struct: 'rw_semaphore' };
const queue: ParameterKind = { struct: 'wait_queue_head' };
const flags: ParameterKind = { struct: 'page_flags' };
const spinlock: ParameterKind = { struct: 'spinlock' };
const mm: ParameterKind = { struct: 'mm_struct' };
const task: ParameterKind = { struct: 'task_struct' };
const page: ParameterKind = { struct: 'page' };

const step = (parameters: readonly ParameterKind[]): Primitive => ({
	kind: 'step',
	parameters,
	returns: 'void',
	results: 1,
});
const question = (parameters: readonly ParameterKind[]): Primitive => ({
	kind: 'step',
	parameters,
	returns: 'int',
	results: 2,
});
const locked = (primitive: Primitive): Primitive => ({ ...primitive, underLock: true });
const forBits = (bits: readonly number[], primitive: Primitive): Primitive => ({ ...primitive, bits });
const mark: Primitive = { kind: 'mark', parameters: [], returns: 'void', results: 1 };
const section: Primitive = { kind: 'section', parameters: [spinlock], returns: 'void', results: 1 };

/**
 * All that model C may call. The page lock itself is C over these; the rw_semaphore is the one lock
 * that the engine provides, with a discipline by name.
 */
export const primitives = {
	test_bit: forBits([PG_locked, PG_waiters], question(['int', flags])),
	set_bit: forBits([PG_waiters], step(['int', flags])),
	clear_bit: forBits([PG_waiters], step(['int', flags])),
	test_and_set_bit_lock: forBits([PG_locked], question(['int', flags])),
	clear_bit_unlock: forBits([PG_locked], step(['int', flags])),
	/** Clears PG_locked and answers, in the same instruction, whether PG_waiters is set. */
	clear_bit_unlock_is_negative_byte: forBits([PG_locked], question(['int', flags])),

	page_waitqueue: { kind: 'same', parameters: [page], returns: { struct: 'wait_queue_head' }, results: 1 },
	/** Where those wait whom the mm's userfaultfd keeps waiting. */
	fault_pending_wqh: {
		kind: 'same',
		parameters: [mm],
		returns: { struct: 'wait_queue_head' },
		results: 1,
		ofAnotherKind: true,
	},
	spin_lock_irq: section,
	spin_unlock_irq: section,
	waitqueue_active: locked(question([queue])),
	is_queued: locked(question([queue])),
	first_is_exclusive: locked(question([queue])),
	first_wants_hand_off: locked(question([queue])),
	/** Tries to take the page lock on behalf of the first in the queue; 1 if it is taken already. */
	test_and_set_bit_lock_for_first: locked(question([queue])),
	/** The caller joins at the tail, SHARED, EXCLUSIVE or HANDOFF. */
	add_wait_queue_tail: locked(step([queue, 'int'])),
	/** Wakes the first in the queue and takes it out. */
	wake_up_first: locked(step([queue])),
	/** Makes the first in the queue the owner of the page lock, wakes it and takes it out. */
	hand_off_to_first: locked(step([queue])),
	/** Takes the caller out of the queue, if it still stands there; a section of its own. */
	finish_wait: step([queue]),
	/** As io_schedule(), in one of the kernel's states: TASK_INTERRUPTIBLE, TASK_KILLABLE, .. */
	io_schedule_state: { kind: 'sleep', parameters: ['int'], returns: 'void', results: 1 },
	io_schedule: { kind: 'sleep', parameters: [], returns: 'void', results: 1 },

	down_read: { ...step([semaphore]), results: 2, blocks: true, takes: 0 },
	down_write: { ...step([semaphore]), results: 2, blocks: true, takes: 0 },
	down_read_trylock: { ...question([semaphore]), takes: 1 },
	up_read: { ...step([semaphore]), gives: true },
	up_write: { ...step([semaphore]), gives: true },

	/** Whether the caller holds mmap_sem, in whichever way. */
	lockdep_is_held: { ...question([semaphore]), kind: 'ask' },

	pte_present: question([mm, page]),
	set_pte_at: step([mm, page]),
	pte_clear: step([mm, page]),
	/** Whether userfaultfd wants to be told of a write there. */
	pte_uffd_wp: { ...question([mm, page]), changedBy: ['pte_mkuffd_wp'] },
	pte_mkuffd_wp: step([mm, page]),
	pte_clear_uffd_wp: step([mm, page]),

	/** Sends another thread a signal, by its number. */
	send_sig: step(['int', task]),
	/** Whether a signal that kills waits for the caller; whether any does. */
	fatal_signal_pending: { ...question([]), changedBy: ['send_sig'] },
	signal_pending: { ...question([]), changedBy: ['send_sig'] },
	/** The caller handles a signal that does not kill; whether there was one. */
	dequeue_signal: { ...question([]), changedBy: ['send_sig'] },

	spend: { kind: 'spend', parameters: ['duration'], returns: 'void', results: 1 },
	trace_fault_begin: mark,
	trace_fault_retry: mark,
	trace_fault_end: mark,
	trace_fault_sigbus: mark,
	/** What must not be is: noted, and the thread goes on. */
	WARN_ON: { ...mark, parameters: ['int'], unlessZero: true },
} satisfies Record<string, Primitive>;

export type PrimitiveName = keyof typeof primitives;

/** Names in the order of their operation numbers. */
export const primitiveNames = Object.keys(primitives) as PrimitiveName[];

/** The number by which the tables call each primitive. */
export const operation: Readonly<Record<PrimitiveName, number>> = Object.fromEntries(
	primitiveNames.map((name, number) => [name, number]),
) as Record<PrimitiveName, number>;
