import { describe, expect, test } from 'vitest';
import { retries, searched, smallSearch, untilFinished } from '../../../tests/support/small-search.ts';
import { expectedMarks } from './expected-marks.ts';
import { EDGE_TARGET_SHIFT, EDGE_THREAD, passedBy } from './graph.ts';
import type { CheckModel } from './model.ts';
import type { Pending } from './pending.ts';

const text = `
void looker(struct page *page) { while (!test_bit(7, &page->flags)) trace_fault_retry(); }
void tryer(struct page *page) { while (test_and_set_bit_lock(0, &page->flags)) trace_fault_retry(); }
void lucky(struct page *page) {
	int heads = 0;
	while (heads < 12) {
		if (test_bit(7, &page->flags)) heads++;
		else { heads = 0; trace_fault_retry(); }
	}
}
void coin(struct page *page) { for (;;) { set_bit(7, &page->flags); clear_bit(7, &page->flags); } }
void setter(struct page *page) { set_bit(7, &page->flags); }
void late(struct page *page) { test_bit(7, &page->flags); test_bit(7, &page->flags); set_bit(7, &page->flags); }
void holder(struct page *page) {
	for (;;) { while (test_and_set_bit_lock(0, &page->flags)) {} test_bit(7, &page->flags); clear_bit_unlock(0, &page->flags); }
}
void keeper(struct page *page) { while (test_and_set_bit_lock(0, &page->flags)) {} }
void sleeper(struct page *page) {
	struct wait_queue_head *q = page_waitqueue(page);
	trace_fault_retry();
	test_bit(7, &page->flags);
	trace_fault_retry();
	spin_lock_irq(&q->lock); add_wait_queue_tail(q, 1); spin_unlock_irq(&q->lock);
	io_schedule();
}
void woken(struct page *page) {
	struct wait_queue_head *q = page_waitqueue(page);
	spin_lock_irq(&q->lock); add_wait_queue_tail(q, 1); spin_unlock_irq(&q->lock);
	io_schedule();
	trace_fault_retry();
	test_bit(7, &page->flags);
}
void waker(struct page *page) {
	struct wait_queue_head *q = page_waitqueue(page);
	for (;;) { spin_lock_irq(&q->lock); if (waitqueue_active(q)) wake_up_first(q); spin_unlock_irq(&q->lock); }
}`;

function expected(cast: string): number | null {
	const model = smallSearch(text, cast);
	return expectedMarks(searched(model, untilFinished(model, 0)).pending, retries(model));
}

describe('by hand', () => {
	test.each([
		['one to one who sets the bit', 'looker setter', 1],
		['the other needs three steps', 'looker late', 3],
		['two may set it', 'looker setter setter', 0.5],
		['another is in the way', 'looker setter tryer', 1],
		['nothing in the way', 'tryer', 0],
		['nobody sets it', 'looker', Number.POSITIVE_INFINITY],
		['it may be lost for ever', 'tryer keeper', Number.POSITIVE_INFINITY],
		// The mark before the first step is passed before the run begins.
		['asleep for ever, behind one mark', 'sleeper', 1],
		['asleep for ever, while others run', 'sleeper holder', 1],
		['a mark passed by being woken', 'woken waker', 1],
	])('%s: %s', (_, cast, value) => {
		expect(expected(cast)).toBeCloseTo(value, 9);
	});
});

/** The same by elimination, whole matrix, pivot by pivot. */
function byElimination({ graph, states, progress, isInside }: Pending, model: CheckModel): number {
	const marks = retries(model);
	const rows = [...states.keys()].filter((state) => states[state] === 1);
	const rowOf = new Map(rows.map((state, row) => [state, row]));
	const matrix = rows.map((state, row) => {
		const line = new Float64Array(rows.length + 1);
		line[row] = 1;
		const [start = 0, end = 0] = [graph.edgeStarts[state], graph.edgeStarts[state + 1]];
		for (let edge = start; edge < end; edge++) {
			const packed = graph.edges[edge] as number;
			const passed = passedBy(graph, state, packed & EDGE_THREAD, progress.thread);
			line[rows.length] = (line.at(-1) as number) + passed.filter((node) => marks[node] === 1).length / (end - start);
			const target = rowOf.get(packed >>> EDGE_TARGET_SHIFT);
			if (target !== undefined && isInside(state, edge)) line[target] = (line[target] as number) - 1 / (end - start);
		}
		return line;
	});
	for (let pivot = 0; pivot < rows.length; pivot++) {
		const best = matrix.slice(pivot).reduce((a, b) => (Math.abs(b[pivot] ?? 0) > Math.abs(a[pivot] ?? 0) ? b : a));
		matrix.splice(matrix.indexOf(best), 1);
		matrix.splice(pivot, 0, best);
		for (const line of matrix) {
			const factor = (line[pivot] as number) / (best[pivot] as number);
			if (line === best || factor === 0) continue;
			for (let at = pivot; at <= rows.length; at++) line[at] = (line[at] as number) - factor * (best[at] as number);
		}
	}
	return ((matrix[0] as Float64Array).at(-1) as number) / (matrix[0]?.[0] as number);
}

test.each([
	'tryer holder',
	'tryer holder holder',
	'tryer holder holder late',
	'tryer holder setter',
	'lucky coin',
	'lucky coin coin',
])('%s: elimination says the same, within what is promised', (cast) => {
	const model = smallSearch(text, cast);
	const { pending } = searched(model, untilFinished(model, 0));
	const exact = byElimination(pending, model);
	expect(exact).toBeGreaterThan(cast.startsWith('lucky') ? 200 : 0.1);
	expect(Math.abs(Number(expected(cast)) / exact - 1)).toBeLessThan(1e-9);
});
