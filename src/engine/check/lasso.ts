import { firstDeadlock } from './assumption.ts';
import { fairComponents } from './fair-components.ts';
import { depthOf, EDGE_TARGET_SHIFT, EDGE_THREAD, stepFrom, type TakenStep, wayTo } from './graph.ts';
import { LoopSearch } from './loop-search.ts';
import type { Fairness } from './model.ts';
import type { Pending } from './pending.ts';

/**
 * A run that never ends: the stem once, then the loop for ever, in which the property's thread stays
 * pending. An empty loop is a deadlock.
 */
export interface Lasso {
	readonly stem: readonly TakenStep[];
	readonly loop: readonly TakenStep[];
}

/** The fair lasso with the fewest steps in all, then with the fewest in its stem; null if there is none. */
export function shortestLasso(pending: Pending, fairness: Fairness): Lasso | null {
	const { graph } = pending;
	const stuck = firstDeadlock(pending);
	let best = stuck === null ? null : { anchor: stuck, loop: [] as readonly number[] };
	/** A lasso must take fewer steps than this. A loop may take as many as the way to the deadlock: its stem is shorter. */
	let total = stuck === null ? Number.POSITIVE_INFINITY : depthOf(graph, stuck) + 1;
	const components = fairComponents(pending, fairness);
	const componentOf = new Int32Array(graph.states).fill(-1);
	for (const [number, states] of components.entries()) for (const state of states) componentOf[state] = number;
	const searches = new Map<number, LoopSearch>();
	// A loop's state with the lowest number has the fewest steps before it: it alone need be its anchor.
	for (let state = 0; state < graph.expanded; state++) {
		const number = componentOf[state] as number;
		if (number === -1) continue;
		const depth = depthOf(graph, state);
		if (depth + 1 >= total) break;
		const search = searches.get(number) ?? new LoopSearch(pending, components[number] as Int32Array, fairness);
		searches.set(number, search);
		if (depth + search.shortestPossible >= total) continue;
		const loop = search.from(state, total - depth - 1);
		if (loop === null) continue;
		best = { anchor: state, loop };
		total = depth + loop.length;
	}
	return best === null ? null : { stem: wayTo(graph, best.anchor), loop: stepsAlong(pending, best.anchor, best.loop) };
}

/** @param edges by their numbers, one after the other */
function stepsAlong({ graph }: Pending, from: number, edges: readonly number[]): TakenStep[] {
	let state = from;
	return edges.map((edge) => {
		const packed = graph.edges[edge] as number;
		const step = stepFrom(graph, state, packed & EDGE_THREAD);
		state = packed >>> EDGE_TARGET_SHIFT;
		return step;
	});
}
