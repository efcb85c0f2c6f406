import { describe, expect, test } from 'vitest';
import { plainSearch } from '../../../tests/check/plain-checker.ts';
import { smallSearch } from '../../../tests/support/small-search.ts';
import { type RwSemaphoreName, rwSemaphores } from '../kernel/rw-semaphore.ts';
import { Exploration, explore } from './exploration.ts';
import { cellsOf, depthOf, EDGE_TARGET_SHIFT, EDGE_THREAD, type Graph, wayTo } from './graph.ts';
import { replay } from './replay.ts';

/** Threads that use all there is: both locks, the queue, marks, an end. */
const text = `
void reader(struct mm_struct *mm, struct page *page) {
	for (;;) {
		if (!down_read_trylock(&mm->mmap_sem)) down_read(&mm->mmap_sem);
		if (!pte_present(mm, page)) set_pte_at(mm, page);
		up_read(&mm->mmap_sem);
	}
}
void writer(struct mm_struct *mm, struct page *page) {
	for (;;) { down_write(&mm->mmap_sem); pte_clear(mm, page); spend(short_ns); up_write(&mm->mmap_sem); }
}
void sleeper(struct page *page) {
	struct wait_queue_head *q = page_waitqueue(page);
	spin_lock_irq(&q->lock); add_wait_queue_tail(q, 1); spin_unlock_irq(&q->lock);
	trace_fault_begin();
	io_schedule();
	trace_fault_end();
	finish_wait(q);
}
void self(struct page *page) {
	struct wait_queue_head *q = page_waitqueue(page);
	for (;;) {
		spin_lock_irq(&q->lock);
		add_wait_queue_tail(q, 0);
		while (waitqueue_active(q)) wake_up_first(q);
		spin_unlock_irq(&q->lock);
		io_schedule();
		set_bit(7, &page->flags);
	}
}
void drowsy(struct page *page) { io_schedule(); set_bit(7, &page->flags); }
void waker(struct page *page) {
	struct wait_queue_head *q = page_waitqueue(page);
	int i;
	for (i = 0; i < 3; i++) {
		spin_lock_irq(&q->lock);
		while (waitqueue_active(q)) wake_up_first(q);
		spin_unlock_irq(&q->lock);
	}
}`;

const casts = [
	'reader',
	'reader writer',
	'reader writer writer',
	'sleeper sleeper waker',
	'sleeper self',
	'drowsy drowsy',
	'reader writer sleeper waker',
	'reader writer reader:1:1 writer:1:1',
	// More states, and more steps, than there is room for at first.
	'reader writer reader:1:1 writer:1:1 waker',
];
const disciplines = Object.keys(rwSemaphores) as RwSemaphoreName[];

function edgesOf({ edgeStarts, edges }: Graph, state: number): string[] {
	return [...edges.subarray(edgeStarts[state], edgeStarts[state + 1])].map(
		(edge) => `${edge & EDGE_THREAD}>${edge >>> EDGE_TARGET_SHIFT}`,
	);
}

describe('the search finds what a plain one finds', () => {
	test.for(casts.flatMap((cast) => disciplines.map((discipline) => [cast, discipline] as const)))(
		'%s under %s: the same states, unpacked, in the same order, with the same steps',
		([cast, discipline]) => {
			const model = smallSearch(text, cast, discipline);
			const plain = plainSearch(model);
			const graph = explore(model, [], { states: plain.states.length });
			expect(graph.complete).toBe(true);
			expect(Array.from({ length: graph.states }, (_, state) => cellsOf(graph, state).join())).toEqual(plain.states);
			const plainEdges = plain.edges.map((own) => own.map(({ thread, target }) => `${thread}>${target}`));
			expect(plain.states.map((_, state) => edgesOf(graph, state))).toEqual(plainEdges);
			expect([graph.depth, graph.transitions]).toEqual([plain.depth, plain.edges.flat().length]);
		},
	);

	test('those that are woken lie in another word than who wakes them', () => {
		// What the bit keeps them from are local states all the same: so each takes ten bits.
		const wide = `void wide(struct page *page) {
			struct wait_queue_head *q = page_waitqueue(page);
			int i;
			spin_lock_irq(&q->lock); add_wait_queue_tail(q, 1); spin_unlock_irq(&q->lock);
			io_schedule();
			if (test_bit(0, &page->flags)) for (i = 0; i < 600; i++) set_bit(7, &page->flags);
		}`;
		const model = smallSearch(text + wide, 'waker wide wide wide wide');
		const plain = plainSearch(model);
		const graph = explore(model, [], { states: plain.states.length });
		expect(graph.packing.word.at(-1)).toBe(1);
		expect(Array.from({ length: graph.states }, (_, state) => cellsOf(graph, state).join())).toEqual(plain.states);
	});

	test('more threads than fit in one word', () => {
		const model = smallSearch(text, `${'reader '.repeat(12)}writer`);
		const graph = explore(model, [], { states: 3000 });
		expect(graph.packing.width).toBeGreaterThan(2);
		const way = wayTo(graph, graph.states - 1);
		expect(replay(model, way)).toEqual(cellsOf(graph, graph.states - 1));
	});
});

describe('ways', () => {
	test('each state is as deep as its way is long, and replays to its cells', () => {
		const model = smallSearch(text, 'reader writer sleeper waker', 'v4.20');
		const graph = explore(model);
		for (let state = 0; state < graph.states; state += 7) {
			const way = wayTo(graph, state);
			expect(way.length).toBe(depthOf(graph, state));
			expect(replay(model, way)).toEqual(cellsOf(graph, state));
		}
	});

	test('a way that is not one does not replay', () => {
		const model = smallSearch(text, 'reader writer');
		const graph = explore(model);
		const way = wayTo(graph, graph.states - 1);
		expect(() => replay(model, way.slice(1))).toThrow(/^step 1, thread/);
	});
});

describe('slices and limits', () => {
	test('slice by slice it comes to the same, and tells how far it is', () => {
		const model = smallSearch(text, 'reader writer writer');
		const whole = explore(model);
		const exploration = new Exploration(model);
		const seen: number[] = [];
		while (!exploration.advance(10) && seen.length < whole.states) {
			const { states, frontier, transitions } = exploration.progress;
			expect(states - frontier).toBe(10 * (seen.length + 1));
			expect(transitions).toBeGreaterThan(seen.at(-1) ?? 0);
			seen.push(transitions);
		}
		expect(seen.length).toBeGreaterThan(3);
		const { states, transitions, depth, complete } = exploration.graph;
		expect([states, transitions, depth, complete]).toEqual([whole.states, whole.transitions, whole.depth, true]);
	});

	test('a search is whole exactly if the limit leaves room for all states', () => {
		const model = smallSearch(text, 'reader writer writer');
		const { states } = explore(model);
		expect(explore(model, [], { states }).complete).toBe(true);
		const cut = explore(model, [], { states: states - 1 });
		expect([cut.complete, cut.states]).toEqual([false, states]);
		const small = explore(model, [], { states: 20 });
		expect(small.states).toBeLessThan(20 + 3 + 1);
		expect(small.expanded).toBeLessThan(small.states);
	});

	test('a search is whole exactly if there is room for one row of situations more than it needs', () => {
		const model = smallSearch(text, 'reader writer writer');
		const graph = explore(model);
		const shared = Array.from({ length: graph.states }, (_, state) =>
			cellsOf(graph, state).slice(graph.threads).join(),
		);
		const needed = new Set(shared).size;
		const { rowBytes } = graph.moves.rows;
		const within = (rows: number) => explore(model, [], { states: graph.states, situationBytes: rows * rowBytes });
		expect(within(needed + 1).complete).toBe(true);
		expect(within(needed).complete).toBe(false);
		expect(within(3).expanded).toBeGreaterThan(0);
	});

	test('what a search takes is told with all that was needed to find it', () => {
		const graph = explore(smallSearch(text, 'reader writer writer'));
		const { edges, edgeStarts, words, moves } = graph;
		expect(moves.bytes).toBeGreaterThan(moves.rows.bytes);
		const told = edges.byteLength + edgeStarts.byteLength + words.byteLength + moves.bytes;
		// The slots of the table of states come to it: two for each of its rows at first.
		expect(graph.bytes).toBe(told + 2 * 1024 * Int32Array.BYTES_PER_ELEMENT);
	});

	test('more threads than a search holds are refused', () => {
		expect(() => explore(smallSearch(text, 'reader '.repeat(17).trim()))).toThrow(
			expect.objectContaining({
				name: 'CheckError',
				message: 'a search over 17 threads; it holds 16 at most, so ask for fewer',
			}),
		);
		expect(explore(smallSearch(text, 'reader '.repeat(16).trim()), [], { states: 1 }).threads).toBe(16);
	});
});
