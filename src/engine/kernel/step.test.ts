import { describe, expect, test } from 'vitest';
import { actorWith, smallPlan } from '../../../tests/support/small-model.ts';
import { pageText, semaphoreText } from '../../../tests/support/state-text.ts';
import { Stepper } from '../../../tests/support/stepper.ts';
import { shapeOf } from './shape.ts';
import { createStep } from './step.ts';

/** How many steps a function of that body takes alone. */
function stepsOf(body: string): number {
	const stepper = new Stepper(smallPlan(actorWith(body), 'a'));
	let steps = 0;
	while (stepper.run(0) !== null) steps++;
	return steps;
}

const queue = 'struct wait_queue_head *q = page_waitqueue(page);';

describe('what is one step', () => {
	test.for([
		['local C is none', 'int i; for (i = 0; i < 100; i++) {}', 0],
		['each operation is one', 'set_bit(7, &page->flags); clear_bit(7, &page->flags);', 2],
		[
			'a section is one, however long',
			`${queue} spin_lock_irq(&q->lock); waitqueue_active(q); set_bit(7, &page->flags); clear_bit(7, &page->flags); spin_unlock_irq(&q->lock);`,
			1,
		],
		[
			'a loop in a section is part of it',
			`${queue} int i; spin_lock_irq(&q->lock); for (i = 0; i < 9; i++) waitqueue_active(q); spin_unlock_irq(&q->lock);`,
			1,
		],
		[
			'two sections are two',
			`${queue} spin_lock_irq(&q->lock); is_queued(q); spin_unlock_irq(&q->lock); spin_lock_irq(&q->lock); is_queued(q); spin_unlock_irq(&q->lock);`,
			2,
		],
		[
			'an operation behind a section is one of its own',
			`${queue} spin_lock_irq(&q->lock); is_queued(q); spin_unlock_irq(&q->lock); set_bit(7, &page->flags);`,
			2,
		],
		['an empty section is none', `${queue} spin_lock_irq(&q->lock); spin_unlock_irq(&q->lock);`, 0],
		['time and marks are none', 'trace_fault_begin(); spend(short_ns); trace_fault_retry(); trace_fault_end();', 0],
		['a sleep that nobody asked for is none', 'io_schedule();', 0],
		['taking a free semaphore is one', 'down_write(&mm->mmap_sem);', 1],
	] as const)('%s', ([, body, steps]) => {
		expect(stepsOf(body)).toBe(steps);
	});
});

describe('a result', () => {
	test.for([
		['', 'A:'],
		['set_bit(7, &page->flags);', 'A!:'],
	])('chooses the way on: after "%s" the semaphore is %s', ([before, state]) => {
		const body = `${before} if (test_bit(7, &page->flags)) down_write(&mm->mmap_sem); else down_read(&mm->mmap_sem);`;
		const stepper = new Stepper(smallPlan(actorWith(body), 'a'));
		while (stepper.run(0) !== null);
		expect(semaphoreText(stepper.shape, stepper.cells)).toBe(state);
	});
});

describe('sleeping and waking', () => {
	const text = `
		void sleeper(struct page *page) {
			${queue}
			spin_lock_irq(&q->lock); add_wait_queue_tail(q, 1); spin_unlock_irq(&q->lock);
			io_schedule();
			set_bit(7, &page->flags);
		}
		void waker(struct page *page) {
			${queue}
			spin_lock_irq(&q->lock);
			while (waitqueue_active(q)) wake_up_first(q);
			spin_unlock_irq(&q->lock);
		}`;

	test('who sleeps in a queue cannot run until it is taken out', () => {
		const stepper = new Stepper(smallPlan(text, 'sleeper sleeper waker'));
		stepper.run(1);
		stepper.run(0);
		expect(pageText(stepper.shape, stepper.cells)).toBe('-: B! A!');
		expect([0, 1].map((thread) => stepper.canRun(thread))).toEqual([false, false]);
		stepper.run(2);
		expect(stepper.woken).toEqual([1, 0]);
		expect([0, 1].map((thread) => stepper.canRun(thread))).toEqual([true, true]);
	});

	test.for([
		['TASK_INTERRUPTIBLE', 1, 10, true],
		['TASK_INTERRUPTIBLE', 1, 9, true],
		['TASK_KILLABLE', 0x102, 10, false],
		['TASK_KILLABLE', 0x102, 9, true],
		['TASK_UNINTERRUPTIBLE', 2, 9, false],
	] as const)('a sleep in %s (%i) is ended by signal %i: %s', ([, state, signal, ends]) => {
		const sleepsSo = text.replace('io_schedule()', `io_schedule_state(${state})`);
		const sends = `void sender(struct task_struct *first) { send_sig(${signal}, first); }`;
		const stepper = new Stepper(smallPlan(`${sleepsSo}${sends}`, 'sleeper sender'));
		stepper.run(0);
		stepper.settle(0);
		stepper.run(1);
		expect(stepper.woken).toEqual([0]);
		expect(stepper.canRun(0)).toBe(ends);
		expect(pageText(stepper.shape, stepper.cells)).toBe('-: A!');
	});

	test('who was woken before it came to sleep does not sleep', () => {
		const stepper = new Stepper(smallPlan(text, 'sleeper waker'));
		stepper.run(0);
		stepper.run(1);
		stepper.run(0);
		expect(pageText(stepper.shape, stepper.cells)).toBe('-: w');
	});

	test('each step forgets whom the one before woke', () => {
		const stepper = new Stepper(smallPlan(text, 'sleeper waker sleeper'));
		stepper.run(0);
		stepper.run(1);
		stepper.run(2);
		expect(stepper.woken).toEqual([]);
	});

	test('who is granted a semaphore that it queued for goes on behind its taking', () => {
		const semaphores = `
			void reader(struct mm_struct *mm, struct page *page) { down_read(&mm->mmap_sem); set_bit(7, &page->flags); up_read(&mm->mmap_sem); }
			void writer(struct mm_struct *mm) { down_write(&mm->mmap_sem); up_write(&mm->mmap_sem); }`;
		const stepper = new Stepper(smallPlan(semaphores, 'reader writer'));
		stepper.run(1);
		expect(stepper.run(0)).toBe(1);
		expect([stepper.canRun(0), semaphoreText(stepper.shape, stepper.cells)]).toEqual([false, 'B!: A']);
		stepper.run(1);
		expect([stepper.canRun(0), semaphoreText(stepper.shape, stepper.cells)]).toEqual([true, 'A:']);
		stepper.run(0);
		expect(pageText(stepper.shape, stepper.cells)).toBe('-: w');
	});
});

describe('a sleeper that does something of its own accord', () => {
	const text = `
		void reader(struct mm_struct *mm) { down_read(&mm->mmap_sem); up_read(&mm->mmap_sem); }
		void writer(struct mm_struct *mm, struct page *page) { down_write(&mm->mmap_sem); set_bit(7, &page->flags); }`;

	test('goes on behind its taking once it has the semaphore', () => {
		const stepper = new Stepper(smallPlan(text, 'reader writer', { discipline: 'v4.20' }));
		for (const thread of [0, 1]) stepper.run(thread);
		expect([stepper.isAsleep(1), stepper.canRun(1)]).toEqual([true, false]);
		stepper.run(0);
		expect([stepper.isAsleep(1), stepper.canRun(1)]).toEqual([false, true]);
		expect(stepper.run(1)).toBe(0);
		expect([stepper.next(1), semaphoreText(stepper.shape, stepper.cells)]).toEqual(['set_bit', 'B!:']);
	});

	test('sleeps on where it is if only its time-out fired', () => {
		const stepper = new Stepper(smallPlan(text, 'reader writer', { discipline: 'handoff' }));
		for (const thread of [0, 1]) stepper.run(thread);
		expect(stepper.isAsleep(1)).toBe(false);
		expect(stepper.run(1)).toBe(1);
		expect([stepper.next(1), stepper.isAsleep(1)]).toEqual(['asleep', true]);
	});

	test.for(['v4.20', 'handoff', 'v5.3'] as const)(
		"is none in a userfaultfd's queue, whatever the semaphore: %s",
		(discipline) => {
			const body = `struct wait_queue_head *q = fault_pending_wqh(mm);
			spin_lock_irq(&q->lock); add_wait_queue_tail(q, 1); spin_unlock_irq(&q->lock); io_schedule();`;
			const stepper = new Stepper(smallPlan(actorWith(body), 'a', { discipline }));
			stepper.run(0);
			stepper.settle(0);
			expect([stepper.next(0), stepper.canRun(0)]).toEqual(['asleep', false]);
		},
	);

	test('is none that stands at a step, has finished, or whose sleep is over', () => {
		const stepper = new Stepper(smallPlan(actorWith('set_bit(7, &page->flags); io_schedule();'), 'a'));
		expect(stepper.isAsleep(0)).toBe(false);
		stepper.run(0);
		expect([stepper.next(0), stepper.isAsleep(0)]).toEqual(['asleep', false]);
		stepper.settle(0);
		expect([stepper.next(0), stepper.isAsleep(0)]).toEqual(['finished', false]);
	});
});

describe('what goes wrong', () => {
	test('a thread that never comes to a step is refused, with its place', () => {
		const { tables, counts } = smallPlan(actorWith('for (;;) trace_fault_retry();'), 'a');
		const shape = shapeOf(counts);
		expect(() => createStep(tables, shape, 'queue').settle(new Int32Array(shape.cellCount), 0)).toThrow(
			'test.c:2: 10000 operations without a step or time going by: an endless loop; take a step or spend() in it',
		);
	});

	test('a section that never ends is refused, with its place', () => {
		const body = `${queue} spin_lock_irq(&q->lock);\nwhile (!waitqueue_active(q)) {}\nspin_unlock_irq(&q->lock);`;
		expect(() => stepsOf(body)).toThrow(
			'test.c:3: 10000 operations under one spinlock: an endless loop; wake or remove somebody in it',
		);
	});

	test.for([
		['who stands at no operation on what threads share', 'trace_fault_begin();', 'that does not stand at an operation'],
		[
			'who sleeps until it is granted mmap_sem',
			'down_read(&mm->mmap_sem);',
			'that sleeps until it is granted mmap_sem',
		],
	] as const)('%s cannot be run', ([, body, message]) => {
		const text = `${actorWith(body)} void writer(struct mm_struct *mm) { down_write(&mm->mmap_sem); }`;
		const { tables, counts } = smallPlan(text, 'a writer');
		const shape = shapeOf(counts);
		const step = createStep(tables, shape, 'queue');
		const cells = new Int32Array(shape.cellCount);
		cells.set(tables.entries);
		step.run(cells, 1);
		if (step.isEnabled(cells, 0)) step.run(cells, 0);
		expect(() => step.run(cells, 0)).toThrow(`test.c:2: a thread was run ${message}`);
	});

	test('a thread at its end cannot be run', () => {
		const plan = smallPlan(actorWith(''), 'a');
		const stepper = new Stepper(plan);
		expect([stepper.canRun(0), stepper.run(0)]).toEqual([false, null]);
	});
});
