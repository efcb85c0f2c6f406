import { successors } from './lower-code.ts';
import type { Instruction, Register } from './program.ts';

/**
 * For each instruction the registers whose value is still needed after it, in ascending order.
 * Classical backward data flow: what is live before an instruction is what it reads, and what is
 * live after it without what it writes.
 */
export function liveness(code: readonly Instruction[], registerCount: number): readonly (readonly Register[])[] {
	const words = Math.ceil(registerCount / 32);
	const after = code.map(() => new Int32Array(words));
	const predecessors = predecessorsOf(code);
	const waiting = code.map((_, index) => index);
	const isWaiting = new Array<boolean>(code.length).fill(true);
	// Taken from the end first: most of what is live flows in from below.
	for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
		isWaiting[index] = false;
		const instruction = code[index];
		const live = after[index];
		if (instruction === undefined || live === undefined) continue;
		const before = liveBefore(instruction, live);
		for (const predecessor of predecessors[index] ?? []) {
			if (addAll(after[predecessor], before) && !isWaiting[predecessor]) {
				isWaiting[predecessor] = true;
				waiting.push(predecessor);
			}
		}
	}
	return after.map((live) => registersIn(live));
}

/** The registers that an instruction reads. */
export function readsOf(instruction: Instruction): readonly Register[] {
	switch (instruction.kind) {
		case 'copy':
		case 'unary':
			return [instruction.from];
		case 'binary':
			return [instruction.left, instruction.right];
		case 'branch':
			return [instruction.condition];
		case 'call':
		case 'primitive':
			return instruction.parameters;
		case 'return':
			return instruction.from === null ? [] : [instruction.from];
		case 'constant':
		case 'jump':
			return [];
	}
}

function liveBefore(instruction: Instruction, after: Int32Array): Int32Array {
	const before = after.slice();
	const written = 'to' in instruction ? instruction.to : null;
	if (written !== null) before[written >> 5] = (before[written >> 5] ?? 0) & ~(1 << (written & 31));
	for (const read of readsOf(instruction)) before[read >> 5] = (before[read >> 5] ?? 0) | (1 << (read & 31));
	return before;
}

/** Adds the registers to the set; returns whether there was a new one. */
function addAll(set: Int32Array | undefined, added: Int32Array): boolean {
	if (set === undefined) return false;
	let hasGrown = false;
	for (let word = 0; word < added.length; word++) {
		const union = (set[word] ?? 0) | (added[word] ?? 0);
		if (union !== set[word]) hasGrown = true;
		set[word] = union;
	}
	return hasGrown;
}

function predecessorsOf(code: readonly Instruction[]): readonly (readonly number[])[] {
	const predecessors: number[][] = code.map(() => []);
	code.forEach((instruction, index) => {
		for (const successor of successors(instruction, index)) predecessors[successor]?.push(index);
	});
	return predecessors;
}

function registersIn(set: Int32Array): readonly Register[] {
	const registers: Register[] = [];
	for (let word = 0; word < set.length; word++) {
		for (let rest = set[word] as number; rest !== 0; rest &= rest - 1) {
			registers.push(word * 32 + 31 - Math.clz32(rest & -rest));
		}
	}
	return registers;
}
