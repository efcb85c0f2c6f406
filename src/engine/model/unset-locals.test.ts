import { describe, expect, it } from 'vitest';
import { compileText, type MarkedCase, tellMarked } from '../../../tests/support/c-notation.ts';

const told = (name: string, line = 1) =>
	`uninitialised: '${name}' may be read in line ${line} before it has a value; give it one here, or on every way there`;

const UNSET: readonly MarkedCase[] = [
	['int f(void) { int «x»; return x; }', told('x')],
	['int f(int a) { int «x»; if (a) x = 1; return x; }', told('x')],
	['int f(int a) {\nint «x»;\nif (a)\nx = 1;\nreturn x;\n}', told('x', 5)],
	['int f(int a) { int «x»; while (a--) x = a; return x; }', told('x')],
	['int f(int a) { int «x»; for (int i = 0; i < a; i++) x = i; return x; }', told('x')],
	['int f(void) { int «x»; x++; return 0; }', told('x')],
	['int f(void) { int «x»; x += 2; return x; }', told('x')],
	['int f(int a) { int «x»; return a && x; }', told('x')],
	['int f(int a) { int «x»; return a || (x = a) ? x : 0; }', told('x')],
	['int f(int a) { int «x»; if (a) goto out; x = 1; out: return x; }', told('x')],
	['int f(int a) { for (;;) { int «x»; if (a) x = 1; if (x) return a; } }', told('x')],
	['void f(void) { struct page *«p»; trylock_page(p); }', told('p')],
	['int f(int x) { return x; } int g(void) { int «y»; return f(y); }', told('y')],
	['int f(void) { int «x», «y»; return x + y; }', `${told('x')} / ${told('y')}`],
];

const SET: readonly string[] = [
	'int f(int a) { return a; }',
	'int f(void) { int x; x = 1; return x; }',
	'int f(void) { int x; return 1; }',
	'int f(int a) { int x; if (a) x = 1; else x = 2; return x; }',
	'int f(int a) { int x; do { x = a; } while (x); return x; }',
	'int f(int a) { int x; return a && (x = a) ? x : 0; }',
	'int f(int a) { int x; while ((x = a) > 1) a--; return x; }',
	'int f(int a) { int x; if (a) return 0; x = 1; return x; }',
	'int f(void) { int x; for (;;) { x = 1; break; } return x; }',
	'int f(int a) { int x; goto set; get: return x; set: x = a; goto get; }',
];

describe('a local that is read before it has a value', () => {
	it.each(UNSET)('is refused, with where it is declared and where it is read: %s', (marked, words) => {
		expect(tellMarked(marked)).toEqual([marked, words]);
		expect(compileText(marked.replaceAll(/[«»]/g, '')).program).toBeNull();
	});

	it.each(SET)('is told of nobody who has one on every way: %s', (text) => {
		expect(compileText(text).diagnostics).toEqual([]);
	});

	it('may be one that always has one by then: what a condition says of another is not asked', () => {
		const marked = 'int f(int a) { int «x»; if (a) x = 1; if (a) return x; return 0; }';
		expect(tellMarked(marked)).toEqual([marked, told('x')]);
	});
});
