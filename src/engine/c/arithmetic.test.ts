import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluateBinary, evaluateUnary } from './arithmetic.ts';

const LEAST = -0x8000_0000;

it.each([
	['+', false, 0x7fff_ffff, 1, LEAST],
	['-', false, LEAST, 1, 0x7fff_ffff],
	['*', false, 0x10001, 0x10001, 0x20001],
	['/', false, -7, 2, -3],
	['%', false, -7, 2, -1],
	['/', true, -1, 2, 0x7fff_ffff],
	['/', true, -1, 1, -1],
	['%', true, -1, 10, 5],
	['>>', false, -8, 1, -4],
	['>>', true, -8, 1, 0x7fff_fffc],
	['<<', false, 1, 31, LEAST],
	['<', false, -1, 0, 1],
	['<', true, -1, 0, 0],
	['>=', true, LEAST, 0x7fff_ffff, 1],
] as const)('computes %s (unsigned: %s) of %i and %i as C does', (operator, unsigned, left, right, result) => {
	expect(evaluateBinary(operator, unsigned, left, right)).toBe(result);
});

it.each([
	['/', false, 1, 0],
	['%', true, 1, 0],
	['/', false, LEAST, -1],
	['%', false, LEAST, -1],
	['<<', false, 1, 32],
	['>>', true, 1, -1],
] as const)('has no result for %s (unsigned: %s) of %i and %i', (operator, unsigned, left, right) => {
	expect(evaluateBinary(operator, unsigned, left, right)).toBeNull();
});

it('keeps every result within 32 signed bits', () => {
	const operators = ['+', '-', '*', '/', '%', '<<', '>>', '&', '|', '^', '<', '>', '<=', '>=', '==', '!='] as const;
	fc.assert(
		fc.property(
			fc.constantFrom(...operators),
			fc.boolean(),
			fc.integer(),
			fc.integer(),
			(operator, unsigned, left, right) => {
				const value = evaluateBinary(operator, unsigned, left, right);
				expect(value === null || Object.is(value, value | 0)).toBe(true);
			},
		),
	);
});

it('negates within 32 bits, and the least value is its own negative', () => {
	expect([
		evaluateUnary('-', LEAST),
		evaluateUnary('-', 0),
		evaluateUnary('!', 5),
		evaluateUnary('bool', -3),
		evaluateUnary('~', 0),
	]).toEqual([LEAST, 0, 0, 1, -1]);
});
