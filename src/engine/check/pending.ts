import { SUCCESSORS, type Tables } from '../model/tables.ts';
import { type Components, componentsOf } from './components.ts';
import { EDGE_TARGET_SHIFT, EDGE_THREAD, type Graph, localOf, passedBy } from './graph.ts';
import { wayToRest } from './local-states.ts';
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
	/** Its strongly connected components, all of them; found when they are first asked for. */
	readonly components: Components;
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
	let components: Components | null = null;
	return {
		graph,
		progress,
		states,
		isInside,
		get components() {
			components ??= componentsOf(this, states);
			return components;
		},
	};
}

/** Whether one step may end one wait and begin the next, on a way through nodes that are no steps. */
export function mayPassUnseen(tables: Tables, { pending }: Progress): boolean {
	for (let way = 0; way < tables.nodeCount * SUCCESSORS; way++) {
		const next = tables.successor[way] as number;
		const goesOn = next < 0 || (next & 1) === 1;
		if (goesOn || pending[Math.floor(way / SUCCESSORS)] === 0) continue;
		let hasLeft = false;
		for (const node of wayToRest(tables, next >> 1)) {
			if (hasLeft && pending[node] === 1) return true;
			if (pending[node] === 0) hasLeft = true;
		}
	}
	return false;
}

function passesProgress(graph: Graph, { thread, pending }: Progress, state: number, edge: number): boolean {
	const stepping = (graph.edges[edge] as number) & EDGE_THREAD;
	return passedBy(graph, state, stepping, thread).some((node) => pending[node] === 0);
}
