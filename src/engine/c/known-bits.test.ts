import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluateBinary, evaluateUnary } from './arithmetic.ts';
import { binaryBits, decide, exactly, type KnownBits, unaryBits } from './known-bits.ts';

const BINARY = ['+', '-', '*', '/', '%', '<<', '>>', '&', '|', '^', '<', '>', '<=', '>=', '==', '!='] as const;

/** Bits, and a value that has them. Few bits are open in half of the draws, so that something is decided. */
const bitsWithValue = fc
	.tuple(fc.integer(), fc.integer(), fc.integer(), fc.constantFrom(-1, 1, 3, 0x20, 0))
	.map(([must, open, choice, mask]) => {
		const bits: KnownBits = { may: must | (open & mask), must: must & ~(open & mask) };
		return { bits, value: bits.must | (choice & bits.may) };
	});

function admits({ may, must }: KnownBits, value: number): boolean {
	return (value & ~may) === 0 && (must & ~value) === 0;
}

it('never excludes the value that a binary operator really has', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...BINARY),
			fc.boolean(),
			bitsWithValue,
			bitsWithValue,
			(operator, unsigned, left, right) => {
				const value = evaluateBinary(operator, unsigned, left.value, right.value);
				const bits = binaryBits(operator, unsigned, left.bits, right.bits);
				expect(value === null || admits(bits, value)).toBe(true);
			},
		),
		{ numRuns: 3000 },
	);
});

it('never excludes the value that a unary operator really has', () => {
	fc.assert(
		fc.property(fc.constantFrom('-', '~', '!', 'bool'), bitsWithValue, (operator, { bits, value }) => {
			expect(admits(unaryBits(operator, bits), evaluateUnary(operator, value))).toBe(true);
		}),
	);
});

it('knows that !flags & 0x20 is never true', () => {
	const flags: KnownBits = { may: -1, must: 0 };
	expect(decide(binaryBits('&', false, unaryBits('!', flags), exactly(0x20)))).toBe(false);
});
