import { describe, expect, it } from 'vitest';
import { compileText, type MarkedCase, tellMarked } from '../../../tests/support/c-notation.ts';

const SURPRISING: readonly MarkedCase[] = [
	[
		'int f(int x, int y) { return «!x & y»; }',
		'precedence: C reads !x & y as (!x) & y; write !(x & y), or put the parentheses that C reads',
	],
	[
		'int f(int x, int y) { return «!x | y»; }',
		'precedence: C reads !x | y as (!x) | y; write !(x | y), or put the parentheses that C reads',
	],
	[
		'int f(int x, int y) { return «!x == y»; }',
		'precedence: C reads !x == y as (!x) == y; write !(x == y), or put the parentheses that C reads',
	],
	[
		'int f(int x, int y) { return «!x < y»; }',
		'precedence: C reads !x < y as (!x) < y; write !(x < y), or put the parentheses that C reads',
	],
	[
		'int f(int a, int b, int c) { return «a & b == c»; }',
		'precedence: C reads a & b == c as a & (b == c); put in the parentheses that are meant',
	],
	[
		'int f(int a, int b, int c) { return «a | b == c»; }',
		'precedence: C reads a | b == c as a | (b == c); put in the parentheses that are meant',
	],
	[
		'int f(int a, int b, int c) { return «a << b + c»; }',
		'precedence: C reads a << b + c as a << (b + c); put in the parentheses that are meant',
	],
	[
		'int f(int a, int b, int c) { return «a & b + c»; }',
		'precedence: C reads a & b + c as a & (b + c); put in the parentheses that are meant',
	],
	[
		'int f(int a, int b, int c) { return «a | b & c»; }',
		'precedence: C reads a | b & c as a | (b & c); put in the parentheses that are meant',
	],
	[
		'int f(int a, int b, int c) { return «a ^ b & c»; }',
		'precedence: C reads a ^ b & c as a ^ (b & c); put in the parentheses that are meant',
	],
	[
		'int f(int a, int b, int c) { return «a && b || c»; }',
		'precedence: C reads a && b || c as (a && b) || c; put in the parentheses that are meant',
	],
	[
		'int f(int a, int b, int c) { return «a < b < c»; }',
		'precedence: C reads a < b < c as (a < b) < c; put in the parentheses that are meant',
	],
	[
		'int f(int a, int b) { if («a = b») return 1; return 0; }',
		'precedence: C reads a = b as an assignment, and branches on the stored value; write == to compare, or ((a = b)) if it is meant',
	],
	[
		'int f(unsigned flags) { if (««!flags & 0x20»») return 1; return 0; }',
		'precedence: C reads !flags & 0x20 as (!flags) & 0x20; write !(flags & 0x20), or put the parentheses that C reads / never-taken: !flags & 0x20 is always false, so one branch is never taken; look at its operators and masks, or leave the branch out',
	],
	[
		'int f(unsigned flags, int x) { if (x && ««(!flags & 0x20)»») return 1; return 0; }',
		'precedence: C reads !flags & 0x20 as (!flags) & 0x20; write !(flags & 0x20), or put the parentheses that C reads / never-taken: !flags & 0x20 is always false, so one branch is never taken; look at its operators and masks, or leave the branch out',
	],
	[
		'int f(unsigned flags) { if («flags | 4») return 1; return 0; }',
		'never-taken: flags | 4 is always true, so one branch is never taken; look at its operators and masks, or leave the branch out',
	],
	[
		'int f(unsigned x) { while («x < 0») x++; return 0; }',
		'never-taken: x < 0 is always false, so one branch is never taken; look at its operators and masks, or leave the branch out',
	],
	[
		'#define DEBUG 0\nint f(void) { if («DEBUG») return 1; return 0; }',
		'never-taken: DEBUG is always false, so one branch is never taken; look at its operators and masks, or leave the branch out',
	],
	[
		'int f(int x) { return «(x & 3) == 4» ? 1 : 2; }',
		'never-taken: (x & 3) == 4 is always false, so one branch is never taken; look at its operators and masks, or leave the branch out',
	],
	[
		'int f(int x) { if (likely(«(!x) & 2»)) return 1; return 0; }',
		'never-taken: (!x) & 2 is always false, so one branch is never taken; look at its operators and masks, or leave the branch out',
	],
	[
		'int f(bool b) { if («b == 2») return 1; return 0; }',
		'never-taken: b == 2 is always false, so one branch is never taken; look at its operators and masks, or leave the branch out',
	],
	[
		'int f(int x) { for (; «(x & 1) > 1»;) x++; return x; }',
		'never-taken: (x & 1) > 1 is always false, so one branch is never taken; look at its operators and masks, or leave the branch out',
	],
];

const PLAIN: readonly string[] = [
	'int f(int x, int y) { return !(x & y); }',
	'int f(int x, int y) { return (!x) & y; }',
	'int f(int x, int y) { return !x == !y; }',
	'int f(int x, int y) { return !!x == y; }',
	'int f(int x) { return !x & 1; }',
	'int f(int x, int y) { return !x & (x < y); }',
	'int f(int a, int b, int c) { return a & (b == c); }',
	'int f(int a, int b, int c) { return (a && b) || c; }',
	'void f(int a) { while (1) { } }',
	'void f(int a) { do { a++; } while (0); }',
	'void f(int a) { if (0) { retry: a++; } goto retry; }',
	'int f(int a) { if ((a = 3 * a)) return 1; return 0; }',
	'int f(int a) { return (a & 3) == 2 ? 1 : 0; }',
	'int f(int a) { for (;;) a++; }',
	'int f(void) { return signal_pending(current); }',
	'void f(struct page *p) { spin_lock(&p->waiters.lock); }',
	'void f(struct page *p) { struct wait_queue *q = &p->waiters; spin_lock(&q->lock); }',
	'int f(struct page *p, struct page *q) { return p == q; }',
	'#define A (B | 1)\n#define B 2\nint f(void) { return A; }',
	'#define A (1 | \\\n 2)\nint f(void) { return A; }',
];

describe('a lint', () => {
	it.each(SURPRISING)('warns, and lets the program run: %s', (marked, told) => {
		expect(tellMarked(marked)).toEqual([marked, told]);
		expect(compileText(marked.replaceAll(/[«»]/g, '')).program).not.toBeNull();
	});

	it.each(PLAIN)('is silent about %s', (text) => {
		const { program, diagnostics } = compileText(text);
		expect(diagnostics).toEqual([]);
		expect(program).not.toBeNull();
	});
});
