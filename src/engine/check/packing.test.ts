import { expect, test } from 'vitest';
import { packingOf } from './packing.ts';

test.each([
	['one state needs no bit', [1], [0], [0]],
	['as many bits as it takes', [2, 3, 4, 5], [0, 1, 3, 5], [1, 3, 3, 7]],
])('%s', (_, counts, shifts, masks) => {
	const { shift, mask, word } = packingOf(counts);
	expect([[...shift], [...mask], [...word]]).toEqual([shifts, masks, counts.map(() => 0)]);
});

test('a word is filled to its last bit', () => {
	const { word, shift, mask, width } = packingOf([1 << 16, 1 << 16, 2]);
	expect([[...word], [...shift], [...mask], width]).toEqual([[0, 0, 1], [0, 16, 0], [0xffff, 0xffff, 1], 3]);
});

test('a local state is not cut in two: it goes to the next word', () => {
	const { word, shift, width } = packingOf([1 << 16, 1 << 15, 3, 60]);
	expect([...word]).toEqual([0, 0, 1, 1]);
	expect([...shift]).toEqual([0, 16, 0, 2]);
	expect(width).toBe(3);
});
