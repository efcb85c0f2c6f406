import { describe, expect, test } from 'vitest';
import { smallSearch } from '../../../tests/support/small-search.ts';
import { operation } from '../kernel/primitives.ts';
import { explore } from './exploration.ts';
import { depthOf, enabledIn, localOf, nodeOf, passedBy, stepFrom, wayTo } from './graph.ts';

const text = `
void sleeps(struct page *page) {
	struct wait_queue_head *q = page_waitqueue(page);
	spin_lock_irq(&q->lock); add_wait_queue_tail(q, 1); spin_unlock_irq(&q->lock);
	io_schedule();
	trace_fault_end();
}
void wakes(struct page *page) {
	struct wait_queue_head *q = page_waitqueue(page);
	spin_lock_irq(&q->lock); if (waitqueue_active(q)) wake_up_first(q); spin_unlock_irq(&q->lock);
	trace_fault_retry();
}`;
const model = () => smallSearch(text, 'sleeps wakes sleeps');

describe('what a thread passes by a step', () => {
	/** The operations passed by each thread when B takes its step, once A sleeps. */
	function passedWhenWoken(): string[][] {
		const searched = model();
		const graph = explore(searched);
		const asleep = Array.from({ length: graph.states }, (_, state) => state).find((state) => {
			const way = wayTo(graph, state).map(({ thread }) => thread);
			return way.length === 1 && way[0] === 0;
		}) as number;
		const names = new Map([
			[-1, 'asleep'],
			[operation.trace_fault_end, 'end'],
			[operation.trace_fault_retry, 'retry'],
		]);
		return [0, 1, 2].map((other) =>
			passedBy(graph, asleep, 1, other).map((node) => names.get(searched.tables.operation[node] as number) ?? 'step'),
		);
	}

	test('is what it goes on through itself, what the woken goes through, and nothing for all others', () => {
		expect(passedWhenWoken()).toEqual([['asleep', 'end'], ['retry'], []]);
	});
});

test('a state is as deep as its way is long, and who can run there has a step', () => {
	const searched = model();
	const graph = explore(searched);
	for (let state = 0; state < graph.states; state++) {
		expect(wayTo(graph, state)).toHaveLength(depthOf(graph, state));
		for (let thread = 0; thread < graph.threads; thread++) {
			const node = nodeOf(graph, state, thread);
			expect(graph.moves.locals.nodes[thread]?.[localOf(graph, state, thread)]).toBe(node);
			if ((enabledIn(graph, state) & (1 << thread)) !== 0) expect(stepFrom(graph, state, thread).node).toBe(node);
		}
	}
});
