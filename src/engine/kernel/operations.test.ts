import { describe, expect, test } from 'vitest';
import { actorWith, smallPlan } from '../../../tests/support/small-model.ts';
import { pageText, queueText, semaphoreText } from '../../../tests/support/state-text.ts';
import { Stepper } from '../../../tests/support/stepper.ts';
import { userfaultQueue } from './shape.ts';

/** Neither is the first of its kind, so that whoever forgets to count them is found out. */
const [MM, PAGE] = [1, 2];
const cast = `a:${MM}:${PAGE}`;

/** Runs a function of that body alone to its end, or until it sleeps. */
function runAlone(body: string): Stepper {
	const stepper = new Stepper(smallPlan(actorWith(body), cast));
	while (stepper.run(0) !== null);
	return stepper;
}

/** Asks a question as the last thing: what the C sees is told by whether it then sets PG_waiters of another bit. */
function answerOf(body: string, question: string): number {
	const stepper = runAlone(`${body}\nif (${question}) down_write(&mm->mmap_sem);`);
	return semaphoreText(stepper.shape, stepper.cells, MM) === 'A!:' ? 1 : 0;
}

/** All pages in order, then all mmap_sems, as `pageText` and `semaphoreText` write them. */
function allText({ shape, cells }: Stepper): string[] {
	const pages = Array.from({ length: shape.pages }, (_, page) => pageText(shape, cells, page));
	return [...pages, ...Array.from({ length: shape.mms }, (_, mm) => semaphoreText(shape, cells, mm))];
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
		expect(allText(runAlone(body as string))).toEqual(['-:', '-:', state, '-:', '-:']);
	});

	test.for([
		['down_read', 'down_read(&mm->mmap_sem);', 'A:'],
		['down_write', 'down_write(&mm->mmap_sem);', 'A!:'],
		['down_read_trylock', 'down_read_trylock(&mm->mmap_sem);', 'A:'],
		['up_read', 'down_read(&mm->mmap_sem); up_read(&mm->mmap_sem);', '-:'],
		['up_write', 'down_write(&mm->mmap_sem); up_write(&mm->mmap_sem);', '-:'],
	])('%s', ([, body, state]) => {
		expect(allText(runAlone(body as string))).toEqual(['-:', '-:', '-:', '-:', state]);
	});

	test.for([
		['set_pte_at', 'pte'],
		['pte_mkuffd_wp', 'writeProtected'],
	] as const)('what %s sets belongs to an mm and a page', ([name, part]) => {
		const { shape, cells } = runAlone(`${name}(mm, page);`);
		const set = [...cells.keys()].filter((cell) => cell >= shape.threads && cells[cell] !== 0);
		expect(set).toEqual([shape[part] + MM * shape.pages + PAGE]);
	});

	test('hand_off_to_first wakes the first, which owns the page then', () => {
		const text = `
			void owner(struct page *page) { ${take} ${inSection('hand_off_to_first(q);')} }
			void sleeper(struct page *page) { ${join(1)} io_schedule(); }`;
		const stepper = new Stepper(smallPlan(text, `owner:0:${PAGE} sleeper:0:${PAGE}`));
		for (const thread of [0, 1, 0]) stepper.run(thread);
		expect(stepper.woken).toEqual([1]);
		expect(allText(stepper)).toEqual(['-:', '-:', 'B:', '-:']);
	});

	test("an mm's userfaultfd has a queue of its own", () => {
		const counts = { threads: 1, mms: 2, pages: 3, userfaults: 2 };
		const body = join(0).replace('page_waitqueue(page)', 'fault_pending_wqh(mm)');
		const stepper = new Stepper(smallPlan(actorWith(body), cast, { counts }));
		stepper.run(0);
		const { shape, cells } = stepper;
		expect([0, 1].map((mm) => queueText(shape, cells, userfaultQueue(shape, mm)))).toEqual(['', 'A']);
		expect(allText(stepper)).toEqual(['-:', '-:', '-:', '-:', '-:']);
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
		[
			join(0).replace('page_waitqueue(page)', 'fault_pending_wqh(mm)'),
			"the userfaultfd's queue of mm 1, which nobody monitors; ask pte_uffd_wp() first, or add a monitor",
		],
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

	test.for(['hand_off_to_first', 'test_and_set_bit_lock_for_first'])("%s() is for a page's queue alone", (name) => {
		const body = inSection(`add_wait_queue_tail(q, 1); ${name}(q);`);
		const text = actorWith(body.replace('page_waitqueue(page)', 'fault_pending_wqh(mm)'));
		const stepper = new Stepper(smallPlan(text, 'a'));
		expect(() => stepper.run(0)).toThrow(
			`test.c:2: ${name}() on a wait queue that is no page's; nothing is locked there`,
		);
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
