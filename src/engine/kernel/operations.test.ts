import { describe, expect, test } from 'vitest';
import { actorWith, smallPlan } from '../../../tests/support/small-model.ts';
import { pageText, semaphoreText } from '../../../tests/support/state-text.ts';
import { Stepper } from '../../../tests/support/stepper.ts';

/** Runs a function of that body alone to its end, or until it sleeps. */
function runAlone(body: string): Stepper {
	const stepper = new Stepper(smallPlan(actorWith(body), 'a'));
	while (stepper.run(0) !== null);
	return stepper;
}

/** Asks a question as the last thing: what the C sees is told by whether it then sets PG_waiters of another bit. */
function answerOf(body: string, question: string): number {
	const stepper = runAlone(`${body}\nif (${question}) down_write(&mm->mmap_sem);`);
	return semaphoreText(stepper.shape, stepper.cells) === 'A!:' ? 1 : 0;
}

const inSection = (body: string) =>
	`struct wait_queue_head *q = page_waitqueue(page); spin_lock_irq(&q->lock); ${body} spin_unlock_irq(&q->lock);`;
const take = 'test_and_set_bit_lock(0, &page->flags);';
const join = (kind: number) => inSection(`add_wait_queue_tail(q, ${kind});`);

describe('what an operation does to the state', () => {
	test.for([
		['test_and_set_bit_lock takes a free page', take, 'A:'],
		['set_bit sets PG_waiters', 'set_bit(7, &page->flags);', '-: w'],
		['clear_bit clears PG_waiters', 'set_bit(7, &page->flags); clear_bit(7, &page->flags);', '-:'],
		['clear_bit_unlock frees the page', `${take} clear_bit_unlock(0, &page->flags);`, '-:'],
		[
			'clear_bit_unlock_is_negative_byte frees the page',
			`${take} clear_bit_unlock_is_negative_byte(0, &page->flags);`,
			'-:',
		],
		[
			'clearing the lock leaves PG_waiters',
			`${take} set_bit(7, &page->flags); clear_bit_unlock(0, &page->flags);`,
			'-: w',
		],
		['add_wait_queue_tail joins shared', join(0), '-: A'],
		['add_wait_queue_tail joins exclusively', join(1), '-: A!'],
		['add_wait_queue_tail joins to be handed the lock', join(2), '-: A!!'],
		[
			'test_and_set_bit_lock_for_first takes a free page on behalf of the first, which stays',
			`${join(2).replace(' spin_unlock', ' test_and_set_bit_lock_for_first(q); spin_unlock')}`,
			'A: A!!',
		],
		['finish_wait leaves the queue', `${join(1)} finish_wait(page_waitqueue(page));`, '-:'],
		['finish_wait does nothing to who does not queue', 'finish_wait(page_waitqueue(page));', '-:'],
		['wake_up_first takes the first out', `${join(1).replace(' spin_unlock', ' wake_up_first(q); spin_unlock')}`, '-:'],
		[
			'hand_off_to_first passes the page on',
			`${take} ${join(1).replace(' spin_unlock', ' hand_off_to_first(q); spin_unlock')}`,
			'A:',
		],
	])('%s', ([, body, state]) => {
		const { shape, cells } = runAlone(body as string);
		expect(pageText(shape, cells)).toBe(state);
	});

	test.for([
		['down_read', 'down_read(&mm->mmap_sem);', 'A:'],
		['down_write', 'down_write(&mm->mmap_sem);', 'A!:'],
		['down_read_trylock', 'down_read_trylock(&mm->mmap_sem);', 'A:'],
		['up_read', 'down_read(&mm->mmap_sem); up_read(&mm->mmap_sem);', '-:'],
		['up_write', 'down_write(&mm->mmap_sem); up_write(&mm->mmap_sem);', '-:'],
	])('%s', ([, body, state]) => {
		const { shape, cells } = runAlone(body as string);
		expect(semaphoreText(shape, cells)).toBe(state);
	});

	test('a mapping belongs to an mm and a page', () => {
		const { shape, cells } = new Stepper(smallPlan(actorWith('set_pte_at(mm, page);'), 'a:1:2'));
		const stepper = new Stepper(smallPlan(actorWith('set_pte_at(mm, page);'), 'a:1:2'));
		stepper.run(0);
		const changed = [...stepper.cells.keys()].filter(
			(cell) => cell >= shape.threads && stepper.cells[cell] !== cells[cell],
		);
		expect(changed).toEqual([shape.pte + 1 * shape.pages + 2]);
	});
});

describe('what an operation answers', () => {
	test.for([
		['test_bit(0, &page->flags)', '', 0],
		['test_bit(0, &page->flags)', take, 1],
		['test_bit(7, &page->flags)', take, 0],
		['test_bit(7, &page->flags)', 'set_bit(7, &page->flags);', 1],
		['test_and_set_bit_lock(0, &page->flags)', '', 0],
		['test_and_set_bit_lock(0, &page->flags)', take, 1],
		['clear_bit_unlock_is_negative_byte(0, &page->flags)', take, 0],
		['clear_bit_unlock_is_negative_byte(0, &page->flags)', `${take} set_bit(7, &page->flags);`, 1],
		['pte_present(mm, page)', '', 0],
		['pte_present(mm, page)', 'set_pte_at(mm, page);', 1],
		['pte_present(mm, page)', 'set_pte_at(mm, page); pte_clear(mm, page);', 0],
		['pte_uffd_wp(mm, page)', 'if (test_bit(0, &page->flags)) pte_mkuffd_wp(mm, page);', 0],
		['pte_uffd_wp(mm, page)', 'pte_mkuffd_wp(mm, page);', 1],
		['pte_uffd_wp(mm, page)', 'pte_mkuffd_wp(mm, page); pte_clear_uffd_wp(mm, page);', 0],
		['answer', `int answer; ${inSection('answer = waitqueue_active(q);')}`, 0],
		['answer', `int answer; ${inSection('add_wait_queue_tail(q, 0); answer = waitqueue_active(q);')}`, 1],
		['answer', `int answer; ${inSection('answer = is_queued(q);')}`, 0],
		['answer', `int answer; ${inSection('add_wait_queue_tail(q, 0); answer = is_queued(q);')}`, 1],
		['answer', `int answer; ${inSection('add_wait_queue_tail(q, 0); answer = first_is_exclusive(q);')}`, 0],
		['answer', `int answer; ${inSection('add_wait_queue_tail(q, 1); answer = first_is_exclusive(q);')}`, 1],
		['answer', `int answer; ${inSection('add_wait_queue_tail(q, 2); answer = first_is_exclusive(q);')}`, 1],
		['answer', `int answer; ${inSection('add_wait_queue_tail(q, 1); answer = first_wants_hand_off(q);')}`, 0],
		['answer', `int answer; ${inSection('add_wait_queue_tail(q, 2); answer = first_wants_hand_off(q);')}`, 1],
		[
			'answer',
			`int answer; ${inSection('add_wait_queue_tail(q, 2); answer = test_and_set_bit_lock_for_first(q);')}`,
			0,
		],
		[
			'answer',
			`int answer; ${take} ${inSection('add_wait_queue_tail(q, 2); answer = test_and_set_bit_lock_for_first(q);')}`,
			1,
		],
	] as const)('%s after "%s" is %i', ([question, before, answer]) => {
		expect(answerOf(before, question)).toBe(answer);
	});
});

describe('signals', () => {
	test.for([
		[9, 'fatal_signal_pending()', 1],
		[9, 'signal_pending()', 1],
		[9, 'dequeue_signal()', 0],
		[10, 'fatal_signal_pending()', 0],
		[10, 'signal_pending()', 1],
		[10, 'dequeue_signal()', 1],
		[10, '!dequeue_signal() || signal_pending()', 0],
	] as const)('once %i was sent, %s is %i', ([signal, question, answer]) => {
		const text = `
			void a(struct mm_struct *mm) { if (${question}) down_write(&mm->mmap_sem); }
			void sender(struct task_struct *first) { send_sig(${signal}, first); }`;
		const stepper = new Stepper(smallPlan(text, 'a sender'));
		stepper.run(1);
		while (stepper.run(0) !== null);
		expect(semaphoreText(stepper.shape, stepper.cells)).toBe(answer === 1 ? 'A!:' : '-:');
	});

	test('are no step where nobody can send any', () => {
		const stepper = new Stepper(smallPlan(actorWith('if (signal_pending()) down_write(&mm->mmap_sem);'), 'a'));
		stepper.settle(0);
		expect(stepper.next(0)).toBe('finished');
	});
});

describe('misuse is refused, with its place', () => {
	const notOwner = 'only its owner may unlock a page';
	test.for([
		['clear_bit_unlock(0, &page->flags);', 'PG_locked is cleared, but the page is not locked; lock_page() comes first'],
		[
			'clear_bit_unlock_is_negative_byte(0, &page->flags);',
			'PG_locked is cleared, but the page is not locked; lock_page() comes first',
		],
		[inSection('wake_up_first(q);'), 'wake_up_first() on an empty wait queue; ask waitqueue_active() first'],
		[inSection('first_is_exclusive(q);'), 'first_is_exclusive() on an empty wait queue; ask waitqueue_active() first'],
		[
			inSection('first_wants_hand_off(q);'),
			'first_wants_hand_off() on an empty wait queue; ask waitqueue_active() first',
		],
		[
			inSection('test_and_set_bit_lock_for_first(q);'),
			'test_and_set_bit_lock_for_first() on an empty wait queue; ask waitqueue_active() first',
		],
		[inSection('hand_off_to_first(q);'), 'hand_off_to_first() on an empty wait queue; ask waitqueue_active() first'],
		...['hand_off_to_first', 'test_and_set_bit_lock_for_first'].map((name) => [
			inSection(`add_wait_queue_tail(q, 1); ${name}(q);`).replace('page_waitqueue(page)', 'fault_pending_wqh(mm)'),
			`${name}() on a wait queue that is no page's; nothing is locked there`,
		]),
		[
			inSection('add_wait_queue_tail(q, 0); hand_off_to_first(q);'),
			'hand_off_to_first() by a thread that does not own the page lock; only its owner may hand it off',
		],
		[
			inSection('add_wait_queue_tail(q, 0); add_wait_queue_tail(q, 0);'),
			'add_wait_queue_tail() by a thread that is queued already; ask is_queued() first',
		],
		[
			inSection('add_wait_queue_tail(q, 3);'),
			'add_wait_queue_tail() with 3; the queue knows SHARED (0), EXCLUSIVE (1) and HANDOFF (2)',
		],
		['up_read(&mm->mmap_sem);', 'up_read() by a thread that does not hold mmap_sem for reading; take it first'],
		['up_write(&mm->mmap_sem);', 'up_write() by a thread that does not hold mmap_sem for writing; take it first'],
		[
			'down_write(&mm->mmap_sem); up_read(&mm->mmap_sem);',
			'up_read() by a thread that does not hold mmap_sem for reading; take it first',
		],
		[
			'down_read(&mm->mmap_sem); up_write(&mm->mmap_sem);',
			'up_write() by a thread that does not hold mmap_sem for writing; take it first',
		],
		...['down_read', 'down_write', 'down_read_trylock'].map((name) => [
			`down_read(&mm->mmap_sem); ${name}(&mm->mmap_sem);`,
			`${name}() by a thread that already holds mmap_sem; give it back first`,
		]),
	])('%s', ([body, message]) => {
		expect(() => runAlone(body as string)).toThrow(`test.c:2: ${message}`);
	});

	test('a page is unlocked by its owner alone', () => {
		const text = `
			void owner(struct page *page) { test_and_set_bit_lock(0, &page->flags); }
			void thief(struct page *page) { clear_bit_unlock(0, &page->flags); }`;
		const stepper = new Stepper(smallPlan(text, 'owner thief'));
		stepper.run(0);
		expect(() => stepper.run(1)).toThrow(
			`test.c:3: PG_locked is cleared by a thread that does not own it; ${notOwner}`,
		);
	});
});
