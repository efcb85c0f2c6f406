import { type PrimitiveName, primitiveNames, primitives } from '../kernel/primitives.ts';
import { ASLEEP, FINISHED, SUCCESSORS, type Tables } from '../model/tables.ts';

/** The nodes in which a settled thread may stand, numbered from 0 for each thread by itself. */
export interface LocalStates {
	/** Per thread, each local state's node. */
	readonly nodes: readonly Int32Array[];
	/** Per thread and node, the local state's number, or -1. */
	readonly numbers: readonly Int32Array[];
}

/** Finds the local states of every thread by the tables alone: some may turn out to be unreachable. */
export function localStatesOf(tables: Tables): LocalStates {
	const nodes = Array.from(tables.entries, (entry) => restingNodes(tables, entry));
	const numbers = nodes.map((list) => {
		const numberOf = new Int32Array(tables.nodeCount).fill(-1);
		for (const [number, node] of list.entries()) numberOf[node] = number;
		return numberOf;
	});
	return { nodes, numbers };
}

/** Where a thread may rest: at a step that does not go on with a section, asleep, or at its end. */
function restingNodes(tables: Tables, entry: number): Int32Array {
	const seen = new Set([entry * 2]);
	const resting = new Set<number>();
	for (const way of seen) {
		const node = way >> 1;
		const goesOn = (way & 1) === 1;
		if (!goesOn && canRest(tables.operation[node] as number)) resting.add(node);
		for (let result = 0; result < SUCCESSORS; result++) {
			const next = tables.successor[node * SUCCESSORS + result] as number;
			if (next >= 0) seen.add(next);
		}
	}
	return Int32Array.from(resting);
}

function canRest(number: number): boolean {
	return number === ASLEEP || number === FINISHED || isStep(number);
}

/** Whether a thread may go on from a node without a step: it is a mark, time to spend, or a sleep that may be over. */
export function canPass({ operation }: Tables, node: number): boolean {
	const number = operation[node] as number;
	return number === ASLEEP || (number !== FINISHED && !isStep(number));
}

/**
 * The nodes that a thread comes through from a node on, up to the first that it cannot pass; of a loop that has none,
 * each once.
 */
export function wayToRest(tables: Tables, from: number): ReadonlySet<number> {
	const way = new Set([from]);
	for (const node of way) {
		if (canPass(tables, node)) way.add((tables.successor[node * SUCCESSORS] as number) >> 1);
	}
	return way;
}

function isStep(number: number): boolean {
	return primitives[primitiveNames[number] as PrimitiveName].kind === 'step';
}
