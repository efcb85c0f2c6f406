import { expect, test } from 'vitest';
import { readContent } from '../cli/content.ts';
import { namedExperiments } from './named-experiments.ts';
import { run } from './run.ts';

const content = readContent();

function complaint(experiments: Record<string, string>): string {
	try {
		namedExperiments({ ...content, experiments });
		return 'none';
	} catch (error) {
		return (error as Error).message;
	}
}

test.each([
	['{', /^content\/experiments\/a\.json: not JSON: /],
	['[]', /a\.json: found name undefined, expected the file's own, "a"$/],
	['{"name": "b"}', /a\.json: found name "b", expected the file's own, "a"$/],
	['{"name": "a", "title": "A"}', /a\.json: expected a title and a description, each a text$/],
	[
		'{"name": "a", "title": "A", "description": "B", "victim": 1}',
		/a\.json: victim: unknown key; did you mean victims\?$/,
	],
])('%s is refused', (text, message) => {
	expect(complaint({ a: text })).toMatch(message);
});

test('a file may hold a patch, which must land', () => {
	const file = { name: 'a', title: 'A', description: 'B', victims: 1 };
	const header = '--- a/mm/filemap.c\n+++ b/mm/filemap.c\n@@\n';
	const patch = `${header}-\tif (flags & FAULT_FLAG_ALLOW_RETRY)\n+\tif (0)\n`;
	const turn = { 'page-lock': ['fifo', 'v4.20'] };
	expect(complaint({ a: JSON.stringify({ ...file, turn, patch }) })).toBe('none');
	expect(complaint({ a: JSON.stringify({ ...file, turn, patch: `${header}-x\n` }) })).toMatch(
		/a\.json: patch: line 4 of the patch: found '-x', which stands nowhere in mm\/filemap\.c/,
	);
	expect(complaint({ a: JSON.stringify({ ...file, patch }) })).toMatch(/a\.json: turn: patch: /);
});

test.each(namedExperiments(content))('$name runs to its end, under every policy', (experiment) => {
	for (const policy of ['v4.20', 'rfc', 'v5.7']) {
		const { seeds } = run({ ...experiment.recipe, policy }, content, experiment);
		expect(seeds.map(({ ending }) => ending)).toEqual(['time']);
	}
});

test('without a locker the policies differ in nothing', () => {
	const experiment = namedExperiments(content).find(({ name }) => name === 'alone');
	if (experiment === undefined) throw new Error("the experiment 'alone' is gone");
	const [first, ...others] = ['v4.20', 'rfc', 'v5.7'].map((policy) => run({ ...experiment.recipe, policy }, content));
	for (const other of others) expect(other.actors).toEqual(first?.actors);
});
