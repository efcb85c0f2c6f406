import { evaluateBinary, evaluateUnary } from './arithmetic.ts';
import { binaryBits, decide, eitherBits, exactly, truthBits, unaryBits } from './known-bits.ts';
import type { BinaryOperator, UnaryOperator } from './operators.ts';
import type { Located } from './syntax.ts';
import type { Type } from './type.ts';
import type { Typed } from './typed.ts';

/** The integer types, written once. */
export const INT: Type = { kind: 'int' };
export const UNSIGNED: Type = { kind: 'unsigned' };

/** True for the types one can calculate with. */
export function isInteger(type: Type): boolean {
	return type.kind === 'int' || type.kind === 'unsigned' || type.kind === 'bool';
}

/** True if both are the same type. */
export function isSameType(a: Type, b: Type): boolean {
	return a.kind === 'pointer' ? b.kind === 'pointer' && a.struct === b.struct : a.kind === b.kind;
}

/** The type of a sum of the two: C's usual arithmetic conversions between int, unsigned and bool. */
export function commonType(a: Type, b: Type): Type {
	return a.kind === 'unsigned' || b.kind === 'unsigned' ? UNSIGNED : INT;
}

/** A value known before the program runs. */
export function numberOf(at: Located, type: Type, value: number): Typed {
	return { kind: 'number', type, value, bits: exactly(value), ...spanOf(at) };
}

/** A unary operator applied to an integer. */
export function unaryOf(at: Located, operator: UnaryOperator, operand: Typed): Typed {
	const type = operator === '!' || operator === 'bool' ? INT : commonType(operand.type, INT);
	if (operand.kind === 'number') return numberOf(at, type, evaluateUnary(operator, operand.value));
	return { kind: 'unary', operator, operand, type, bits: unaryBits(operator, operand.bits), ...spanOf(at) };
}

/** A binary operator applied to integers, or `==` and `!=` to pointers. Its result must be defined. */
export function binaryOf(at: Located, operator: BinaryOperator, left: Typed, right: Typed): Typed {
	const operandType =
		operator === '<<' || operator === '>>' ? commonType(left.type, INT) : commonType(left.type, right.type);
	const unsigned = operandType.kind === 'unsigned';
	const type = COMPARISONS.has(operator) ? INT : operandType;
	if (left.kind === 'number' && right.kind === 'number') {
		const value = evaluateBinary(operator, unsigned, left.value, right.value);
		if (value !== null) return numberOf(at, type, value);
	}
	const bits = binaryBits(operator, unsigned, left.bits, right.bits);
	return { kind: 'binary', operator, unsigned, left, right, type, bits, ...spanOf(at) };
}

/** Why the result is undefined in C whenever it is computed, or null if it need not be. */
export function undefinedReason(operator: BinaryOperator, left: Typed, right: Typed): string | null {
	if (right.kind !== 'number') return null;
	const { value } = right;
	if ((operator === '/' || operator === '%') && value === 0) return 'this divides by zero';
	if ((operator === '<<' || operator === '>>') && (value < 0 || value > 31)) {
		return `this shifts by ${right.type.kind === 'unsigned' ? value >>> 0 : value}, but an integer has the bits 0 to 31`;
	}
	const unsigned = commonType(left.type, right.type).kind === 'unsigned';
	if (left.kind === 'number' && evaluateBinary(operator, unsigned, left.value, value) === null) {
		return `${left.value} ${operator} ${value} does not fit an int`;
	}
	return null;
}

/** `&&` or `||`; a left side that is known to decide leaves the right one out, as C does. */
export function logicalOf(at: Located, operator: '&&' | '||', left: Typed, right: Typed): Typed {
	const isDeciding = operator === '||';
	const [leftTruth, rightTruth] = [decide(left.bits), decide(right.bits)];
	if (left.kind === 'number' && leftTruth === isDeciding) return numberOf(at, INT, isDeciding ? 1 : 0);
	if (left.kind === 'number' && right.kind === 'number') return numberOf(at, INT, rightTruth === true ? 1 : 0);
	let decided: boolean | null = null;
	if (leftTruth === isDeciding || rightTruth === isDeciding) decided = isDeciding;
	else if (leftTruth !== null && rightTruth !== null) decided = !isDeciding;
	return { kind: 'logical', operator, left, right, type: INT, bits: truthBits(decided), ...spanOf(at) };
}

/** `condition ? whenTrue : whenFalse`; both results must already have the given type. */
export function conditionalOf(at: Located, condition: Typed, whenTrue: Typed, whenFalse: Typed, type: Type): Typed {
	if (condition.kind === 'number' && whenTrue.kind === 'number' && whenFalse.kind === 'number' && isInteger(type)) {
		return numberOf(at, type, condition.value !== 0 ? whenTrue.value : whenFalse.value);
	}
	const bits = eitherBits(whenTrue.bits, whenFalse.bits);
	return { kind: 'conditional', condition, whenTrue, whenFalse, type, bits, ...spanOf(at) };
}

/** An integer read as another integer type: only bool changes its value. */
export function convertInteger(value: Typed, type: Type): Typed {
	const isTruth = (value.bits.may & ~1) === 0;
	if (type.kind !== 'bool' || isTruth) return { ...value, type };
	return { ...unaryOf(value, 'bool', value), type };
}

const COMPARISONS: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>(['<', '>', '<=', '>=', '==', '!=']);

function spanOf({ place, length }: Located): Located {
	return { place, length };
}
