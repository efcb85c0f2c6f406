import { evaluateBinary, evaluateUnary } from '../c/arithmetic.ts';
import type { Place } from '../c/source.ts';
import { ModelError } from './model-error.ts';
import type { Primitive, Primitives } from './primitive.ts';
import type { Instruction, Program, ProgramFunction, Register } from './program.ts';

/** One call under way: its function, the instruction that comes next, the registers. */
export interface Frame {
	readonly callee: ProgramFunction;
	next: number;
	readonly registers: Int32Array;
}

/** Where local C comes to rest: before an operation of the kernel, or at the thread's end. */
export type Stop =
	| { readonly kind: 'finished' }
	| {
			readonly kind: 'primitive';
			readonly name: string;
			readonly primitive: Primitive;
			readonly parameters: readonly number[];
			readonly to: Register | null;
			readonly place: Place;
	  };

export interface LocalRunResult {
	readonly frames: Frame[];
	/** The queue whose own lock is held, or null. */
	readonly section: number | null;
	/** Whether that lock was let go on the way. */
	readonly leftSection: boolean;
	readonly stop: Stop;
	/** Lines run through, in order, repeats in a row left out. */
	readonly places: readonly Place[];
}

/** More instructions than this between two operations, and the C is taken to loop for ever. */
export const INSTRUCTION_LIMIT = 10_000;

/** More instructions than this in all, and the C computes more than a page can wait for; the kernel's needs some thousand. */
const INSTRUCTIONS_IN_ALL = 2_000_000;

/** Interprets the C between two operations: what one thread does alone, which nobody else can see. */
export class LocalRun {
	readonly #program: Program;
	readonly #primitives: Primitives;
	readonly #callable: ReadonlySet<string>;
	#instructionsInAll = 0;

	/** @param callable the primitives that any thread of the run can call */
	constructor(program: Program, primitives: Primitives, callable: ReadonlySet<string>) {
		this.#program = program;
		this.#primitives = primitives;
		this.#callable = callable;
	}

	/**
	 * Runs until the next operation. Changes `frames`.
	 *
	 * @param holds the objects that the thread holds all the while
	 * @throws ModelError for a loop without an operation, too much arithmetic in all runs together, undefined arithmetic,
	 * a misplaced spinlock
	 */
	run(frames: Frame[], section: number | null, holds: readonly number[] = []): LocalRunResult {
		const places: Place[] = [];
		let held = section;
		let leftSection = false;
		for (let count = 0; count < INSTRUCTION_LIMIT; count++) {
			const top = frames.at(-1);
			if (top === undefined) return { frames, section: held, leftSection, stop: { kind: 'finished' }, places };
			const instruction = top.callee.code[top.next] as Instruction;
			notePlace(places, instruction.place);
			this.#countInstruction(instruction.place);
			if (instruction.kind === 'primitive') {
				const { name, place, to } = instruction;
				const primitive = this.#primitives[name] as Primitive;
				const parameters = instruction.parameters.map((register) => top.registers[register] as number);
				if (primitive.kind === 'section') {
					held = enterOrLeave(name, held, parameters[0] as number, place);
					if (held === null) leftSection = true;
				} else if (primitive.kind === 'same') {
					const object = parameters[0] as number;
					if (to !== null) top.registers[to] = primitive.ofAnotherKind === true ? -1 - object : object;
				} else if (primitive.kind === 'ask') {
					if (to !== null) top.registers[to] = holds.includes(parameters[0] as number) ? 1 : 0;
				} else if (this.#isAlwaysZero(primitive)) {
					if (to !== null) top.registers[to] = 0;
				} else if (primitive.unlessZero !== true || parameters[0] !== 0) {
					const stop: Stop = { kind: 'primitive', name, primitive, parameters, to, place };
					return { frames, section: held, leftSection, stop, places };
				}
				top.next += 1;
			} else {
				this.#execute(frames, top, instruction);
			}
		}
		throw new ModelError(
			`runs ${INSTRUCTION_LIMIT} instructions without any operation on what threads share: an endless loop; call a primitive in it, or end it`,
			places.at(-1) ?? null,
		);
	}

	#isAlwaysZero({ changedBy }: Primitive): boolean {
		return changedBy !== undefined && !changedBy.some((name) => this.#callable.has(name));
	}

	#countInstruction(place: Place): void {
		this.#instructionsInAll += 1;
		if (this.#instructionsInAll <= INSTRUCTIONS_IN_ALL) return;
		throw new ModelError(
			`more than ${INSTRUCTIONS_IN_ALL} instructions of local C in all: loops between operations run too long; shorten them`,
			place,
		);
	}

	#execute(frames: Frame[], top: Frame, instruction: Exclude<Instruction, { kind: 'primitive' }>): void {
		const { registers } = top;
		const read = (register: Register): number => registers[register] as number;
		switch (instruction.kind) {
			case 'constant':
				registers[instruction.to] = instruction.value;
				break;
			case 'copy':
				registers[instruction.to] = read(instruction.from);
				break;
			case 'unary':
				registers[instruction.to] = evaluateUnary(instruction.operator, read(instruction.from));
				break;
			case 'binary':
				registers[instruction.to] = binary(instruction, read(instruction.left), read(instruction.right));
				break;
			case 'jump':
				top.next = instruction.target;
				return;
			case 'branch':
				top.next = read(instruction.condition) !== 0 ? instruction.whenTrue : instruction.whenFalse;
				return;
			case 'call':
				frames.push(this.#call(instruction, read));
				return;
			case 'return':
				returnFrom(frames, instruction.from === null ? 0 : read(instruction.from));
				return;
		}
		top.next += 1;
	}

	#call(instruction: Extract<Instruction, { kind: 'call' }>, read: (register: Register) => number): Frame {
		const callee = this.#program.functions.get(instruction.callee) as ProgramFunction;
		const registers = new Int32Array(callee.registerCount);
		for (const [index, register] of instruction.parameters.entries()) registers[index] = read(register);
		return { callee, next: 0, registers };
	}
}

/** Pops a frame; the caller goes on behind its call, with the value where it wanted it. */
function returnFrom(frames: Frame[], value: number): void {
	frames.pop();
	const caller = frames.at(-1);
	if (caller === undefined) return;
	const call = caller.callee.code[caller.next];
	if (call?.kind === 'call' && call.to !== null) caller.registers[call.to] = value;
	caller.next += 1;
}

function binary(instruction: Extract<Instruction, { kind: 'binary' }>, left: number, right: number): number {
	const value = evaluateBinary(instruction.operator, instruction.unsigned, left, right);
	if (value === null) {
		throw new ModelError(
			`${left} ${instruction.operator} ${right} has no value in C; check the right-hand side first`,
			instruction.place,
		);
	}
	return value;
}

function enterOrLeave(name: string, held: number | null, queue: number, place: Place): number | null {
	if (name === 'spin_lock_irq') {
		if (held === null) return queue;
		throw new ModelError('spin_lock_irq() inside spin_lock_irq(); sections do not nest, unlock first', place);
	}
	if (held === queue) return null;
	throw new ModelError('spin_unlock_irq() of a lock that is not held; spin_lock_irq() it first', place);
}

function notePlace(places: Place[], place: Place): void {
	const last = places.at(-1);
	if (last === undefined || last.file !== place.file || last.line !== place.line) places.push(place);
}
