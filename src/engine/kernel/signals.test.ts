import { describe, expect, test } from 'vitest';
import { actorWith, smallPlan } from '../../../tests/support/small-model.ts';
import { semaphoreText } from '../../../tests/support/state-text.ts';
import { Stepper } from '../../../tests/support/stepper.ts';
import { OTHER_SIGNAL } from './shape.ts';

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
			void sender(struct task_struct *other) { send_sig(${signal}, other); }`;
		const stepper = new Stepper(smallPlan(text, 'a a sender:0:0:1'));
		stepper.run(2);
		while (stepper.run(1) !== null);
		expect(semaphoreText(stepper.shape, stepper.cells)).toBe(answer === 1 ? 'B!:' : '-:');
	});

	test('are for the thread they are sent to; whoever queues nowhere is not woken', () => {
		const text = `
			void waits(struct page *page) {
				struct wait_queue_head *q = page_waitqueue(page);
				spin_lock_irq(&q->lock); add_wait_queue_tail(q, 1); spin_unlock_irq(&q->lock);
				io_schedule();
			}
			void a() { for (;;) signal_pending(); }
			void sender(struct task_struct *other) { send_sig(10, other); }`;
		const stepper = new Stepper(smallPlan(text, 'waits a sender:0:0:1 sender:0:0:0'));
		stepper.run(0);
		stepper.run(2);
		expect(stepper.woken).toEqual([]);
		const { signals, threads } = stepper.shape;
		expect([...stepper.cells.slice(signals, signals + threads)]).toEqual([0, OTHER_SIGNAL, 0, 0]);
		stepper.run(3);
		expect(stepper.woken).toEqual([0]);
	});

	test('are no step where nobody can send any', () => {
		const stepper = new Stepper(smallPlan(actorWith('if (signal_pending()) down_write(&mm->mmap_sem);'), 'a'));
		stepper.settle(0);
		expect(stepper.next(0)).toBe('finished');
	});
});
