import { expect, test } from 'vitest';
import { SharedParts } from './shared-parts.ts';

test('equal cells have one number, whatever stands before them', () => {
	const parts = new SharedParts(2, 8);
	expect(parts.numberOf(Int32Array.of(9, 9, 1, 2, 3, 4, 5, 255))).toBe(0);
	expect(parts.numberOf(Int32Array.of(9, 9, 1, 2, 3, 4, 5, 254))).toBe(1);
	expect(parts.numberOf(Int32Array.of(0, 7, 1, 2, 3, 4, 5, 255))).toBe(0);
	expect(parts.count).toBe(2);
	const cells = new Int32Array(8).fill(-1);
	parts.copy(0, cells);
	expect([...cells]).toEqual([-1, -1, 1, 2, 3, 4, 5, 255]);
});

test.each([256, -1])('a cell that does not fit is refused: %i', (cell) => {
	expect(() => new SharedParts(0, 1).numberOf(Int32Array.of(cell))).toThrow('a cell of a state');
});
