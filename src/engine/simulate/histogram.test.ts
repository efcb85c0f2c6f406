import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Histogram } from './histogram.ts';

const value = fc.oneof(fc.nat(100), fc.nat(2 ** 31), fc.maxSafeNat());
const share = fc.constantFrom(0, 0.01, 0.25, 0.5, 0.9, 0.99, 0.999, 1);

function histogramOf(values: readonly number[]): Histogram {
	const histogram = new Histogram();
	for (const one of values) histogram.add(one);
	return histogram;
}

describe('a histogram', () => {
	test('gives percentiles at most 3.2 % too large, and exact ones below 64', () => {
		fc.assert(
			fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), share, (values, wanted) => {
				const sorted = values.toSorted((a, b) => a - b);
				const exact = sorted[Math.max(1, Math.ceil(wanted * values.length)) - 1] as number;
				const percentile = histogramOf(values).percentile(wanted) as number;
				expect(percentile).toBeGreaterThanOrEqual(exact);
				expect(percentile).toBeLessThanOrEqual(exact < 64 ? exact : exact * 1.032);
			}),
			{ numRuns: 2000 },
		);
	});

	test('counts, adds up and knows the maximum exactly', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(2 ** 31), { minLength: 1, maxLength: 60 }), (values) => {
				const { count, mean, max } = histogramOf(values).summary();
				expect(count).toBe(values.length);
				expect(mean).toBe(values.reduce((sum, one) => sum + one, 0) / values.length);
				expect(max).toBe(Math.max(...values));
			}),
		);
	});

	test('never claims a percentile above the maximum', () => {
		expect(histogramOf([1_000_000]).summary()).toEqual({
			count: 1,
			mean: 1_000_000,
			p50: 1_000_000,
			p90: 1_000_000,
			p99: 1_000_000,
			max: 1_000_000,
		});
	});

	test('of nothing has a count only', () => {
		expect(new Histogram().summary()).toEqual({ count: 0, mean: null, p50: null, p90: null, p99: null, max: null });
	});

	test('has bars for what occurred, in ascending order, with all of the count', () => {
		fc.assert(
			fc.property(fc.array(value, { maxLength: 60 }), (values) => {
				const bars = histogramOf(values).bars();
				const tops = bars.map(([largest]) => largest);
				expect(tops).toEqual(tops.toSorted((a, b) => a - b));
				expect(bars.reduce((sum, [, count]) => sum + count, 0)).toBe(values.length);
				for (const one of values)
					expect(tops.some((top) => top >= one && top <= Math.max(one * 1.032, one))).toBe(true);
			}),
		);
	});
});
