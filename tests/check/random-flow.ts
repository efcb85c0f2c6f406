import fc from 'fast-check';
import type { CheckModel } from '../../src/engine/check/model.ts';
import { smallSearch } from '../support/small-search.ts';

const sleep = 'spin_lock_irq(&q->lock); add_wait_queue_tail(q, SHARED); spin_unlock_irq(&q->lock); io_schedule();';
const wake = 'spin_lock_irq(&q->lock); while (waitqueue_active(q)) wake_up_first(q); spin_unlock_irq(&q->lock);';

/** What a thread does and then goes on, whatever becomes of it. */
const deeds = [
	'set_bit(7, &page->flags);',
	'clear_bit(7, &page->flags);',
	'set_pte_at(mm, page);',
	'pte_clear(mm, page);',
	'down_write(&mm->mmap_sem); set_bit(7, &page->flags); up_write(&mm->mmap_sem);',
	'down_read(&mm->mmap_sem); clear_bit(7, &page->flags); up_read(&mm->mmap_sem);',
	sleep,
	wake,
	wake,
];
const questions = ['test_bit(7, &page->flags)', 'pte_present(mm, page)'];
const PLACES_MAX = 8;

/** One place of a thread's flow: what it does there and goes on to the next, or what it asks, and where it goes if so. */
interface FlowPlace {
	readonly deed: string;
	readonly question: string | null;
	readonly ifSo: number;
}

const flowPlace: fc.Arbitrary<FlowPlace> = fc.record({
	deed: fc.constantFrom(...deeds),
	question: fc.option(fc.constantFrom(...questions), { freq: 2 }),
	ifSo: fc.nat(PLACES_MAX),
});

/** A flow with the place to which it goes back from its last. */
const flow = fc.tuple(fc.array(flowPlace, { minLength: 1, maxLength: PLACES_MAX }), fc.nat(PLACES_MAX));

/** There may be no such place: that is the thread's end. */
function flowText([places, back]: readonly [readonly FlowPlace[], number], thread: number): string {
	const way = (to: number) => (to < places.length ? `goto place_${to};` : 'goto end;');
	const lines = places.map(({ deed, question, ifSo }, index) => {
		const last = index === places.length - 1 ? way(back) : '';
		return `\tplace_${index}: ${question === null ? deed : `if (${question}) ${way(ifSo)}`} ${last}`;
	});
	return `void ${'abc'.charAt(thread)}(struct mm_struct *mm, struct page *page)
{
	struct wait_queue_head *q = page_waitqueue(page);
${lines.join('\n')}
	end: ;
}`;
}

/** Models of two or three threads that go round and round in no order: their graphs have loops of all sizes. */
export const randomFlows: fc.Arbitrary<CheckModel> = fc.array(flow, { minLength: 2, maxLength: 3 }).map((threads) => {
	const text = ['#define SHARED 0', ...threads.map(flowText)].join('\n');
	return smallSearch(text, threads.map((_, thread) => 'abc'.charAt(thread)).join(' '));
});
