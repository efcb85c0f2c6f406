import { expect, test } from 'vitest';
import { Random } from '../simulate/random.ts';
import { grown, WordTable } from './word-table.ts';

test.each([1, 2, 3])('rows of %i words are numbered in the order in which they come, once each', (width) => {
	const table = new WordTable(width, 4);
	const random = new Random(width, 1);
	const known = new Map<string, number>();
	const [expected, found]: [number[], number[]] = [[], []];
	for (let count = 0; count < 20_000; count++) {
		// So few values that many come again.
		const row = Int32Array.from({ length: width }, () => random.next(0) % (width === 1 ? 5000 : 70));
		expected.push(known.get(row.join()) ?? known.size);
		known.set(row.join(), expected.at(-1) as number);
		found.push(table.add(row));
	}
	expect(found).toEqual(expected);
	expect(table.count).toBe(known.size);
	const rows = Array.from({ length: table.count }, (_, number) =>
		table.words.subarray(number * width, (number + 1) * width).join(),
	);
	expect(rows).toEqual([...known.keys()]);
});

test('what is forgotten comes as new', () => {
	const table = new WordTable(1);
	table.add(Int32Array.of(7));
	table.add(Int32Array.of(8));
	table.clear();
	expect([table.count, table.add(Int32Array.of(8)), table.add(Int32Array.of(7))]).toEqual([0, 0, 1]);
});

test('many rows at once get the numbers that one after the other gives them', () => {
	const random = new Random(3, 1);
	const [single, many] = [new WordTable(2, 4), new WordTable(2, 4)];
	for (let round = 0; round < 200; round++) {
		const rows = Int32Array.from({ length: 2 * 64 }, () => random.next(0) % 60);
		const chosen = Int32Array.from({ length: 40 }, () => Math.abs(random.next(0)) % 64);
		const numbers = new Int32Array(40);
		many.addAll(rows, chosen, 40, numbers);
		expect([...numbers]).toEqual(Array.from(chosen, (row) => single.add(rows.slice(2 * row, 2 * row + 2))));
	}
	expect(many.words.slice(0, 2 * many.count)).toEqual(single.words.slice(0, 2 * single.count));
});

test('a longer array begins with the same numbers', () => {
	const longer = grown(Int32Array.of(1, 2, 3));
	expect([...longer.subarray(0, 4)]).toEqual([1, 2, 3, 0]);
	expect(longer.length).toBeGreaterThan(3);
	// By a tenth at least, or what grows step by step would be copied too often.
	expect(grown(new Int32Array(1_000_000)).length).toBeGreaterThanOrEqual(1_100_000);
});

test('what it takes is its rows and its slots, of which a quarter stay free', () => {
	const table = new WordTable(2, 4);
	expect(table.bytes).toBe((4 * 2 + 2 * 4) * Int32Array.BYTES_PER_ELEMENT);
	for (let row = 0; row < 6; row++) table.add(Int32Array.of(row, row));
	expect(table.bytes).toBe(table.words.byteLength + 8 * Int32Array.BYTES_PER_ELEMENT);
	table.add(Int32Array.of(6, 6));
	expect(table.bytes).toBe(table.words.byteLength + 16 * Int32Array.BYTES_PER_ELEMENT);
});
