import { expect, test } from 'vitest';
import { acrossDoublings, doublingAxis, doublings } from './doubling-axis.ts';

test('an axis of doublings has room for all numbers, and each doubling is as wide as the next', () => {
	const axis = doublingAxis([0.7, 3, 13.3]);
	expect(doublings(axis)).toEqual([0.5, 1, 2, 4, 8, 16]);
	const places = doublings(axis).map((value) => acrossDoublings(value, axis));
	const widths = places.slice(1).map((place, index) => place - (places[index] as number));
	for (const width of widths) expect(width).toBeCloseTo(widths[0] as number, 1);
	expect(places[0]).toBe(5);
	expect(places.at(-1)).toBe(95);
});

test('an axis of one number is one doubling wide', () => {
	expect(doublings(doublingAxis([1]))).toEqual([1, 2]);
});
