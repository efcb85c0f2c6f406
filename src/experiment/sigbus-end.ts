import { wayToRest } from '../engine/check/local-states.ts';
import { type PrimitiveName, primitiveNames } from '../engine/kernel/primitives.ts';
import { FINISHED, SUCCESSORS, type Tables } from '../engine/model/tables.ts';

/** The mark that a fault ends in SIGBUS. */
export const SIGBUS_MARK = 'trace_fault_sigbus' as PrimitiveName;

/**
 * Gives a thread whose one fault ends in SIGBUS an end of its own, since it has not got what it faulted for: where the
 * mark was passed and nothing but the end follows, the thread comes to the last of the tables' nodes.
 *
 * @returns the tables, and that node's number; null if no fault can end so
 */
export function withSigbusEnd(tables: Tables): { readonly tables: Tables; readonly sigbusEnd: number | null } {
	const mark = primitiveNames.indexOf(SIGBUS_MARK);
	const marks = [...tables.operation.keys()].filter((node) => tables.operation[node] === mark && ends(tables, node));
	if (marks.length === 0) return { tables, sigbusEnd: null };
	const sigbusEnd = tables.nodeCount;
	const successor = longer(tables.successor, SUCCESSORS).fill(-1, sigbusEnd * SUCCESSORS);
	for (const node of marks) successor[node * SUCCESSORS] = sigbusEnd * 2;
	return {
		tables: {
			nodeCount: tables.nodeCount + 1,
			operation: longer(tables.operation, 1).fill(FINISHED, sigbusEnd),
			object: longer(tables.object, 1),
			argument: longer(tables.argument, 1),
			successor,
			positions: [...tables.positions, []],
			edgePlaces: [...tables.edgePlaces, ...Array(SUCCESSORS).fill([])],
			entries: tables.entries,
		},
		sigbusEnd,
	};
}

/** Whether a thread passes from a mark to its end, with nothing but the fault's other marks in between. */
function ends(tables: Tables, mark: number): boolean {
	const end = primitiveNames.indexOf('trace_fault_end');
	const [, ...behind] = wayToRest(tables, mark);
	const last = behind.pop() as number;
	return tables.operation[last] === FINISHED && behind.every((node) => tables.operation[node] === end);
}

/** So many numbers more, all 0; spread out, as many as these would be more than a call can have. */
function longer(numbers: Int32Array, more: number): Int32Array {
	const copy = new Int32Array(numbers.length + more);
	copy.set(numbers);
	return copy;
}
