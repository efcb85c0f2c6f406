import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOVE_CELLS } from './move.ts';
import { MoveRows } from './move-rows.ts';

test('every move is found again where it was put, however rows grew and moved', () => {
	const situation = fc.record({ shared: fc.nat(5), local: fc.nat(19), isBlocked: fc.boolean() });
	fc.assert(
		fc.property(fc.array(situation, { maxLength: 120 }), (asked) => {
			const rows = new MoveRows(20);
			const written = new Map<string, number>();
			for (const [index, { shared, local, isBlocked }] of asked.entries()) {
				rows.reserve(shared + 1);
				if (rows.find(shared, local) >= 0) continue;
				if (isBlocked) rows.addBlocked(shared, local);
				else rows.cells.fill(index + 1, rows.add(shared, local), rows.find(shared, local) + MOVE_CELLS);
				written.set(`${shared} ${local}`, isBlocked ? 0 : index + 1);
			}
			for (const [name, value] of written) {
				const [shared = 0, local = 0] = name.split(' ').map(Number);
				const at = rows.find(shared, local);
				expect([...rows.cells.subarray(at, at + MOVE_CELLS)]).toEqual(Array(MOVE_CELLS).fill(value));
			}
		}),
	);
});

test('a situation of which nobody asked is not found', () => {
	const rows = new MoveRows(3);
	rows.reserve(2);
	rows.add(1, 2);
	expect([rows.find(0, 2), rows.find(1, 1)]).toEqual([-1, -1]);
});

test.each([
	[254, 1],
	[255, 2],
])('of %i local states each has a move of its own, of which the rank takes %i bytes', (localCount, bytes) => {
	const rows = new MoveRows(localCount);
	rows.reserve(1);
	const locals = Array.from({ length: localCount }, (_, local) => local);
	for (const local of locals) {
		const at = rows.add(0, local);
		rows.cells.fill(local + 1, at, at + MOVE_CELLS);
	}
	expect(locals.map((local) => rows.cells[rows.find(0, local)])).toEqual(locals.map((local) => local + 1));
	expect(rows.rowBytes).toBe(localCount * bytes);
});

test('room is made for as many shared parts as are asked for, and what it takes is told', () => {
	const rows = new MoveRows(7);
	for (const count of [1, 1000, 2000, 2001]) {
		rows.reserve(count);
		rows.add(count - 1, 6);
		expect(rows.find(count - 1, 6)).toBeGreaterThanOrEqual(0);
	}
	const { cells, ranks, starts } = rows;
	// The number of moves in each row is as long as where it starts.
	expect(rows.bytes).toBe(cells.byteLength + ranks.byteLength + 2 * starts.byteLength);
});

test('where a row was that has moved, another one begins, with nothing in it', () => {
	const rows = new MoveRows(9);
	rows.reserve(2);
	const place = rows.add(0, 0);
	for (const local of [1, 2, 3, 4]) rows.cells.fill(7, rows.add(0, local), rows.find(0, local) + MOVE_CELLS);
	expect(rows.find(0, 0)).not.toBe(place);
	expect(rows.add(1, 0)).toBe(place);
	const others = [1, 2].map((local) => rows.add(1, local));
	for (const at of [place, ...others]) expect([...rows.cells.subarray(at, at + MOVE_CELLS)]).toEqual([0, 0, 0]);
});
