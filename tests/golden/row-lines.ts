import type { shortCell } from '../../src/cli/matrix.ts';

/** A cell of the table, as `bin/polite matrix --json` prints it. */
export type PrintedCell = ReturnType<typeof shortCell>;

/** The lines of matrix.txt for one row of the table. */
export function rowLines(row: string, cells: readonly PrintedCell[]): string[] {
	return cells.map(({ scenario, actors: _actors, name, ...answer }) =>
		[row, scenario, name, ...Object.values(answer)].join(' | '),
	);
}
