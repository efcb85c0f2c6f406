import { describe, expect, test } from 'vitest';
import { Histogram } from '../../engine/simulate/histogram.ts';
import { countText, percentilesOf, single } from './percentiles.ts';

describe('percentilesOf', () => {
	test('takes measured values, never one in between', () => {
		const { count, p50, p90, p99, max } = percentilesOf([40, 10, 30, 20]);
		expect([count, p50, p90, p99, max].map(({ value }) => value)).toEqual([4, 20, 40, 40, 40]);
	});

	test('says nothing of no values', () => {
		const { count, p50, max } = percentilesOf([]);
		expect([count.value, p50.value, max.value]).toEqual([0, null, null]);
	});

	test('means by a percentile what the engine means', () => {
		const values = Array.from({ length: 60 }, (_, index) => (index * 37) % 61);
		const histogram = new Histogram();
		for (const value of values) histogram.add(value);
		const { p50, p90, p99, max } = percentilesOf(values);
		expect(histogram.summary()).toMatchObject({ p50: p50.value, p90: p90.value, p99: p99.value, max: max.value });
	});
});

describe('countText', () => {
	test('is exact for one measurement', () => {
		expect(countText(single(1464))).toBe('1,464');
	});

	test('has two digits for a mean over seeds', () => {
		expect(countText({ value: 1464.5, plusOrMinus: 12, seeds: 20 })).toBe('1,500');
	});
});
