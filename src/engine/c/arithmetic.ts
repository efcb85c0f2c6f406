import type { BinaryOperator, UnaryOperator } from './operators.ts';

/*
 * The one arithmetic of constants, tables and tests. Values are 32 bits wide and kept as signed
 * numbers; an unsigned value is kept as the signed number with the same bits. Signed sums,
 * differences and products wrap, as with gcc -fwrapv.
 */

const MINIMUM = -0x8000_0000;

/** Applies a unary operator to a 32-bit value; `!` and `bool` give 0 or 1. */
export function evaluateUnary(operator: UnaryOperator, value: number): number {
	switch (operator) {
		case '-':
			return -value | 0;
		case '~':
			return ~value;
		case '!':
			return value === 0 ? 1 : 0;
		case 'bool':
			return value === 0 ? 0 : 1;
	}
}

/**
 * Applies a binary operator to two 32-bit values. `unsigned` chooses between the two readings of
 * division, shift to the right and order. Returns null where C leaves the result undefined:
 * division by zero, the least int divided by -1, a shift count outside 0..31.
 */
export function evaluateBinary(
	operator: BinaryOperator,
	unsigned: boolean,
	left: number,
	right: number,
): number | null {
	switch (operator) {
		case '+':
			return (left + right) | 0;
		case '-':
			return (left - right) | 0;
		case '*':
			return Math.imul(left, right);
		case '/':
		case '%':
			return divide(operator, unsigned, left, right);
		case '<<':
			return isShiftCount(right) ? left << right : null;
		case '>>':
			if (!isShiftCount(right)) return null;
			return unsigned ? (left >>> right) | 0 : left >> right;
		case '&':
			return left & right;
		case '|':
			return left | right;
		case '^':
			return left ^ right;
		case '==':
			return left === right ? 1 : 0;
		case '!=':
			return left !== right ? 1 : 0;
		default:
			return compare(operator, unsigned ? left >>> 0 : left, unsigned ? right >>> 0 : right) ? 1 : 0;
	}
}

function divide(operator: '/' | '%', unsigned: boolean, left: number, right: number): number | null {
	if (right === 0) return null;
	if (!unsigned && left === MINIMUM && right === -1) return null;
	const dividend = unsigned ? left >>> 0 : left;
	const divisor = unsigned ? right >>> 0 : right;
	return (operator === '/' ? dividend / divisor : dividend % divisor) | 0;
}

function isShiftCount(count: number): boolean {
	return count >= 0 && count <= 31;
}

function compare(operator: '<' | '>' | '<=' | '>=', left: number, right: number): boolean {
	switch (operator) {
		case '<':
			return left < right;
		case '>':
			return left > right;
		case '<=':
			return left <= right;
		case '>=':
			return left >= right;
	}
}
