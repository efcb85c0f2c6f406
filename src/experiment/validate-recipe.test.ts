import { expect, test } from 'vitest';
import { readContent } from '../cli/content.ts';
import { eraNames } from './content.ts';
import { emptyRecipe } from './recipe.ts';
import { problemLines, validateRecipe } from './validate-recipe.ts';

const content = readContent();
const policies = eraNames(content, 'policy').join(', ');
const pageLocks = eraNames(content, 'page-lock').join(', ');

function complaints(input: unknown): string[] {
	return problemLines(validateRecipe(input, content).problems ?? []);
}

test('keys left out take the base', () => {
	const base = { ...emptyRecipe, victims: 2, seed: 9 };
	expect(validateRecipe({ victims: 1 }, content, base).recipe).toEqual({ ...base, victims: 1 });
});

test('a time comes out in its one form', () => {
	expect(validateRecipe({ victims: 1, 'io-ns': 'uniform:007:9' }, content).recipe?.['io-ns']).toBe('uniform:7:9');
});

test.each([
	[{ victim: 1 }, 'victim: unknown key; did you mean victims?'],
	[{ lockers: -1 }, 'lockers: found -1, expected a whole number from 0 to 64'],
	[{ lockers: 1e9 }, 'lockers: found 1000000000, expected a whole number from 0 to 64'],
	[{ lockers: 1.5 }, 'lockers: found 1.5, expected a whole number from 0 to 64'],
	[{ lockers: '2' }, 'lockers: found "2", expected a whole number from 0 to 64'],
	[{ lockers: null }, 'lockers: found null, expected a whole number from 0 to 64'],
	[{ seed: 2 ** 32 }, 'seed: found 4294967296, expected a whole number from 0 to 4294967295'],
	[{ seeds: 0 }, 'seeds: found 0, expected a whole number from 1 to 1000'],
	[{ 'duration-ms': 60_001 }, 'duration-ms: found 60001, expected a whole number from 1 to 60000'],
	[{ 'step-ns': 0 }, 'step-ns: found 0, expected a whole number from 1 to 1000000'],
	[
		{ 'io-ns': -5 },
		"io-ns: found -5, expected a whole number of ns from 0 to 10000000000, 'uniform:2000:8000' or 'exponential:5000'",
	],
	[{ policy: 'rcf' }, `policy: found "rcf", expected one of ${policies}; did you mean rfc?`],
	[{ policy: '../rfc' }, `policy: found "../rfc", expected one of ${policies}`],
	[{ 'page-lock': 7 }, `page-lock: found 7, expected one of ${pageLocks}`],
	[{ rwsem: 'fair' }, 'rwsem: found "fair", expected one of queue, v4.20, handoff, v5.3'],
	[{}, /^found no threads, expected at least 1; set one of victims, /],
	[{ victims: 40, lockers: 25 }, 'found 65 threads in all, expected at most 64; ask for fewer'],
	[[], "found [], expected an object with a recipe's keys"],
	[null, "found null, expected an object with a recipe's keys"],
	[{ killers: 1, lockers: 1 }, 'killers: found 1, but no victim to send a signal to; set victims'],
	['victims', 'found "victims", expected an object with a recipe\'s keys'],
])('%j is refused', (input, complaint) => {
	expect(complaints(input)).toEqual([typeof complaint === 'string' ? complaint : expect.stringMatching(complaint)]);
});

const patch =
	'--- a/mm/filemap.c\n+++ b/mm/filemap.c\n@@ -15 +15 @@\n-\tif (flags & FAULT_FLAG_ALLOW_RETRY)\n+\tif (0)\n';

test('a patch comes out in its one form, whatever it came in', () => {
	const bare = validateRecipe({ victims: 1, patch }, content).recipe?.patch ?? '';
	const quoted = `So:\r\n${patch.replaceAll(/^/gm, '> ').replaceAll('\n', '\r\n').replaceAll('\t', '   ')}\r\nIs it?`;
	expect(bare.split('\n').slice(0, 3)).toEqual(['--- a/mm/filemap.c', '+++ b/mm/filemap.c', '@@ -11,7 +11,7 @@']);
	expect(validateRecipe({ victims: 1, patch: quoted }, content).recipe?.patch).toBe(bare);
	expect(validateRecipe({}, content, { ...emptyRecipe, victims: 1, patch: bare }).recipe?.patch).toBe(bare);
});

test('a patch must land over the recipe’s own eras', () => {
	const base = { ...emptyRecipe, victims: 1, patch };
	expect(validateRecipe({ 'page-lock': 'v5.9' }, content, base).problems).toBeNull();
	expect(problemLines(validateRecipe({ policy: 'v5.7' }, content, base).problems ?? [])).toEqual([
		expect.stringMatching(
			/^patch: line 4 of the patch: found '- if .*\(page lock fifo, policy v5\.7\); nearest to it is /,
		),
	]);
});

test('a patch is a text of a bounded size', () => {
	expect(complaints({ victims: 1, patch: 7 })).toEqual([
		'patch: found 7, expected the text of a unified diff, at most 262144 characters',
	]);
	expect(complaints({ victims: 1, patch: 'x'.repeat(262_145) })[0]).toMatch(/at most 262144 characters$/);
	expect(complaints({ victims: 1, patch: 'x' })).toEqual([expect.stringMatching(/^patch: found no hunk in 1 lines, /)]);
});

test('a key that objects have by birth is unknown like any other', () => {
	const input = JSON.parse('{"victims": 1, "__proto__": 1, "constructor": 1}');
	expect(complaints(input).map((line) => line.split(';')[0])).toEqual([
		'__proto__: unknown key',
		'constructor: unknown key',
	]);
});

test('every problem is told, and a long value is cut', () => {
	const lines = complaints({ seed: 'x'.repeat(1000), victims: -1 });
	expect(lines).toHaveLength(2);
	expect(lines[0]?.length).toBeLessThan(130);
});
