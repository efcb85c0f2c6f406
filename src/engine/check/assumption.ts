import { FINISHED, type Tables } from '../model/tables.ts';
import { fairComponents, statesOf } from './fair-components.ts';
import type { Assumption } from './fairness.ts';
import { EDGE_TARGET_SHIFT, type Graph, nodeOf } from './graph.ts';
import type { Pending } from './pending.ts';

/**
 * The weakest assumption under which a property holds, from nothing on: `random` means that from
 * every state the end stays within reach, so that chance brings it; `nothing` that not even chance does.
 */
export const assumptions = ['none', 'weak', 'strong', 'strong-lock', 'random', 'nothing'] as const;

export type WeakestAssumption = (typeof assumptions)[number];

/** The weakest assumption that suffices; the graph must be complete. */
export function weakestAssumption(pending: Pending): WeakestAssumption {
	const ladder: readonly Assumption[] = ['none', 'weak', 'strong', 'strong-lock'];
	if (firstDeadlock(pending) !== null) return 'nothing';
	const enough = ladder.find((assumption) => fairComponents(pending, assumption).length === 0);
	return enough ?? (canAlwaysEnd(pending) ? 'random' : 'nothing');
}

/** The first pending state in which nobody can run, or null. */
export function firstDeadlock({ graph, states }: Pending): number | null {
	for (let state = 0; state < graph.expanded; state++) {
		if (states[state] === 1 && isStuck(graph, state)) return state;
	}
	return null;
}

/** Whether nobody can run in a state. */
function isStuck({ edgeStarts }: Graph, state: number): boolean {
	return edgeStarts[state] === edgeStarts[state + 1];
}

/** The first state in which nobody can run though not all have finished, or null. */
export function firstStuck(graph: Graph, { operation }: Tables): number | null {
	const threads = Array.from({ length: graph.threads }, (_, thread) => thread);
	for (let state = 0; state < graph.expanded; state++) {
		if (!isStuck(graph, state) || graph.failing.has(state)) continue;
		if (threads.some((thread) => operation[nodeOf(graph, state, thread)] !== FINISHED)) return state;
	}
	return null;
}

/** Whether from every pending state some way leads out. */
function canAlwaysEnd(pending: Pending): boolean {
	const { edges, edgeStarts } = pending.graph;
	const { components } = pending;
	const ends = new Uint8Array(components.count);
	for (let number = 0; number < components.count; number++) {
		for (const state of statesOf(components, number)) {
			for (let edge = edgeStarts[state] as number; edge < (edgeStarts[state + 1] as number); edge++) {
				const target = components.of[(edges[edge] as number) >>> EDGE_TARGET_SHIFT] as number;
				if (!pending.isInside(state, edge) || ends[target] === 1) ends[number] = 1;
			}
		}
		if (ends[number] === 0) return false;
	}
	return true;
}
