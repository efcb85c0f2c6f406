import { expect, test } from 'vitest';
import { formatNumber, formatShare, formatTime } from './format.ts';

test.each([
	[0, '0 ns'],
	[863, '863 ns'],
	[999.4, '999 ns'],
	[999.6, '1 us'],
	[20_073.6, '20.1 us'],
	[999_700, '1 ms'],
	[1_015_807, '1.02 ms'],
	[59e9, '59 s'],
	[null, '-'],
])('%d ns is shown as %s', (time_ns, text) => {
	expect(formatTime(time_ns)).toBe(text);
});

test.each([
	[0, '0'],
	[0.0526, '0.053'],
	[1.5, '1.5'],
	[20, '20'],
	[36_336.4, '36336'],
	[null, '-'],
])('%d is shown as %s', (value, text) => {
	expect(formatNumber(value)).toBe(text);
});

test('a little is not nothing', () => {
	expect([0, 0.0001, 0.125, 1, null].map(formatShare)).toEqual(['0%', '0.0%', '12.5%', '100.0%', '-']);
});
