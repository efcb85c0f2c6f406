import { EDGE_TARGET_SHIFT, type Graph } from './graph.ts';

/** A part of a graph, by the steps that stay in it. */
export interface Part {
	readonly graph: Graph;
	/** Whether a step that leaves a state of the part stays in it. */
	isInside(state: number, edge: number): boolean;
}

/** The strongly connected components of a part of a graph. */
export interface Components {
	readonly count: number;
	/** Per state, its component, or -1 outside. Edges lead to components of the same or a lower number. */
	readonly of: Int32Array;
	/** The states by component: those of component c stand from `starts[c]` up to `starts[c + 1]`. */
	readonly states: Int32Array;
	readonly starts: Int32Array;
}

/**
 * Tarjan's algorithm with a stack of its own, over the states of a part that are marked alive.
 * @param alive per state, 1 if it counts
 */
export function componentsOf(part: Part, alive: Uint8Array): Components {
	const { edgeStarts, edges, states: stateCount } = part.graph;
	const alives = alive.reduce((sum, one) => sum + one, 0);
	const of = new Int32Array(stateCount).fill(-1);
	/** 0 while a state is unseen, else 1 + its place in the order of discovery; then the lowest it reaches. */
	const low = new Int32Array(stateCount);
	const next = new Int32Array(stateCount);
	const path = new Int32Array(alives);
	const open = new Int32Array(alives);
	const states = new Int32Array(alives);
	const starts: number[] = [0];
	let [pathLength, openLength, closed, seen] = [0, 0, 0, 0];
	const order = new Int32Array(stateCount);

	const enter = (state: number) => {
		seen += 1;
		order[state] = seen;
		low[state] = seen;
		next[state] = edgeStarts[state] as number;
		path[pathLength++] = state;
		open[openLength++] = state;
	};
	const close = (root: number) => {
		for (let state = -1; state !== root; ) {
			state = open[--openLength] as number;
			of[state] = starts.length - 1;
			states[closed++] = state;
		}
		starts.push(closed);
	};

	for (let root = 0; root < stateCount; root++) {
		if (alive[root] !== 1 || order[root] !== 0) continue;
		enter(root);
		while (pathLength > 0) {
			const state = path[pathLength - 1] as number;
			const edge = next[state] as number;
			if (edge < (edgeStarts[state + 1] as number)) {
				next[state] = edge + 1;
				const target = (edges[edge] as number) >>> EDGE_TARGET_SHIFT;
				if (alive[target] !== 1 || of[target] !== -1 || !part.isInside(state, edge)) continue;
				if (order[target] === 0) enter(target);
				else if ((order[target] as number) < (low[state] as number)) low[state] = order[target] as number;
				continue;
			}
			pathLength -= 1;
			if (low[state] === order[state]) close(state);
			const parent = path[pathLength - 1];
			if (pathLength > 0 && parent !== undefined && (low[state] as number) < (low[parent] as number)) {
				low[parent] = low[state] as number;
			}
		}
	}
	return { count: starts.length - 1, of, states, starts: Int32Array.from(starts) };
}
