import { EDGE_LOCK, EDGE_THREAD, type Graph } from './graph.ts';
import type { Fairness } from './model.ts';

/**
 * A fairness, or the strongest that is asked of a lock: besides `strong`, whoever could take a lock
 * for itself by its next step again and again, does so again and again.
 */
export type Assumption = Fairness | 'strong-lock';

/** What a state asks for, and what a step answers, in bits: one a thread, and 16 above it one a thread's lock. */
const LOCK_SHIFT = 16;

/** What can be done in a state: who can run, and under `strong-lock` also who can take a lock. */
export function requestsIn({ edges, edgeStarts }: Graph, state: number, assumption: Assumption): number {
	let requests = 0;
	for (let edge = edgeStarts[state] as number; edge < (edgeStarts[state + 1] as number); edge++) {
		requests |= answerOf(edges[edge] as number, assumption);
	}
	return requests;
}

/** What is done by a step. */
export function answerOf(edge: number, assumption: Assumption): number {
	const bit = 1 << (edge & EDGE_THREAD);
	return assumption === 'strong-lock' && (edge & EDGE_LOCK) !== 0 ? bit | (bit << LOCK_SHIFT) : bit;
}
