import type { Place } from '../c/source.ts';
import type { Instruction, Register } from './program.ts';

/** A place in the code that jumps may name before it is known. */
export type Label = number;

/** An instruction without its place. */
export type Draft = Instruction extends infer Each ? (Each extends Instruction ? Omit<Each, 'place'> : never) : never;

/** Collects a function's instructions. Until `finish`, jumps name labels instead of indexes. */
export class CodeBuilder {
	readonly #code: Instruction[] = [];
	/** The index each label stands for, -1 while it is not placed. */
	readonly #labels: number[] = [];
	readonly #localCount: number;
	#temporaries = 0;
	#registerCount: number;

	constructor(localCount: number) {
		this.#localCount = localCount;
		this.#registerCount = localCount;
	}

	get registerCount(): number {
		return this.#registerCount;
	}

	/** Instructions so far. */
	get length(): number {
		return this.#code.length;
	}

	/** The place of the last instruction, or the given one if there is none. */
	lastPlace(otherwise: Place): Place {
		return this.#code.at(-1)?.place ?? otherwise;
	}

	emit(place: Place, draft: Draft): void {
		this.#code.push({ ...draft, place } as Instruction);
	}

	newLabel(): Label {
		return this.#labels.push(-1) - 1;
	}

	/** Lets a label stand for the next instruction. */
	place(label: Label): void {
		this.#labels[label] = this.#code.length;
	}

	newTemporary(): Register {
		const register = this.#localCount + this.#temporaries++;
		this.#registerCount = Math.max(this.#registerCount, register + 1);
		return register;
	}

	/** Between statements no temporary holds a value, so that their registers can be used again. */
	releaseTemporaries(): void {
		this.#temporaries = 0;
	}

	/** The instructions that can be reached, with jumps by index. */
	finish(): readonly Instruction[] {
		const code = this.#code.map((instruction) => retarget(instruction, (label) => this.#labels[label] ?? -1));
		return dropUnreachable(code);
	}
}

/** Where control may go after the instruction at `index`. */
export function successors(instruction: Instruction, index: number): readonly number[] {
	switch (instruction.kind) {
		case 'jump':
			return [instruction.target];
		case 'branch':
			return [instruction.whenTrue, instruction.whenFalse];
		case 'return':
			return [];
		default:
			return [index + 1];
	}
}

function dropUnreachable(code: readonly Instruction[]): readonly Instruction[] {
	const isReached = new Array<boolean>(code.length).fill(false);
	const waiting = [0];
	for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
		const instruction = code[index];
		if (instruction === undefined || isReached[index]) continue;
		isReached[index] = true;
		waiting.push(...successors(instruction, index));
	}
	let count = 0;
	const moved = isReached.map((reached) => (reached ? count++ : -1));
	return code
		.filter((_, index) => isReached[index])
		.map((instruction) => retarget(instruction, (index) => moved[index] ?? -1));
}

function retarget(instruction: Instruction, targetOf: (target: number) => number): Instruction {
	switch (instruction.kind) {
		case 'jump':
			return { ...instruction, target: targetOf(instruction.target) };
		case 'branch':
			return { ...instruction, whenTrue: targetOf(instruction.whenTrue), whenFalse: targetOf(instruction.whenFalse) };
		default:
			return instruction;
	}
}
