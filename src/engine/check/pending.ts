import { SUCCESSORS, type Tables } from '../model/tables.ts';
import { type Components, componentsOf, type Part } from './components.ts';
import { EDGE_TARGET_SHIFT, EDGE_THREAD, type Graph, localOf, passedBy } from './graph.ts';
import { canPass } from './local-states.ts';
import type { Progress } from './model.ts';

/**
 * The part of a graph in which a thread is pending: a run violates the property iff from some time
 * on it never leaves it. States whose edges are not known yet are outside.
 */
export interface Pending extends Part {
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
	const isMet = pendingAhead(tables, pending);
	const isPassed = new Uint8Array(tables.nodeCount);
	for (let way = 0; way < tables.nodeCount * SUCCESSORS; way++) {
		const next = tables.successor[way] as number;
		const goesOn = next < 0 || (next & 1) === 1;
		if (goesOn || pending[Math.floor(way / SUCCESSORS)] === 0) continue;
		for (let node = next >> 1; isPassed[node] === 0; node = (tables.successor[node * SUCCESSORS] as number) >> 1) {
			isPassed[node] = 1;
			if (pending[node] === 0 && isMet[node] === 1) return true;
			if (pending[node] === 0 || !canPass(tables, node)) break;
		}
	}
	return false;
}

/** Per node, 1 if a thread that goes on from there comes, without a step in between, to a node where it is pending. */
function pendingAhead(tables: Tables, pending: Uint8Array): Uint8Array {
	const isMet = new Uint8Array(tables.nodeCount);
	const before = new Map<number, number[]>();
	for (let node = 0; node < tables.nodeCount; node++) {
		if (!canPass(tables, node)) continue;
		const next = (tables.successor[node * SUCCESSORS] as number) >> 1;
		const others = before.get(next);
		if (others === undefined) before.set(next, [node]);
		else others.push(node);
	}
	const work = [...pending.keys()].filter((node) => pending[node] === 1);
	for (let node = work.pop(); node !== undefined; node = work.pop()) {
		for (const earlier of before.get(node) ?? []) {
			if (isMet[earlier] === 1) continue;
			isMet[earlier] = 1;
			work.push(earlier);
		}
	}
	return isMet;
}

function passesProgress(graph: Graph, { thread, pending }: Progress, state: number, edge: number): boolean {
	const stepping = (graph.edges[edge] as number) & EDGE_THREAD;
	return passedBy(graph, state, stepping, thread).some((node) => pending[node] === 0);
}
