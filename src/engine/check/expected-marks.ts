import { statesOf } from './fair-components.ts';
import { EDGE_TARGET_SHIFT, EDGE_THREAD, passedBy } from './graph.ts';
import type { Pending } from './pending.ts';
import { solve } from './solve.ts';

/**
 * How often the thread of a property is expected to pass a marked node while it is pending, if every
 * step is that of one among those who can run, each equally likely. Infinity exactly if the run may
 * come into a part of the graph that it never leaves, and in which the thread passes marks.
 *
 * The graph must be complete, and the thread pending in its first state.
 *
 * @param marked per node, 1 if it counts
 * @returns with a relative error under 10^-9; null if that cannot be reached
 */
export function expectedMarks(pending: Pending, marked: Uint8Array): number | null {
	if (pending.states[0] !== 1) return 0;
	const rewards = rewardsOf(pending, marked);
	const trapped = trappedStates(pending, rewards);
	return trapped === null ? Number.POSITIVE_INFINITY : solve(pending, trapped, rewards);
}

/** Per state, how many marks the next step is expected to pass. */
function rewardsOf(pending: Pending, marked: Uint8Array): Float64Array {
	const { graph, progress, states } = pending;
	const rewards = new Float64Array(graph.states);
	const ofMark = (node: number) => marked[node] === 1;
	for (let state = 0; state < graph.states; state++) {
		if (states[state] !== 1) continue;
		const start = graph.edgeStarts[state] as number;
		const end = graph.edgeStarts[state + 1] as number;
		let marks = 0;
		for (let edge = start; edge < end; edge++) {
			const thread = (graph.edges[edge] as number) & EDGE_THREAD;
			marks += passedBy(graph, state, thread, progress.thread).filter(ofMark).length;
		}
		if (marks > 0) rewards[state] = marks / (end - start);
	}
	return rewards;
}

/** Per state, 1 if no way leads out of the pending states, and no mark is ahead; null if one is. */
function trappedStates(pending: Pending, rewards: Float64Array): Uint8Array | null {
	const { components } = pending;
	const { edgeStarts, edges, states } = pending.graph;
	const trapped = new Uint8Array(states);
	for (let number = 0; number < components.count; number++) {
		let isClosed = true;
		let isMarked = false;
		const members = statesOf(components, number);
		for (const state of members) {
			if ((rewards[state] as number) > 0) isMarked = true;
			for (let edge = edgeStarts[state] as number; edge < (edgeStarts[state + 1] as number); edge++) {
				const target = (edges[edge] as number) >>> EDGE_TARGET_SHIFT;
				if (components.of[target] !== number || !pending.isInside(state, edge)) isClosed = false;
			}
		}
		if (!isClosed) continue;
		if (isMarked) return null;
		for (const state of members) trapped[state] = 1;
	}
	return trapped;
}
