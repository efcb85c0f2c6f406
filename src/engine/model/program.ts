import type { BinaryOperator, UnaryOperator } from '../c/operators.ts';
import type { Place } from '../c/source.ts';
import type { Type } from '../c/type.ts';

/** Register numbers index a frame's registers: parameters first, then locals, then temporaries. */
export type Register = number;

/**
 * One instruction of the control flow. Jumps name instruction indexes. `unsigned` chooses between
 * C's signed and unsigned division, shift and comparison. Pointers are object numbers, so a field
 * access is a `copy`.
 */
export type Instruction = { readonly place: Place } & (
	| { readonly kind: 'constant'; readonly to: Register; readonly value: number }
	| { readonly kind: 'copy'; readonly to: Register; readonly from: Register }
	| { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly to: Register; readonly from: Register }
	| {
			readonly kind: 'binary';
			readonly operator: BinaryOperator;
			readonly unsigned: boolean;
			readonly to: Register;
			readonly left: Register;
			readonly right: Register;
	  }
	| { readonly kind: 'jump'; readonly target: number }
	| { readonly kind: 'branch'; readonly condition: Register; readonly whenTrue: number; readonly whenFalse: number }
	| {
			readonly kind: 'call';
			readonly callee: string;
			readonly to: Register | null;
			readonly parameters: readonly Register[];
	  }
	| {
			readonly kind: 'primitive';
			readonly name: string;
			readonly to: Register | null;
			readonly parameters: readonly Register[];
	  }
	| { readonly kind: 'return'; readonly from: Register | null }
);

/** One function as control flow. */
export interface ProgramFunction {
	readonly name: string;
	readonly place: Place;
	/** Last line of the body, so that a listing can cut the function out of its file. */
	readonly endLine: number;
	readonly parameters: readonly { readonly name: string; readonly type: Type }[];
	readonly returns: Type;
	readonly registerCount: number;
	readonly code: readonly Instruction[];
	/** Which registers are still needed after each instruction. */
	readonly live: { after(instruction: number): readonly Register[] };
}

/** All of the model's C, checked and lowered. A duration's value is its index in the environment's list. */
export interface Program {
	readonly functions: ReadonlyMap<string, ProgramFunction>;
	/** `#define` constants by name, for readouts and tests. */
	readonly constants: ReadonlyMap<string, number>;
}
