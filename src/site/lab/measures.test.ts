import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../experiment/estimate.ts';
import { changeOf } from './measures.ts';

const of = (value: number | null, plusOrMinus: number | null = null): Estimate => ({ value, plusOrMinus, seeds: 5 });

describe('how far B is from A', () => {
	test.each([
		[of(100), of(150), '+50 %', true],
		[of(100), of(50), '−50 %', true],
		[of(100), of(520), '5.2 times', true],
		[of(1), of(35_000), '35,000 times', true],
		[of(100), of(100), 'the same', false],
		[of(0), of(3), 'from nothing', true],
		[of(100, 30), of(150, 30), 'within the intervals', false],
		[of(100, 10), of(150, 10), '+50 %', true],
	] as const)('is told in words', (a, b, words, isApart) => {
		expect(changeOf(a, b)).toEqual({ words, isApart });
	});

	test('is nothing where one of them has no figure', () => {
		expect(changeOf(of(null), of(3))).toBeNull();
		expect(changeOf(of(3), of(null))).toBeNull();
	});
});
