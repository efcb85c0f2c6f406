import { expect, test } from 'vitest';
import { smallSearch } from '../../../tests/support/small-search.ts';
import type { RwSemaphoreName } from '../kernel/rw-semaphore.ts';
import { explore } from './exploration.ts';
import { cellsOf, EDGE_LOCK, EDGE_TARGET_SHIFT, EDGE_THREAD, type Graph } from './graph.ts';

const text = `
void both(struct mm_struct *mm, struct page *page) {
	for (;;) {
		while (test_and_set_bit_lock(0, &page->flags)) {}
		set_bit(7, &page->flags);
		down_read(&mm->mmap_sem);
		clear_bit(7, &page->flags);
		up_read(&mm->mmap_sem);
		clear_bit_unlock(0, &page->flags);
	}
}
void tries(struct mm_struct *mm, struct page *page) {
	for (;;) {
		if (!down_read_trylock(&mm->mmap_sem)) continue;
		if (!test_and_set_bit_lock(0, &page->flags)) clear_bit_unlock(0, &page->flags);
		up_read(&mm->mmap_sem);
	}
}
void writes(struct mm_struct *mm) { for (;;) { down_write(&mm->mmap_sem); up_write(&mm->mmap_sem); } }`;

/** The locks that a thread has in a state, each by a name of its own. */
function locksOf(graph: Graph, state: number, thread: number): string[] {
	const { pageOwner, pages, held, mms, threads } = graph.moves.shape;
	const cells = cellsOf(graph, state);
	const owned = Array.from({ length: pages }, (_, page) =>
		cells[pageOwner + page] === thread + 1 ? [`page ${page}`] : [],
	);
	const entered = Array.from({ length: mms }, (_, mm) =>
		cells[held + mm * threads + thread] === 0 ? [] : [`mm ${mm}`],
	);
	return [...owned, ...entered].flat();
}

test.each(['queue', 'v4.20', 'handoff', 'v5.3'] as const)(
	'a step says that it takes a lock iff its thread then has one that it had not before, under %s: who is granted one takes none',
	(discipline: RwSemaphoreName) => {
		const graph = explore(smallSearch(text, 'both:1:2 writes:1 tries:1:2 writes:0 tries:0:1', discipline), [], {
			states: 20_000,
		});
		expect(graph.complete).toBe(true);
		const taken = new Set<string>();
		for (let state = 0; state < graph.states; state++) {
			for (const edge of graph.edges.subarray(graph.edgeStarts[state], graph.edgeStarts[state + 1])) {
				const thread = edge & EDGE_THREAD;
				const before = locksOf(graph, state, thread);
				const more = locksOf(graph, edge >>> EDGE_TARGET_SHIFT, thread).filter((lock) => !before.includes(lock));
				if (((edge & EDGE_LOCK) !== 0) !== more.length > 0)
					throw new Error(`state ${state}, thread ${thread}: ${more}`);
				for (const lock of more) taken.add(`${thread} ${lock}`);
			}
		}
		expect([...taken].sort()).toEqual([
			'0 mm 1',
			'0 page 2',
			'1 mm 1',
			'2 mm 1',
			'2 page 2',
			'3 mm 0',
			'4 mm 0',
			'4 page 1',
		]);
	},
);
