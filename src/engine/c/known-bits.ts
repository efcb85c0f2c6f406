import { evaluateBinary, evaluateUnary } from './arithmetic.ts';
import type { BinaryOperator, UnaryOperator } from './operators.ts';

/** What is known of a 32-bit value before it is computed. `must` is a part of `may`. */
export interface KnownBits {
	/** The bits that can be one. */
	readonly may: number;
	/** The bits that are always one. */
	readonly must: number;
}

/** Nothing is known. */
export const ANY_BITS: KnownBits = { may: -1, must: 0 };

/** 0 or 1, the value of a comparison. */
export const TRUTH_BITS: KnownBits = { may: 1, must: 0 };

/** The bits of a value that is known. */
export function exactly(value: number): KnownBits {
	return { may: value, must: value };
}

/** The bits of a value that is one of two. */
export function eitherBits(a: KnownBits, b: KnownBits): KnownBits {
	return { may: a.may | b.may, must: a.must & b.must };
}

/** Whether a value with these bits is always true, always false, or open (null). */
export function decide(bits: KnownBits): boolean | null {
	if (bits.must !== 0) return true;
	return bits.may === 0 ? false : null;
}

/** The bits of a truth value that is decided, or open. */
export function truthBits(decided: boolean | null): KnownBits {
	return decided === null ? TRUTH_BITS : exactly(decided ? 1 : 0);
}

/** The bits of a unary operator's result. */
export function unaryBits(operator: UnaryOperator, operand: KnownBits): KnownBits {
	if (operand.may === operand.must) return exactly(evaluateUnary(operator, operand.must));
	switch (operator) {
		case '~':
			return { may: ~operand.must, must: ~operand.may };
		case '!': {
			const decided = decide(operand);
			return truthBits(decided === null ? null : !decided);
		}
		case 'bool':
			return truthBits(decide(operand));
		case '-':
			return { may: -lowestBit(operand.may), must: 0 };
	}
}

/** The bits of a binary operator's result; `unsigned` as in the arithmetic. */
export function binaryBits(operator: BinaryOperator, unsigned: boolean, left: KnownBits, right: KnownBits): KnownBits {
	if (left.may === left.must && right.may === right.must) {
		const value = evaluateBinary(operator, unsigned, left.must, right.must);
		return value === null ? ANY_BITS : exactly(value);
	}
	switch (operator) {
		case '&':
			return { may: left.may & right.may, must: left.must & right.must };
		case '|':
			return { may: left.may | right.may, must: left.must | right.must };
		case '^': {
			const known = ~(left.may ^ left.must) & ~(right.may ^ right.must);
			const ones = (left.must ^ right.must) & known;
			return { may: ones | ~known, must: ones };
		}
		case '<<':
		case '>>':
			return shiftBits(operator, unsigned, left, right);
		case '+':
		case '-':
			// No carry comes from below the lowest bit that either side can have.
			return { may: -lowestBit(left.may | right.may), must: 0 };
		case '==':
		case '!=': {
			const differ = ((left.must & ~right.may) | (right.must & ~left.may)) !== 0;
			return differ ? exactly(operator === '!=' ? 1 : 0) : TRUTH_BITS;
		}
		case '<':
		case '>':
		case '<=':
		case '>=':
			return truthBits(order(operator, unsigned, left, right));
		default:
			return ANY_BITS;
	}
}

function lowestBit(bits: number): number {
	return bits & -bits;
}

function shiftBits(operator: '<<' | '>>', unsigned: boolean, left: KnownBits, count: KnownBits): KnownBits {
	if (count.may !== count.must) return ANY_BITS;
	const may = evaluateBinary(operator, unsigned, left.may, count.must);
	const must = evaluateBinary(operator, unsigned, left.must, count.must);
	return may === null || must === null ? ANY_BITS : { may, must };
}

function order(
	operator: '<' | '>' | '<=' | '>=',
	unsigned: boolean,
	left: KnownBits,
	right: KnownBits,
): boolean | null {
	if (operator === '>') return order('<', unsigned, right, left);
	if (operator === '>=') return order('<=', unsigned, right, left);
	const leftRange = range(unsigned, left);
	const rightRange = range(unsigned, right);
	const always = operator === '<' ? leftRange.most < rightRange.least : leftRange.most <= rightRange.least;
	if (always) return true;
	const never = operator === '<' ? leftRange.least >= rightRange.most : leftRange.least > rightRange.most;
	return never ? false : null;
}

function range(unsigned: boolean, { may, must }: KnownBits): { least: number; most: number } {
	if (unsigned) return { least: must >>> 0, most: may >>> 0 };
	// The sign bit counts downwards: it makes the least value if it may be one, the most if it must not.
	const sign = -0x8000_0000;
	return { least: must | (may & sign), most: (may & ~sign) | (must & sign) };
}
