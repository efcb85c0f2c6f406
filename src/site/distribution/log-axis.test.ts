import { describe, expect, test } from 'vitest';
import { acrossLog, logAxis, logTicks } from './log-axis.ts';

const labels = (values: number[]) => logTicks(logAxis(values)).map(({ label }) => label);

describe('logAxis', () => {
	test('has whole decades around all times', () => {
		expect(logAxis([84_000, 8_064_000])).toEqual({ from_ns: 10_000, to_ns: 10_000_000, hasZero: false });
	});

	test('has a decade even for one time', () => {
		expect(logAxis([1000])).toEqual({ from_ns: 1000, to_ns: 10_000, hasZero: false });
	});

	test('stands without any time', () => {
		expect(labels([])).toEqual(['1 us', '10 us']);
	});
});

describe('acrossLog', () => {
	const axis = logAxis([10_000, 10_000_000]);

	test('makes each decade as wide as the next', () => {
		const decades = [10_000, 100_000, 1_000_000, 10_000_000].map((time_ns) => acrossLog(time_ns, axis));
		expect(decades).toEqual([3, 34.33, 65.67, 97]);
	});

	test('puts 0 to the left of all times', () => {
		const withZero = logAxis([0, 10_000, 1_000_000]);
		expect(acrossLog(0, withZero)).toBeLessThan(acrossLog(10_000, withZero));
	});

	test('keeps the end of an interval below the axis inside', () => {
		expect(acrossLog(-5, axis)).toBe(3);
	});
});

describe('logTicks', () => {
	test('labels each decade with its unit', () => {
		expect(labels([20_000, 5_000_000])).toEqual(['10 us', '100 us', '1 ms', '10 ms']);
	});

	test('labels what is shorter than 1 us', () => {
		expect(labels([20, 500])).toEqual(['0.01 us', '0.1 us', '1 us']);
	});

	test('labels 0', () => {
		expect(labels([0, 20_000])[0]).toBe('0');
	});

	test('labels every second of many decades', () => {
		expect(labels([1000, 1e9])).toEqual(['1 us', null, '100 us', null, '10 ms', null, '1 s']);
	});
});
