import { describe, expect, test } from 'vitest';
import { type Duration, sample } from './duration.ts';
import { Random } from './random.ts';

const COUNT = 20_000;

function draw(duration: Duration, seed = 1): number[] {
	const random = new Random(seed, 1);
	return Array.from({ length: COUNT }, () => sample(duration, random, 0));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('a sample', () => {
	test('of a constant is the constant, and draws nothing', () => {
		const random = new Random(1, 1);
		expect(sample({ kind: 'constant', ns: 17 }, random, 0)).toBe(17);
		expect(random.next(0)).toBe(new Random(1, 1).next(0));
	});

	test('of an even spread reaches both ends, and all between about equally often', () => {
		const values = draw({ kind: 'uniform', from_ns: 3, to_ns: 6 });
		const counts = [3, 4, 5, 6].map((value) => values.filter((one) => one === value).length);
		expect(counts.reduce((sum, count) => sum + count, 0)).toBe(COUNT);
		for (const count of counts) expect(Math.abs(count - COUNT / 4)).toBeLessThan(300);
	});

	test('of a spread over one value is that value', () => {
		expect(new Set(draw({ kind: 'uniform', from_ns: 8, to_ns: 8 }))).toEqual(new Set([8]));
	});

	test('of a wide spread stays within it', () => {
		const values = draw({ kind: 'uniform', from_ns: 0, to_ns: 10 ** 10 });
		expect(values.every((value) => Number.isInteger(value) && value >= 0 && value <= 10 ** 10)).toBe(true);
		expect(Math.abs(mean(values) / 5e9 - 1)).toBeLessThan(0.02);
	});

	test('without memory has the mean asked for, and exceeds it in 1 case of e', () => {
		const mean_ns = 4000;
		const values = draw({ kind: 'exponential', mean_ns });
		expect(values.every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
		expect(Math.abs(mean(values) / mean_ns - 1)).toBeLessThan(0.03);
		const above = values.filter((value) => value > mean_ns).length / COUNT;
		expect(Math.abs(above - 1 / Math.E)).toBeLessThan(0.015);
	});
});
