import { SUCCESSORS, type Tables } from '../model/tables.ts';
import { EDGE_TARGET_SHIFT, EDGE_THREAD, type Graph, localOf, passedBy } from './graph.ts';
import type { Progress } from './model.ts';

/**
 * The part of a graph in which a thread is pending: a run violates the property iff from some time
 * on it never leaves it. States whose edges are not known yet are outside.
 */
export interface Pending {
	readonly graph: Graph;
	readonly progress: Progress;
	/** Per state, 1 if the thread is pending there and all that can happen there is known. */
	readonly states: Uint8Array;
	/** Whether a step leads from a pending state to a pending state without progress in between. */
	isInside(state: number, edge: number): boolean;
}

/** @param tables those of the graph's model */
export function pendingOf(graph: Graph, tables: Tables, progress: Progress): Pending {
	const { thread, pending } = progress;
	const ofLocal = (graph.moves.locals.nodes[thread] as Int32Array).map((node) => pending[node] as number);
	const states = new Uint8Array(graph.states);
	for (let state = 0; state < graph.expanded; state++) {
		states[state] = ofLocal[localOf(graph, state, thread)] as number;
	}
	for (const state of graph.failing) states[state] = 0;
	const isTarget = (edge: number) => states[(graph.edges[edge] as number) >>> EDGE_TARGET_SHIFT] === 1;
	const isInside = mayPassUnseen(tables, progress)
		? (state: number, edge: number) => isTarget(edge) && !passesProgress(graph, progress, state, edge)
		: (_state: number, edge: number) => isTarget(edge);
	return { graph, progress, states, isInside };
}

/** Whether a node without a step of its own lies outside: then one step may end one wait and begin the next. */
function mayPassUnseen({ nodeCount, successor }: Tables, { pending }: Progress): boolean {
	const leaves = new Uint8Array(nodeCount);
	const enters = new Uint8Array(nodeCount);
	for (let way = 0; way < nodeCount * SUCCESSORS; way++) {
		const next = successor[way] as number;
		if (next < 0) continue;
		const from = Math.floor(way / SUCCESSORS);
		if (pending[from] === 1 && pending[next >> 1] === 0) leaves[next >> 1] = 1;
		if (pending[from] === 0 && pending[next >> 1] === 1) enters[from] = 1;
	}
	return leaves.includes(1) && enters.includes(1);
}

function passesProgress(graph: Graph, { thread, pending }: Progress, state: number, edge: number): boolean {
	const stepping = (graph.edges[edge] as number) & EDGE_THREAD;
	return passedBy(graph, state, stepping, thread).some((node) => pending[node] === 0);
}
