import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';

// Each .md beside this file shows commands and what they print. The commands are taken from the file, run, and the
// file is written anew with their output: it must come out as it is. `vitest -u` accepts a change.
const folder = import.meta.dirname;
const session = /^```console\n\$ bin\/polite (.*)\n[\s\S]*?^```$/gm;

for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
	test(`${file} shows what the commands print`, async () => {
		const text = readFileSync(path.join(folder, file), 'utf8');
		const sessions = [...text.matchAll(session)];
		expect(sessions.length).toBeGreaterThan(0);
		let shown = '';
		let end = 0;
		for (const found of sessions) {
			shown += text.slice(end, found.index) + (await sessionText(found[1] ?? ''));
			end = found.index + found[0].length;
		}
		await expect(shown + text.slice(end)).toMatchFileSnapshot(path.join(folder, file));
	});
}

async function sessionText(args: string): Promise<string> {
	let printed = '';
	const note = (text: string) => {
		printed += text;
	};
	const code = await main(args.split(' '), { out: note, err: note });
	for (const line of printed.split('\n')) expect.soft(line.length, line).toBeLessThanOrEqual(widthOf(code));
	return `\`\`\`console\n$ bin/polite ${args}\n${printed}${code === 0 ? '' : `[exit ${code}]\n`}\`\`\``;
}

/** Results keep to 80 columns; a complaint quotes what it found and may be longer. */
function widthOf(code: number): number {
	return code === 0 ? 80 : Number.POSITIVE_INFINITY;
}
