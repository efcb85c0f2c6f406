import {
	EXCLUSIVE,
	HANDOFF,
	PG_locked,
	SHARED,
	SIGKILL,
	TASK_INTERRUPTIBLE,
	TASK_WAKEKILL,
} from '../../engine/kernel/objects.ts';
import { type PrimitiveName, primitiveNames, primitives } from '../../engine/kernel/primitives.ts';
import type { Tables } from '../../engine/model/tables.ts';

/** An operation in Promela, in the words of `kernelText`. */
export interface Action {
	/** Holds iff the operation answers 1; null if it has but one answer. */
	readonly condition: string | null;
	/** Statements, by the answer; where there is but one they stand under 0. */
	readonly statements: readonly [readonly string[], readonly string[]];
}

const does = (...statements: string[]): Action => ({ condition: null, statements: [statements, []] });
const asks = (condition: string, ifNot: readonly string[] = [], ifSo: readonly string[] = []): Action => ({
	condition,
	statements: [ifNot, ifSo],
});

const kinds: Readonly<Record<number, string>> = { [SHARED]: 'SHARED', [EXCLUSIVE]: 'EXCLUSIVE', [HANDOFF]: 'HANDOFF' };

/** A wait queue: a page's, or that of an mm's userfaultfd. */
const queueName = (object: number) => (object >= 0 ? `page_wait[${object}]` : `userfault_wait[${-1 - object}]`);

const byName: Partial<Record<PrimitiveName, (object: number, argument: number) => Action>> = {
	test_bit: (page, bit) => asks(bit === PG_locked ? `PageLocked(${page})` : `PageWaiters(${page})`),
	set_bit: (page) => does(`SetPageWaiters(${page})`),
	clear_bit: (page) => does(`ClearPageWaiters(${page})`),
	test_and_set_bit_lock: (page) => asks(`PageLocked(${page})`, [`SetPageLocked(${page}, _pid)`]),
	clear_bit_unlock: (page) => does(`clear_bit_unlock(${page})`),
	clear_bit_unlock_is_negative_byte: (page) =>
		asks(`PageWaiters(${page})`, [`clear_bit_unlock(${page})`], [`clear_bit_unlock(${page})`]),

	waitqueue_active: (queue) => asks(`waitqueue_active(${queueName(queue)})`),
	is_queued: (queue) => asks(`is_queued(${queueName(queue)})`),
	first_is_exclusive: (queue) => asks(`first_is_exclusive(${queueName(queue)})`),
	first_wants_hand_off: (queue) => asks(`first_wants_hand_off(${queueName(queue)})`),
	test_and_set_bit_lock_for_first: (page) => asks(`PageLocked(${page})`, [`lock_page_for_first(${page})`]),
	add_wait_queue_tail: (queue, kind) => does(`add_wait_queue_tail(${queueName(queue)}, ${kinds[kind] ?? kind})`),
	wake_up_first: (queue) => does(`wake_up_first(${queueName(queue)})`),
	hand_off_to_first: (page) => does(`hand_off_to_first(${page})`),
	finish_wait: (queue) => does(`finish_wait(${queueName(queue)})`),

	down_read: (mm) => does(`down_read(${mm})`),
	down_write: (mm) => does(`down_write(${mm})`),
	down_read_trylock: (mm) =>
		asks(`may_try_to_read(${mm})`, [`assert(how_held(${mm}, _pid) == NOT_HELD)`], [`take_for_reading(${mm}, _pid)`]),
	up_read: (mm) => does(`up_read(${mm})`),
	up_write: (mm) => does(`up_write(${mm})`),

	pte_present: (mm, page) => asks(`pte_present(${mm}, ${page})`),
	set_pte_at: (mm, page) => does(`set_pte_at(${mm}, ${page})`),
	pte_clear: (mm, page) => does(`pte_clear(${mm}, ${page})`),
	pte_uffd_wp: (mm, page) => asks(`pte_uffd_wp(${mm}, ${page})`),
	pte_mkuffd_wp: (mm, page) => does(`pte_mkuffd_wp(${mm}, ${page})`),
	pte_clear_uffd_wp: (mm, page) => does(`pte_clear_uffd_wp(${mm}, ${page})`),

	send_sig: (task, signal) => does(`send_sig(${signal === SIGKILL ? 'FATAL' : 'OTHER'}, ${task})`),
	fatal_signal_pending: () => asks('fatal_signal_pending(_pid)'),
	signal_pending: () => asks('signal_pending(_pid)'),
	dequeue_signal: () => asks('other_signal_pending(_pid)', [], ['dequeue_signal(_pid)']),
};

/** What a thread does at a node that is a step or a part of one. */
export function actionAt(tables: Tables, node: number): Action {
	const name = nameAt(tables, node);
	const action = byName[name];
	if (action === undefined) throw new Error(`${name}() is not known in Promela`);
	return action(tables.object[node] as number, tables.argument[node] as number);
}

/** The operation at a node, by the name that the C calls it. */
function nameAt({ operation }: Tables, node: number): PrimitiveName {
	return primitiveNames[operation[node] as number] as PrimitiveName;
}

/** Whether the caller may be put to sleep in a semaphore's queue, in the same step. */
export function mayQueueInside(tables: Tables, node: number): boolean {
	const primitive = primitives[nameAt(tables, node)];
	return 'blocks' in primitive && primitive.blocks;
}

/** The state in which a thread sleeps, by the kernel's name, from the flags that the C gave. */
export function taskState(flags: number): string {
	if ((flags & TASK_INTERRUPTIBLE) !== 0) return 'TASK_INTERRUPTIBLE';
	return (flags & TASK_WAKEKILL) !== 0 ? 'TASK_KILLABLE' : 'TASK_UNINTERRUPTIBLE';
}
