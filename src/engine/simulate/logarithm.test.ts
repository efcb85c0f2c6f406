import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minusLogarithm } from './logarithm.ts';

test('minus the logarithm is right within 1/1500', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 2 ** 32 - 1 }), (draw) => {
			expect(Math.abs(minusLogarithm(draw) + Math.log(draw / 2 ** 32))).toBeLessThan(1 / 1500);
		}),
		{ numRuns: 5000 },
	);
});

test('it never grows with the draw, and is never negative', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 2 ** 32 - 2 }), (draw) => {
			const [here, next] = [minusLogarithm(draw), minusLogarithm(draw + 1)];
			expect(here).toBeGreaterThanOrEqual(next);
			expect(next).toBeGreaterThanOrEqual(0);
		}),
		{ numRuns: 5000 },
	);
});

test.for([
	[0, 22.180221615839347],
	[1, 22.180221615839347],
	[3, 21.08177202138799],
	[12_345, 12.759460392296983],
	[2 ** 31 - 1, 0.6933913509926886],
	[2 ** 31, 0.6926590184810416],
	[3_000_000_000, 0.35883967366966496],
	[2 ** 32 - 1, 0.00024417043274327366],
] as const)('of %i it is %d, to the last bit', ([draw, value]) => {
	expect(minusLogarithm(draw)).toBe(value);
});
