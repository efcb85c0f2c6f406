import { expect, test } from 'vitest';
import { smallSearch } from '../../../tests/support/small-search.ts';
import { operation, type PrimitiveName } from '../kernel/primitives.ts';
import { explore } from './exploration.ts';
import { EDGE_THREAD, MISUSE, nodeOf, type Sighting, stepFrom, wayTo } from './graph.ts';
import type { CheckModel, Watch } from './model.ts';

/** The threads of the way to where it was sighted, step by step. */
const wayThreads = (graph: ReturnType<typeof explore>, { state }: Sighting) =>
	wayTo(graph, state).map(({ thread }) => thread);

/** That no thread may pass such a mark. */
function watchOf({ tables }: CheckModel, name: PrimitiveName): Watch {
	return { name, nodes: Uint8Array.from(tables.operation, (number) => (number === operation[name] ? 1 : 0)) };
}

test('an error of the C is sighted after the fewest steps, and its edge left out', () => {
	const careless = `
		void a(struct page *page) { test_and_set_bit_lock(0, &page->flags); clear_bit_unlock(0, &page->flags); }
		void b(struct page *page) { for (;;) test_bit(7, &page->flags); }`;
	const graph = explore(smallSearch(careless, 'a a b'));
	const sighting = graph.sightings.get(MISUSE) as Sighting;
	expect(wayThreads(graph, sighting)).toEqual([0, 1]);
	expect(sighting.thread).toBe(1);
	expect(stepFrom(graph, sighting.state, 1)).toEqual({ thread: 1, node: nodeOf(graph, sighting.state, 1), result: 0 });
	expect(graph.failing.has(sighting.state)).toBe(true);
	const edges = graph.edges.subarray(graph.edgeStarts[sighting.state], graph.edgeStarts[sighting.state + 1]);
	expect([...edges].map((edge) => edge & EDGE_THREAD)).toEqual([0, 2]);
});

test('a watched mark is sighted when it is passed, by who steps or who is woken', () => {
	const text = `
		void sleeper(struct page *page) {
			struct wait_queue_head *q = page_waitqueue(page);
			spin_lock_irq(&q->lock); add_wait_queue_tail(q, 1); spin_unlock_irq(&q->lock);
			io_schedule();
			trace_fault_end();
		}
		void waker(struct page *page) {
			struct wait_queue_head *q = page_waitqueue(page);
			spin_lock_irq(&q->lock); if (waitqueue_active(q)) wake_up_first(q); spin_unlock_irq(&q->lock);
		}`;
	const model = smallSearch(text, 'sleeper waker');
	const graph = explore(model, [watchOf(model, 'trace_fault_end')]);
	const sighting = graph.sightings.get('trace_fault_end') as Sighting;
	expect(sighting.thread).toBe(1);
	expect(nodeOf(graph, sighting.state, 1)).toBe(stepFrom(graph, sighting.state, 1).node);
	expect(wayThreads(graph, sighting)).toEqual([0]);
});

test('of several watches each is sighted where it is passed first, and none that nobody passes', () => {
	const text = `
		void a(struct page *page) {
			set_bit(7, &page->flags); trace_fault_begin();
			set_bit(7, &page->flags); trace_fault_begin(); trace_fault_retry();
			set_bit(7, &page->flags); trace_fault_retry();
		}`;
	const model = smallSearch(text, 'a');
	const names = ['trace_fault_end', 'trace_fault_begin', 'trace_fault_retry'] as const;
	const graph = explore(
		model,
		names.map((name) => watchOf(model, name)),
	);
	expect(graph.sightings).toEqual(
		new Map([
			['trace_fault_begin', { state: 0, thread: 0 }],
			['trace_fault_retry', { state: 1, thread: 0 }],
		]),
	);
});
