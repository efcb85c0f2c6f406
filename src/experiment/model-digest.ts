import { operation, primitiveNames, primitives } from '../engine/kernel/primitives.ts';
import type { Program } from '../engine/model/program.ts';
import { ASLEEP, FINISHED, SUCCESSORS, type Tables } from '../engine/model/tables.ts';
import { unfold } from '../engine/model/unfold.ts';
import { digest } from './digest.ts';
import { oneOfEach } from './threads.ts';

/**
 * What a model does, in 8 hexadecimal digits: equal for two texts that differ in comments, names of locals or layout,
 * different as soon as a thread may do something else. Taken over the lowered tables; operations and times go by name,
 * so that a new primitive or time changes nothing.
 *
 * @throws ModelError where the C cannot be unfolded
 */
export function modelDigest(program: Program, durationNames: readonly string[]): string {
	const tables = unfold(program, primitives, oneOfEach);
	const nodes = Array.from({ length: tables.nodeCount }, (_, node) => nodeText(tables, node, durationNames));
	return digest([tables.entries.join(' '), ...nodes].join('\n'), 8);
}

function nodeText(tables: Tables, node: number, durationNames: readonly string[]): string {
	const number = tables.operation[node] as number;
	const object = tables.object[node] as number;
	const of = number === operation.spend ? durationNames[object] : object;
	const successors = tables.successor.subarray(node * SUCCESSORS, (node + 1) * SUCCESSORS).join(' ');
	return `${operationName(number)} ${of} ${tables.argument[node]} ${successors}`;
}

function operationName(number: number): string {
	if (number === ASLEEP) return 'asleep';
	if (number === FINISHED) return 'finished';
	return primitiveNames[number] as string;
}
