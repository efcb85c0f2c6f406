import { describe, expect, test } from 'vitest';
import { interval } from './interval.ts';

describe('a mean and its 95 % interval', () => {
	test('are not there without values', () => {
		expect(interval([])).toBeNull();
	});

	test('of one value have no width that could be known', () => {
		expect(interval([7])).toEqual({ mean: 7, plusOrMinus: null });
	});

	test.for([
		// Half width = t * sqrt(variance / n); t from any table of Student's distribution.
		[[1, 3], 2, 12.706 * 1],
		[[1, 2, 3, 4], 2.5, 3.182 * Math.sqrt(5 / 3 / 4)],
		[[5, 5, 5], 5, 0],
	] as const)('of %j are %d, give or take %d', ([values, mean, plusOrMinus]) => {
		const result = interval(values);
		expect(result?.mean).toBeCloseTo(mean, 12);
		expect(result?.plusOrMinus).toBeCloseTo(plusOrMinus, 12);
	});

	test.for([
		[31, 2.042],
		[32, 2.042],
		[41, 2.021],
		[60, 2.021],
		[61, 2],
		[121, 1.98],
		[1000, 1.98],
	] as const)('of %i values are not narrower than the true ones: t is %d', ([count, t]) => {
		const values = Array.from({ length: count }, (_, index) => (index % 2 === 0 ? -1 : 1));
		const mean = values.reduce<number>((sum, one) => sum + one, 0) / count;
		const variance = values.reduce<number>((sum, one) => sum + (one - mean) ** 2, 0) / (count - 1);
		expect(interval(values)?.plusOrMinus).toBeCloseTo(t * Math.sqrt(variance / count), 10);
	});
});
