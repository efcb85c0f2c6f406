import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawFrom, randomExpression } from '../../../tests/differential/random-expression.ts';
import { compileText } from '../../../tests/support/c-notation.ts';
import { LIMITS } from './limits.ts';
import { parseFile } from './parse-file.ts';
import { print, printFully } from './print.ts';
import { Report } from './report.ts';
import type { Expression } from './syntax.ts';

function parseReturned(text: string): Expression {
	const report = new Report();
	const file = parseFile({ path: 'test.c', text: `int f(void) { return ${text}; }` }, report);
	const statement = file.functions[0]?.body[0];
	if (report.errors > 0 || statement?.kind !== 'return' || statement.value === null)
		throw new Error(`cannot parse ${text}`);
	return statement.value;
}

/** The tree without places and parentheses. */
function shape(expression: Expression): unknown {
	return JSON.parse(
		JSON.stringify(expression, (key, value) =>
			['place', 'length', 'parenthesised'].includes(key) ? undefined : value,
		),
	);
}

describe('the parser', () => {
	it.each([
		['a + b * c', '(a + (b * c))'],
		['a - b - c', '((a - b) - c)'],
		['a & b == c', '(a & (b == c))'],
		['!a & b', '((!a) & b)'],
		['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
		['a = b += c, d', '((a = (b += c)), d)'],
		['a << b + c < d', '((a << (b + c)) < d)'],
		['a | b ^ c & d', '(a | (b ^ (c & d)))'],
		['a || b && c', '(a || (b && c))'],
		['-a++ - --b', '((-(a++)) - (--b))'],
		['(int)a / b', '(((int)a) / b)'],
		['&p->q', '(&(p->q))'],
		['- -a', '(-(-a))'],
	])('reads %s as %s', (text, read) => {
		expect(printFully(parseReturned(text))).toBe(read);
	});

	it('reads an expression printed with all parentheses as the same tree', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1 }), (seed) => {
				const tree = parseReturned(randomExpression(drawFrom(seed)));
				expect(shape(parseReturned(printFully(tree)))).toEqual(shape(tree));
				expect(shape(parseReturned(print(tree)))).toEqual(shape(tree));
			}),
			{ numRuns: 500 },
		);
	});
});

const SOUP = [
	...[
		'int',
		'unsigned',
		'struct',
		'page',
		'f',
		'x',
		'if',
		'else',
		'while',
		'do',
		'for',
		'goto',
		'return',
		'break',
		'switch',
		'void',
		'static',
	],
	...[
		'(',
		')',
		'{',
		'}',
		'[',
		']',
		';',
		';',
		',',
		':',
		'?',
		'=',
		'+',
		'-',
		'*',
		'&',
		'&&',
		'|',
		'!',
		'->',
		'.',
		'...',
		'<<',
		'++',
		'0x20',
		'09',
		'1l',
		'"s"',
		"'",
		'#',
		'#define',
		'\n',
		'/*',
		'*/',
		'@',
		'\\',
	],
];

describe('compile', () => {
	it('neither throws nor hangs on any soup of tokens, and has a program iff there is no error', () => {
		const soup = fc.array(fc.constantFrom(...SOUP), { maxLength: 200 }).map((words) => words.join(' '));
		fc.assert(
			fc.property(soup, fc.boolean(), (words, isInFunction) => {
				const { program, diagnostics } = compileText(isInFunction ? `int f(int x) { ${words} }` : words);
				expect(program === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
				expect(diagnostics.length).toBeLessThanOrEqual(LIMITS.diagnostics);
			}),
			{ numRuns: 2000 },
		);
	});

	it.each([
		['parentheses', `int f(int x) { return ${'('.repeat(5000)}x${')'.repeat(5000)}; }`],
		['prefix operators', `int f(int x) { return ${'!'.repeat(5000)}x; }`],
		['blocks', `void f(void) { ${'{'.repeat(5000)}${'}'.repeat(5000)} }`],
		['ifs behind else', `void f(int x) { ${'if (x) ; else '.repeat(5000)} ; }`],
		['labels', `void f(void) { ${Array.from({ length: 5000 }, (_, index) => `l${index}:`).join(' ')} ; }`],
		['assignments', `void f(int x) { ${'x = '.repeat(5000)} 1; }`],
		['conditionals', `int f(int x) { return ${'x ? 1 : '.repeat(5000)} 1; }`],
		['operators in a row', `int f(int x) { return ${'x + '.repeat(5000)} 1; }`],
		['commas', `void f(int x) { ${'x, '.repeat(5000)} 1; }`],
		[
			'constants',
			`${Array.from({ length: 5000 }, (_, index) => `#define A${index} A${index + 1}`).join('\n')}\n#define A5000 1`,
		],
		['locals', `void f(void) { ${Array.from({ length: 300 }, (_, index) => `int x${index};`).join(' ')} }`],
		['instructions', `void f(int x) { ${'x = 1;'.repeat(20_000)} }`],
		['characters', ' '.repeat(LIMITS.textCharacters + 1)],
		['diagnostics', `void f(void) { ${'a;'.repeat(500)} }`],
	])('tells when there are too many %s', (_, text) => {
		const { program, diagnostics } = compileText(text);
		expect(program).toBeNull();
		expect(diagnostics.some(({ code }) => code === 'limit')).toBe(true);
	});

	it.each([
		['parentheses', `int f(int x) { return ${'('.repeat(190)}x${')'.repeat(190)}; }`],
		['operators', `int f(int x) { return ${'x + '.repeat(1000)} 1; }`],
		['blocks', `void f(void) { ${'{'.repeat(190)}${'}'.repeat(190)} }`],
	])('takes as many %s as the limit allows', (_, text) => {
		expect(compileText(text).diagnostics).toEqual([]);
	});

	it('keeps a message short, whatever it quotes', () => {
		const { diagnostics } = compileText(`int f(void) { return ${'1'.repeat(5000)}l; }`);
		expect(diagnostics[0]?.message.length).toBeLessThan(LIMITS.messageCharacters + 10);
	});

	it('tells several errors of one text, and nothing that only follows from them', () => {
		const text =
			'int f(void) { int a = ; return a; }\nint g(void) { return b; }\nlong h(void) { return 1; }\nint k(void) { return h() + f(); }';
		const { diagnostics } = compileText(text);
		expect(diagnostics.map(({ code, place }) => `${code} ${place.line}:${place.column}`)).toEqual([
			'syntax 1:23',
			'undeclared 2:22',
			'unsupported 3:1',
		]);
	});

	it.each([
		['void f(struct pge *p) { trylock_page(p); spin_lock(&p->lock); }', 'undeclared'],
		['#define A (1\nint f(void) { return A; }', 'syntax'],
		['#define A B\nint f(void) { int a = A; return a + A; }', 'undeclared'],
		['u64 f(struct page *p) { }\nint g(struct page *p) { return f(p); }', 'unsupported'],
	])('tells one error of %j', (text, code) => {
		expect(compileText(text).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
	});

	it('tells diagnostics in the order of the files and their lines', () => {
		const { diagnostics } = compileText('int f(void) { return x; }\n@\nint g(void) { return 1 }');
		expect(diagnostics.map(({ place }) => place.line)).toEqual([1, 2, 3]);
	});
});
