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
