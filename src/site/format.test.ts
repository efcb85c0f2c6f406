import { describe, expect, test } from 'vitest';
import { figure, kindOf, margin, moment, twoDigits } from './format.ts';

describe('twoDigits', () => {
	test.each([
		[0, '0'],
		[1, '1'],
		[64, '64'],
		[1.04, '1.0'],
		[1.22, '1.2'],
		[0.98, '0.98'],
		[0.999, '1.0'],
		[0.0123, '0.012'],
		[9.96, '10'],
		[12.4, '12'],
		[352.95, '350'],
		[6931, '6,900'],
		[1234567, '1,200,000'],
		[0.00021, '0.00021'],
		[9999, '10,000'],
	])('writes %d as %s', (value, text) => {
		expect(twoDigits(value)).toBe(text);
	});
});

describe('figure', () => {
	test.each([
		[0, '0 us'],
		[340, '0.34 us'],
		[19_000, '19 us'],
		[999_900, '1.0 ms'],
		[50_681_300, '51 ms'],
		[2_500_000_000, '2.5 s'],
	])('gives %d ns the unit that fits: %s', (value, text) => {
		expect(figure(value, 'time')).toBe(text);
	});

	test('keeps the unit that is asked for', () => {
		expect(figure(2_620_000, 'time', 'us')).toBe('2,600 us');
	});

	test('writes shares in per cent', () => {
		expect(figure(0.354, 'share')).toBe('35 %');
	});
});

describe('kindOf', () => {
	test.each([
		['actors.writer.writeWait_ns.mean', 'time'],
		['actors.victim.unfinished.age_ns', 'time'],
		['actors.victim.share.waitsForPage', 'share'],
		['actors.victim.retries.mean', 'count'],
		['actors.victim.fault_ns.count', 'count'],
	])('takes %s for a %s', (path, kind) => {
		expect(kindOf(path)).toBe(kind);
	});
});

describe('margin', () => {
	test.each([
		[1.0003, 0.00021, '0.00'],
		[0.97, 0.0019, '0.002'],
		[352.9, 23.4, '23'],
		[17.2, 4.04, '4.0'],
		[1, 0, '0'],
		[2400, 19.6, '20'],
	])('of %d may be off by %d: %s', (value, plusOrMinus, text) => {
		expect(margin(value, plusOrMinus, 'count', 'us')).toBe(text);
	});

	test('is in the unit of its value', () => {
		expect(margin(310_000, 9_700, 'time', 'us')).toBe('9.7');
		expect(margin(0.35, 0.012, 'share', 'us')).toBe('1.2');
	});
});

test('a moment has two places behind the point', () => {
	expect(moment(12_350)).toBe('12.35 us');
});
