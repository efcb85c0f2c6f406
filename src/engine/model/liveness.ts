import { successors } from './lower-code.ts';
import type { Instruction, Register } from './program.ts';

/** What is live, instruction by instruction: a bit a register, for a long function has many of both. */
export class Liveness {
	/** Words of 32 registers each. */
	readonly #width: number;
	readonly #live: Int32Array;

	/** Nothing is live yet. */
	constructor(instructions: number, registerCount: number) {
		this.#width = Math.ceil(registerCount / 32);
		this.#live = new Int32Array(instructions * this.#width);
	}

	/** The registers whose value is still needed after an instruction, in ascending order. */
	after(index: number): readonly Register[] {
		const registers: Register[] = [];
		for (const [word, bits] of this.setAfter(index).entries()) {
			for (let rest = bits; rest !== 0; rest &= rest - 1) {
				registers.push(word * 32 + 31 - Math.clz32(rest & -rest));
			}
		}
		return registers;
	}

	/** The same as a set of bits. */
	setAfter(index: number): Int32Array {
		return this.#live.subarray(index * this.#width, (index + 1) * this.#width);
	}

	/** Adds registers to those after an instruction; returns whether there was a new one. */
	add(index: number, registers: Int32Array): boolean {
		const start = index * this.#width;
		let hasGrown = false;
		for (let word = 0; word < this.#width; word++) {
			const union = (this.#live[start + word] as number) | (registers[word] as number);
			if (union !== this.#live[start + word]) hasGrown = true;
			this.#live[start + word] = union;
		}
		return hasGrown;
	}
}

/**
 * For each instruction the registers whose value is still needed after it. Classical backward data flow: what is live
 * before an instruction is what it reads, and what is live after it without what it writes.
 */
export function liveness(code: readonly Instruction[], registerCount: number): Liveness {
	const live = new Liveness(code.length, registerCount);
	const predecessors = predecessorsOf(code);
	const waiting = code.map((_, index) => index);
	const isWaiting = new Array<boolean>(code.length).fill(true);
	// Taken from the end first: most of what is live flows in from below.
	for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
		isWaiting[index] = false;
		const before = liveBefore(code[index] as Instruction, live.setAfter(index));
		for (const predecessor of predecessors[index] ?? []) {
			if (live.add(predecessor, before) && !isWaiting[predecessor]) {
				isWaiting[predecessor] = true;
				waiting.push(predecessor);
			}
		}
	}
	return live;
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

function predecessorsOf(code: readonly Instruction[]): readonly (readonly number[])[] {
	const predecessors: number[][] = code.map(() => []);
	code.forEach((instruction, index) => {
		for (const successor of successors(instruction, index)) predecessors[successor]?.push(index);
	});
	return predecessors;
}
