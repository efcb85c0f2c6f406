import { describe, expect, test } from 'vitest';
import { smallPlan } from '../../tests/support/small-model.ts';
import { Stepper } from '../../tests/support/stepper.ts';
import type { RwSemaphoreName } from '../engine/kernel/rw-semaphore.ts';
import { castOf } from './record-cast.ts';
import { wordsOfStep } from './words-of-step.ts';

const names = ['Ann', 'Ben', 'Cid', 'Dot'];

/**
 * Lets threads take steps in the order given, as in '0 1 0', and tells the last one in words.
 *
 * @param bodies per thread, the body of the C function that it runs
 */
function tell(order: string, bodies: readonly string[], discipline: RwSemaphoreName = 'queue'): string {
	const parameters = 'struct mm_struct *mm, struct page *page';
	const functions = bodies.map((body, thread) => {
		const queue = body.includes('q') ? 'struct wait_queue_head *q = page_waitqueue(page);' : '';
		return `void actor${thread}(${parameters}) { ${queue} ${body} }`;
	});
	const cast = bodies.map((_, thread) => `actor${thread}`).join(' ');
	const plan = smallPlan(functions.join('\n'), cast, { discipline });
	const named = {
		...plan,
		threads: plan.threads.map((thread, index) => ({ ...thread, name: names[index] as string })),
	};
	const stepper = new Stepper(plan);
	let words = '';
	for (const thread of order.split(' ').map(Number)) {
		stepper.settle(thread);
		const before = stepper.cells.slice();
		const node = stepper.node(thread);
		const result = stepper.run(thread) as number;
		words = wordsOfStep(castOf(named), { thread, node, result, before, after: stepper.cells });
	}
	return words;
}

const take = 'test_and_set_bit_lock(0, &page->flags);';
const join = (kind: number) =>
	`spin_lock_irq(&q->lock); add_wait_queue_tail(q, ${kind}); spin_unlock_irq(&q->lock); io_schedule();`;
const unlock = 'clear_bit_unlock(0, &page->flags);';
const wakeAll = 'spin_lock_irq(&q->lock); while (waitqueue_active(q)) wake_up_first(q); spin_unlock_irq(&q->lock);';
const handOver =
	'spin_lock_irq(&q->lock); while (!first_is_exclusive(q)) wake_up_first(q); hand_off_to_first(q); spin_unlock_irq(&q->lock);';
const walk =
	'spin_lock_irq(&q->lock); wake_up_first(q); test_and_set_bit_lock_for_first(q); wake_up_first(q); spin_unlock_irq(&q->lock);';
const readIt = 'down_read(&mm->mmap_sem); up_read(&mm->mmap_sem);';
const writeIt = 'down_write(&mm->mmap_sem); up_write(&mm->mmap_sem);';

describe('a step in words', () => {
	test.for([
		['takes the page lock', '0', [take]],
		['finds the page locked', '0 1', [take, take]],
		['unlocks the page', '0 0', [take + unlock]],
		['queues for the page lock', '0', [join(1)]],
		['queues to be told of the unlock', '0', [join(0)]],
		['queues for the page lock, as number 2', '0 1', [join(0), join(1)]],
		['leaves the queue', '0 0', [`${join(1).replace('io_schedule();', '')} finish_wait(q);`]],
		['wakes Ann', '0 1', [join(1), wakeAll]],
		['wakes Ben and Ann', '1 0 2', [join(1), join(0), wakeAll]],
		['wakes Ann, Ben and Cid', '0 1 2 3', [join(1), join(0), join(0), wakeAll]],
		['hands the page lock to Ben', '0 1 0', [take + handOver, join(1)]],
		['wakes Ben, hands the page lock to Cid', '0 1 2 0', [take + handOver, join(0), join(1)]],
		['queues to be handed the page lock', '0', [join(2)]],
		['wakes Ann, hands the page lock to Ben', '0 1 2', [join(0), join(2), walk]],
		['looks at the queue', '0', [wakeAll]],
		['takes mmap_sem for reading', '0', [readIt]],
		['takes mmap_sem for writing', '0', [writeIt]],
		['takes mmap_sem for reading', '0', ['down_read_trylock(&mm->mmap_sem);']],
		['finds mmap_sem taken', '0 1', [writeIt, 'down_read_trylock(&mm->mmap_sem);']],
		['finds mmap_sem taken and queues for it', '0 1', [writeIt, readIt]],
		['lets go of mmap_sem', '0 0', [readIt]],
		['lets go of mmap_sem, mmap_sem goes to Ben', '0 1 0', [readIt, writeIt]],
		['lets go of mmap_sem, mmap_sem goes to Ben and Cid', '0 1 2 0', [writeIt, readIt, readIt]],
		['maps the page', '0', ['set_pte_at(mm, page);']],
		['has its mapping of the page dropped', '0 0', ['set_pte_at(mm, page); pte_clear(mm, page);']],
		['is about to touch the page, which is not mapped', '0', ['pte_clear(mm, page);']],
		['finds the page not mapped', '0', ['pte_present(mm, page);']],
		['finds the page mapped', '0 0', ['set_pte_at(mm, page); pte_present(mm, page);']],
		['sees the page unlocked', '0', ['test_bit(0, &page->flags);']],
		['sees the page still locked', '0 1', [take, 'test_bit(0, &page->flags);']],
		[
			'sees the page still locked and goes to sleep',
			'0 1 1',
			[take, `${join(1).replace('io_schedule();', '')} if (test_bit(0, &page->flags)) io_schedule();`],
		],
	] as const)('%s', ([words, order, bodies]) => {
		expect(tell(order, bodies)).toBe(words);
	});

	test.for([
		['kills Ann', 'send_sig(9, first);'],
		['sends Ann a signal', 'send_sig(10, first);'],
	] as const)('of a signal: %s', ([words, body]) => {
		const text = `void victim(struct page *page) { set_bit(7, &page->flags); } void sender(struct task_struct *first) { ${body} }`;
		const plan = smallPlan(text, 'victim sender');
		const named = {
			...plan,
			threads: plan.threads.map((thread, index) => ({ ...thread, name: names[index] as string })),
		};
		const stepper = new Stepper(plan);
		const before = stepper.cells.slice();
		const node = stepper.node(1);
		const result = stepper.run(1) as number;
		expect(wordsOfStep(castOf(named), { thread: 1, node, result, before, after: stepper.cells })).toBe(words);
	});

	const waitThere =
		'struct wait_queue_head *f = fault_pending_wqh(mm); spin_lock_irq(&f->lock); add_wait_queue_tail(f, 0); spin_unlock_irq(&f->lock);';
	const wakeThere =
		'struct wait_queue_head *f = fault_pending_wqh(mm); spin_lock_irq(&f->lock); while (waitqueue_active(f)) wake_up_first(f); spin_unlock_irq(&f->lock);';
	test.for([
		['protects the page from writes', '0', ['pte_mkuffd_wp(mm, page);']],
		['lets the page be written again', '0 0', ['pte_mkuffd_wp(mm, page); pte_clear_uffd_wp(mm, page);']],
		['finds the page protected from writes', '0 0', ['pte_mkuffd_wp(mm, page); pte_uffd_wp(mm, page);']],
		['finds that the page may be written', '0', ['pte_uffd_wp(mm, page); pte_mkuffd_wp(mm, page);']],
		['queues until userfaultfd lets it write', '0', [waitThere]],
		['need not wait for userfaultfd', '0 0', [`${waitThere} finish_wait(f);`]],
		['wakes Ann', '0 1', [`${waitThere} io_schedule();`, wakeThere]],
	] as const)('about userfaultfd: %s', ([words, order, bodies]) => {
		expect(tell(order, bodies)).toBe(words);
	});

	test.for([
		['takes mmap_sem for writing', 'v4.20', '0 1 0 1'],
		['has waited too long for mmap_sem', 'handoff', '0 1 1'],
		['has waited too long for mmap_sem', 'v5.3', '0 1 1'],
		['finds mmap_sem taken again', 'v5.3', '0 1 0 2 1'],
		['finds mmap_sem taken again, asks that nobody enter ahead', 'v5.3', '0 1 1 0 2 1'],
	] as const)('of one that sleeps for mmap_sem: %s, under %s', ([words, discipline, order]) => {
		expect(tell(order, [readIt, writeIt, writeIt], discipline)).toBe(words);
	});
});
