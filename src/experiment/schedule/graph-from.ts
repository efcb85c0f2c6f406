import { EDGE_LOCK, EDGE_TARGET_SHIFT, EDGE_THREAD, type Graph } from '../../engine/check/graph.ts';

/**
 * The part of a graph that can be reached from a state, numbered as breadth-first search finds it from there: what a
 * search that had begun in that state would have found.
 */
export function graphFrom(graph: Graph, start: number): Graph {
	const { edges, edgeStarts, packing, words } = graph;
	const numbers = new Int32Array(graph.states).fill(-1);
	const order = [start];
	const levels = [0];
	const ways: number[] = [];
	const starts = [0];
	numbers[start] = 0;
	let nextLevel = 1;
	for (let number = 0; number < order.length; number++) {
		if (number === nextLevel) {
			levels.push(number);
			nextLevel = order.length;
		}
		const state = order[number] as number;
		for (let edge = edgeStarts[state] as number; edge < (edgeStarts[state + 1] as number); edge++) {
			const packed = edges[edge] as number;
			const target = packed >>> EDGE_TARGET_SHIFT;
			if (numbers[target] === -1) {
				numbers[target] = order.length;
				order.push(target);
			}
			ways.push(((numbers[target] as number) << EDGE_TARGET_SHIFT) | (packed & (EDGE_LOCK | EDGE_THREAD)));
		}
		starts.push(ways.length);
	}
	const { width } = packing;
	const ownWords = new Int32Array(order.length * width);
	for (const [number, state] of order.entries()) {
		ownWords.set(words.subarray(state * width, (state + 1) * width), number * width);
	}
	return {
		...graph,
		states: order.length,
		expanded: order.length,
		transitions: ways.length,
		depth: levels.length - 1,
		levels,
		edgeStarts: Int32Array.from(starts),
		edges: Int32Array.from(ways),
		words: ownWords,
		failing: new Set([...graph.failing].map((state) => numbers[state] as number).filter((number) => number !== -1)),
	};
}
