import type { Place } from '../c/source.ts';
import { readsOf } from './liveness.ts';
import { successors } from './lower-code.ts';
import type { Instruction, Register } from './program.ts';

/** A local that may be read before it was given a value, and where. */
export interface UnsetLocal {
	readonly register: Register;
	readonly read: Place;
}

/**
 * The locals that some way through a function reads before it writes them. Whether that way is ever taken is not asked:
 * what a condition says of another is not known here.
 *
 * @param first the first local's register, behind the parameters'
 * @param end the register behind the last local's
 */
export function unsetLocals(code: readonly Instruction[], first: Register, end: Register): UnsetLocal[] {
	const unset: UnsetLocal[] = [];
	for (let register = first; register < end; register++) {
		const read = firstUnsetRead(code, register);
		if (read !== null) unset.push({ register, read });
	}
	return unset;
}

/** The first place in the text at which a way that has not written the register reads it. */
function firstUnsetRead(code: readonly Instruction[], register: Register): Place | null {
	const reached = new Set([0]);
	const reads: number[] = [];
	for (const index of reached) {
		const instruction = code[index];
		if (instruction === undefined) continue;
		if (readsOf(instruction).includes(register)) reads.push(index);
		else if (!('to' in instruction) || instruction.to !== register) {
			for (const next of successors(instruction, index)) reached.add(next);
		}
	}
	return reads.length === 0 ? null : (code[Math.min(...reads)] as Instruction).place;
}
