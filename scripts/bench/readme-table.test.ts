import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withTable } from './readme-table.ts';
import type { Report } from './report.ts';

const root = path.join(import.meta.dirname, '..', '..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const report: Report = JSON.parse(readFileSync(path.join(root, 'docs', 'bench.json'), 'utf8'));

test('the README shows what docs/bench.json holds: npm run bench -- --from docs/bench.json --readme', () => {
	expect(readme).toBe(withTable(readme, report));
});

test('a figure that was changed by hand is put right', () => {
	const forged = readme.replace(/\d+(?= \|$)/m, (figure) => String(Number(figure) + 1));
	expect(forged).not.toBe(readme);
	expect(withTable(forged, report)).toBe(readme);
});

test('a report that lacks a figure is refused, and so is a text without a place for the table', () => {
	const parts = report.parts.filter(({ name }) => name !== 'spin');
	expect(() => withTable(readme, { ...report, parts })).toThrow("needs 'spin / ours' of '' in part 'spin'");
	expect(() => withTable('# Title\n', report)).toThrow('expected <!-- bench:start -->');
});

test('the README stays under a page', () => {
	expect(readme.split('\n').length).toBeLessThan(90);
});
