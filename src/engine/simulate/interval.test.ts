import { expect, test } from 'vitest';
import { interval } from './interval.ts';
import { Random } from './random.ts';

test('nothing has no mean, one value has no interval', () => {
	expect(interval([])).toBeNull();
	expect(interval([7])).toEqual({ mean: 7, plusOrMinus: null });
});

test('two values lie 12.706 standard errors apart from their mean at most', () => {
	const found = interval([1, 3]);
	expect(found?.mean).toBe(2);
	expect(found?.plusOrMinus).toBeCloseTo(12.706, 9);
});

test('equal values leave no doubt', () => {
	expect(interval([5, 5, 5])).toEqual({ mean: 5, plusOrMinus: 0 });
});

test.each([2, 5, 20, 35, 50, 150])('of %i values each, 95 of 100 intervals hold the true mean', (count) => {
	const random = new Random(count, 1);
	const rounds = 4000;
	let held = 0;
	for (let round = 0; round < rounds; round++) {
		// Nearly a normal distribution, with mean 6.
		const values = Array.from({ length: count }, () => {
			return Array.from({ length: 12 }, () => random.next(0) / 2 ** 32).reduce((sum, value) => sum + value, 0);
		});
		const { mean, plusOrMinus } = interval(values) ?? { mean: 0, plusOrMinus: 0 };
		if (Math.abs(mean - 6) <= (plusOrMinus ?? 0)) held += 1;
	}
	// Four standard deviations of such a count.
	expect(Math.abs(held / rounds - 0.95)).toBeLessThan(0.014);
});
