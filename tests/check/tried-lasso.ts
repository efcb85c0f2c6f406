import { depthOf, EDGE_TARGET_SHIFT, EDGE_THREAD, enabledIn } from '../../src/engine/check/graph.ts';
import type { Fairness } from '../../src/engine/check/model.ts';
import type { Pending } from '../../src/engine/check/pending.ts';

/** Threads that take a page lock in line, a semaphore, or spin. */
export const locking = `
void lock(struct page *page) {
	struct wait_queue_head *q = page_waitqueue(page);
	while (test_and_set_bit_lock(0, &page->flags)) {
		spin_lock_irq(&q->lock); add_wait_queue_tail(q, 1); spin_unlock_irq(&q->lock);
		if (test_bit(0, &page->flags)) io_schedule();
		finish_wait(q);
	}
}
void unlock(struct page *page) {
	struct wait_queue_head *q = page_waitqueue(page);
	clear_bit_unlock(0, &page->flags);
	spin_lock_irq(&q->lock); if (waitqueue_active(q)) wake_up_first(q); spin_unlock_irq(&q->lock);
}
void a(struct page *page) { lock(page); unlock(page); }
void b(struct page *page) { for (;;) { lock(page); unlock(page); } }
void c(struct mm_struct *mm) { for (;;) { down_write(&mm->mmap_sem); up_write(&mm->mmap_sem); } }
void d(struct mm_struct *mm) { down_write(&mm->mmap_sem); up_write(&mm->mmap_sem); }
void spinner(struct page *page) { while (!test_bit(7, &page->flags)) {} }
void toggler(struct page *page) { for (;;) { set_bit(7, &page->flags); clear_bit(7, &page->flags); } }`;

/** The steps of the shortest fair loop from each pending state, by trying everything; the best total, then stem. */
export function triedLasso(pending: Pending, fairness: Fairness): [number, number] | null {
	let best: [number, number] | null = null;
	for (let state = 0; state < pending.graph.states; state++) {
		if (pending.states[state] !== 1) continue;
		const stem = depthOf(pending.graph, state);
		if (best !== null && stem >= best[0] + best[1]) break;
		const loop = loopFrom(pending, state, fairness);
		if (loop !== null && (best === null || stem + loop < best[0] + best[1])) best = [stem, loop];
	}
	return best;
}

interface Tour {
	readonly state: number;
	readonly ran: number;
	readonly disabledSomewhere: number;
	readonly enabledSomewhere: number;
}

function loopFrom({ graph, states, isInside }: Pending, anchor: number, fairness: Fairness): number | null {
	const everyone = 2 ** graph.threads - 1;
	const seen = new Set<string>();
	const able = enabledIn(graph, anchor);
	let level: Tour[] = [{ state: anchor, ran: 0, disabledSomewhere: everyone & ~able, enabledSomewhere: able }];
	for (let steps = 1; level.length > 0; steps++) {
		const next: Tour[] = [];
		for (const tour of level) {
			for (let edge = graph.edgeStarts[tour.state] ?? 0; edge < (graph.edgeStarts[tour.state + 1] ?? 0); edge++) {
				const packed = graph.edges[edge] as number;
				const state = packed >>> EDGE_TARGET_SHIFT;
				if (states[state] !== 1 || !isInside(tour.state, edge)) continue;
				const ableThere = enabledIn(graph, state);
				const ran = tour.ran | (1 << (packed & EDGE_THREAD));
				const disabledSomewhere = tour.disabledSomewhere | (everyone & ~ableThere);
				const enabledSomewhere = tour.enabledSomewhere | ableThere;
				const isFair = {
					none: true,
					weak: (ran | disabledSomewhere) === everyone,
					strong: (enabledSomewhere & ~ran) === 0,
				}[fairness];
				if (state === anchor && isFair) return steps;
				const key = [state, ran, disabledSomewhere, enabledSomewhere].join();
				if (!seen.has(key)) next.push({ state, ran, disabledSomewhere, enabledSomewhere });
				seen.add(key);
			}
		}
		level = next;
	}
	return null;
}
