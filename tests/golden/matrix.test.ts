import path from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { type PrintedCell, rowLines } from './row-lines.ts';

// Every verdict of the table, with what would save it, its states, and the steps of its trace. `vitest -u` accepts a
// change, which belongs into the text of /table/ and of the chapters too.
test('the table says what it said', { timeout: 60_000 }, async () => {
	let printed = '';
	const note = (text: string) => {
		printed += text;
	};
	expect(await main(['matrix', '--json'], { out: note, err: note })).toBe(0);
	const rows = JSON.parse(printed) as { name: string; cells: PrintedCell[] }[];
	const lines = rows.flatMap(({ name, cells }) => rowLines(name, cells));
	await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(path.join(import.meta.dirname, 'matrix.txt'));
});
