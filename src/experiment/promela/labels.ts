import type { Place } from '../../engine/c/source.ts';
import type { Program } from '../../engine/model/program.ts';
import { FINISHED, type Tables } from '../../engine/model/tables.ts';

/** Labels that begin so mean something to spin. */
const meansSomething = /^(end|accept|progress)/;

/** The function that a place lies in. */
export function functionAt(program: Program, { file, line }: Place): string {
	const found = [...program.functions.values()].find(
		({ place, endLine }) => place.file === file && line >= place.line && line <= endLine,
	);
	return found?.name ?? 'nowhere';
}

/**
 * Names nodes by function and line, as in 'do_user_addr_fault_63'. Where the same line is reached in several ways
 * - other callers, other values of locals - the second is 'do_user_addr_fault_63_2'. Ends are 'end', which spin knows.
 */
export function labelsOf(tables: Tables, program: Program, nodes: readonly number[]): ReadonlyMap<number, string> {
	const counts = new Map<string, number>();
	return new Map(
		nodes.map((node) => {
			const base = baseOf(tables, program, node);
			const count = (counts.get(base) ?? 0) + 1;
			counts.set(base, count);
			return [node, count === 1 ? base : `${base}_${count}`];
		}),
	);
}

function baseOf(tables: Tables, program: Program, node: number): string {
	const place = tables.positions[node]?.at(-1);
	if (tables.operation[node] === FINISHED || place === undefined) return 'end';
	const base = `${functionAt(program, place)}_${place.line}`;
	return meansSomething.test(base) ? `at_${base}` : base;
}
