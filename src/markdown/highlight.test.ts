import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { highlightLines, type Language, type Token } from './highlight.ts';

const kinds = async (code: string, language: Language) =>
	(await highlightLines(code, language)).map((line) => line.map(({ kind, text }) => `${kind}:${text}`));

const join = (lines: Token[][]) => lines.map((line) => line.map(({ text }) => text).join('')).join('\n');

describe('highlightLines', () => {
	test('tells keywords, functions, numbers and comments of C apart', async () => {
		expect(await kinds('static int f(void)\n{\n\treturn g(1); /* why */\n}\n', 'c')).toEqual([
			['keyword:static', 'plain: ', 'keyword:int', 'plain: ', 'function:f', 'plain:(', 'keyword:void', 'plain:)'],
			['plain:{'],
			[
				'plain:\t',
				'keyword:return',
				'plain: ',
				'function:g',
				'plain:(',
				'constant:1',
				'plain:);',
				'comment: /* why */',
			],
			['plain:}'],
		]);
	});

	test('carries a comment over its lines and leaves an empty line empty', async () => {
		expect(await kinds('/* one\n\n two */\nx = 1;', 'c')).toEqual([
			['comment:/* one'],
			[],
			['comment: two */'],
			['plain:x = ', 'constant:1', 'plain:;'],
		]);
	});

	test('tells the lines of a diff apart', async () => {
		const diff = '--- a/mm/memory.c\n+++ b/mm/memory.c\n@@ -1,2 +1,2 @@\n int a;\n-b\n+c\n';
		expect(await kinds(diff, 'diff')).toEqual([
			['place:--- a/mm/memory.c'],
			['place:+++ b/mm/memory.c'],
			['place:@@ -1,2 +1,2 @@'],
			['plain: int a;'],
			['deleted:-b'],
			['inserted:+c'],
		]);
	});

	test('loses nothing of the model', async () => {
		const code = readFileSync('content/model/mm/filemap.c', 'utf8');
		expect(`${join(await highlightLines(code, 'c'))}\n`).toBe(code);
	});
});
