import { CHANGE, EFFECT, SHARED_AFTER, TAKES_LOCK, WOKEN_SHIFT } from './move.ts';
import type { Moves } from './moves.ts';
import type { Packing } from './packing.ts';

/** An edge: its target, whether its step takes a lock, and the thread whose step it is. */
export const EDGE_TARGET_SHIFT = 5;
export const EDGE_LOCK = TAKES_LOCK;
export const EDGE_THREAD = EDGE_LOCK - 1;

/** One step, as it is told and replayed: who, from which node, with which answer. */
export interface TakenStep {
	readonly thread: number;
	readonly node: number;
	readonly result: number;
}

/** A step that must not be: which state, whose step. */
export interface Sighting {
	readonly state: number;
	readonly thread: number;
}

/**
 * The states found, numbered as breadth-first search found them, and the steps between them. In a
 * state a thread has one step or none: so it can run iff it has an edge.
 */
export interface Graph {
	readonly threads: number;
	/** Of these, the first `expanded` have all their edges; if it is all of them, the graph is whole. */
	readonly states: number;
	readonly expanded: number;
	readonly complete: boolean;
	readonly transitions: number;
	/** Steps from the first state to the farthest that is expanded. */
	readonly depth: number;
	/** By depth, the first state that is so many steps away. */
	readonly levels: readonly number[];
	/** The edges of a state stand from `edgeStarts[state]` up to `edgeStarts[state + 1]`, by thread. */
	readonly edgeStarts: Int32Array;
	readonly edges: Int32Array;
	readonly words: Int32Array;
	readonly packing: Packing;
	readonly moves: Moves;
	/** By the watch's name, or MISUSE, the first step that must not be; with the fewest steps before it. */
	readonly sightings: ReadonlyMap<string, Sighting>;
	/** States with a step that is an error of the C; that thread has no edge there. */
	readonly failing: ReadonlySet<number>;
	/** What it takes, in bytes, with the tables that were needed to find it. */
	readonly bytes: number;
}

/** Under this name a step of the C that is an error is sighted. */
export const MISUSE = 'no-misuse';

/** A thread's local state in a state. */
export function localOf(graph: Graph, state: number, thread: number): number {
	const { width, word, shift, mask } = graph.packing;
	const at = state * width + (word[thread] as number);
	return ((graph.words[at] as number) >>> (shift[thread] as number)) & (mask[thread] as number);
}

/** The number of what the threads share in a state. */
function sharedOf(graph: Graph, state: number): number {
	const { width } = graph.packing;
	return graph.words[state * width + width - 1] as number;
}

/** The node at which a thread stands in a state. */
export function nodeOf(graph: Graph, state: number, thread: number): number {
	return (graph.moves.locals.nodes[thread] as Int32Array)[localOf(graph, state, thread)] as number;
}

/** A state, unpacked. */
export function cellsOf(graph: Graph, state: number): Int32Array {
	const cells = new Int32Array(graph.moves.shape.cellCount);
	for (let thread = 0; thread < graph.threads; thread++) cells[thread] = nodeOf(graph, state, thread);
	graph.moves.copyShared(sharedOf(graph, state), cells);
	return cells;
}

/** Steps from the first state. */
export function depthOf({ levels }: Graph, state: number): number {
	let low = 0;
	let high = levels.length;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if ((levels[middle] as number) <= state) low = middle;
		else high = middle;
	}
	return low;
}

/** Those who can run in a state, a bit each; it must be expanded. */
export function enabledIn({ edges, edgeStarts }: Graph, state: number): number {
	let enabled = 0;
	for (let edge = edgeStarts[state] as number; edge < (edgeStarts[state + 1] as number); edge++) {
		enabled |= 1 << ((edges[edge] as number) & EDGE_THREAD);
	}
	return enabled;
}

/** A thread's step from a state, as it is told. */
export function stepFrom(graph: Graph, state: number, thread: number): TakenStep {
	const { result } = graph.moves.tell(sharedOf(graph, state), thread, localOf(graph, state, thread));
	return { thread, node: nodeOf(graph, state, thread), result };
}

/** The nodes that `other` passes while `thread` takes its step from a state, which it must have: its own way on, or what it does when woken. */
export function passedBy(graph: Graph, state: number, thread: number, other: number): number[] {
	const { moves } = graph;
	const local = localOf(graph, state, thread);
	const move = moves.find(sharedOf(graph, state), thread, local);
	const effect = moves.rows.cells[move + EFFECT] as number;
	if (thread === other) {
		const settled = local ^ (moves.rows.cells[move + CHANGE] as number);
		return moves.passed(thread, moves.tell(sharedOf(graph, state), thread, local).nodeAfter, settled);
	}
	if (((effect >> WOKEN_SHIFT) & (1 << other)) === 0) return [];
	const shared = moves.rows.cells[move + SHARED_AFTER] as number;
	const settled = moves.wake(shared, other, localOf(graph, state, other)) >> 1;
	return moves.passed(other, nodeOf(graph, state, other), settled);
}

/** The fewest steps that lead to an expanded state: thread by thread. */
export function wayTo(graph: Graph, state: number): TakenStep[] {
	const steps: TakenStep[] = [];
	for (let at = state; at !== 0; ) {
		const { source, thread } = firstStepTo(graph, at);
		steps.push(stepFrom(graph, source, thread));
		at = source;
	}
	return steps.reverse();
}

/** The step by which the search found a state: the first that leads there. */
function firstStepTo(graph: Graph, state: number): { readonly source: number; readonly thread: number } {
	const { edges, edgeStarts, levels, transitions } = graph;
	let source = levels[depthOf(graph, state) - 1] as number;
	for (let edge = edgeStarts[source] as number; edge < transitions; edge++) {
		while (edge === edgeStarts[source + 1]) source += 1;
		const packed = edges[edge] as number;
		if (packed >>> EDGE_TARGET_SHIFT === state) return { source, thread: packed & EDGE_THREAD };
	}
	throw new Error(`no step leads to state ${state}`);
}
