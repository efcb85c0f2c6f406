import { describe, expect, it } from 'vitest';
import { evaluateFunction } from '../../../tests/differential/evaluate-function.ts';
import { compileText } from '../../../tests/support/c-notation.ts';
import type { ProgramFunction } from './program.ts';

function lowered(text: string): ProgramFunction {
	const { program, diagnostics } = compileText(text);
	const found = program?.functions.get('f');
	if (found === undefined) throw new Error(`${text}: ${diagnostics[0]?.message}`);
	return found;
}

describe('a lowered function', () => {
	it.each([
		['int f(int n) { int s = 0; for (int i = 1; i <= n; i++) s += i; return s; }', [5], 15],
		['int f(int n) { int s = 0; for (;;) { if (s > n) break; s += 3; } return s; }', [7], 9],
		['int f(int n) { int s = 0; while (n--) { if (n & 1) continue; s += n; } return s; }', [6], 6],
		['int f(int n) { int s = 0; do s++; while (s < n); return s; }', [0], 1],
		['int f(int n) { int s = 0; do { if (s == 3) continue; s++; } while (s < n && s != 3); return s; }', [9], 3],
		['int f(int n) { if (0) { again: n--; } if (n > 3) goto again; return n; }', [9], 3],
		['int f(int n) { if (n) goto out; n = 7; out: return n; }', [0], 7],
		[
			'int f(int n) { int s = 0; again: for (int i = 0; i < 2; i++) { s++; if (n-- > 0) goto again; } return s; }',
			[3],
			5,
		],
		['int f(int a) { int n = 0; a && n++; a || (n += 10); return n; }', [0], 10],
		['int f(int a) { int n = 0; int t = a && ++n; return t * 10 + n; }', [4], 11],
		['int f(int a) { return a > 0 ? 1 : a < 0 ? -1 : 0; }', [-9], -1],
		['int f(int a) { int b = a++; return b * 10 + a; }', [3], 34],
		['int f(int a) { bool b = a; return b + 1; }', [256], 2],
		['int f(int a) { bool b = 0; b++; b++; return b; }', [0], 1],
		['bool f(int a) { return a; }', [64], 1],
		['int f(unsigned a) { return a > -1; }', [5], 0],
		['int f(int a) { return (a, 2); }', [5], 2],
		['int f(int a) { { int b = 1; a += b; } { int b = 2; a += b; } return a; }', [0], 3],
		['int f(int a) { return likely(a) + unlikely(a); }', [8], 2],
		['int f(int a) { 1 / a; return 3; }', [0], null],
	] as const)('computes what C computes: %s', (text, parameters, result) => {
		expect(evaluateFunction(lowered(text), parameters)).toBe(result);
	});

	it('gives each instruction the line of its own expression', () => {
		const { code } = lowered('int f(int a)\n{\n\tif (a)\n\t\ta = 1;\n\telse\n\t\ta = 2;\n\treturn a;\n}');
		expect(code.map(({ kind, place }) => `${kind} ${place.line}`)).toEqual([
			'branch 3',
			'constant 4',
			'jump 4',
			'constant 6',
			'return 7',
		]);
	});

	it('goes back to the line of the loop', () => {
		const { code, endLine } = lowered('void f(int a)\n{\n\twhile (a)\n\t\ta--;\n}');
		expect(code.map(({ kind, place }) => `${kind} ${place.line}`)).toEqual([
			'branch 3',
			'constant 4',
			'binary 4',
			'jump 3',
			'return 5',
		]);
		expect(endLine).toBe(5);
	});

	it('passes the owner for its field, the index for a duration, and 0 for current', () => {
		const { code } = lowered(
			'void f(struct mm_struct *mm) { down_read(&mm->mmap_sem); spend(work_ns); signal_pending(current); }',
		);
		expect(code.map(({ place, ...instruction }) => instruction)).toEqual([
			{ kind: 'primitive', name: 'down_read', to: null, parameters: [0] },
			{ kind: 'constant', to: 1, value: 1 },
			{ kind: 'primitive', name: 'spend', to: null, parameters: [1] },
			{ kind: 'constant', to: 1, value: 0 },
			{ kind: 'primitive', name: 'signal_pending', to: null, parameters: [1] },
			{ kind: 'return', from: null },
		]);
	});

	it('keeps no instruction that cannot be reached', () => {
		const { code } = lowered('int f(void) { return 1; 1 + 2; return 2; }');
		expect(code.map(({ kind }) => kind)).toEqual(['constant', 'return']);
	});

	it('uses the registers of temporaries again in the next statement', () => {
		expect(lowered('int f(int a) { a = a * 2 + 1; a = a * 2 + 1; return a; }').registerCount).toBe(
			lowered('int f(int a) { a = a * 2 + 1; return a; }').registerCount,
		);
	});
});

describe('a program', () => {
	it('knows the values of its constants, whatever their order', () => {
		const { program } = compileText(
			'#define BOTH (ONE | TWO)\n#define ONE 0x1\n#define TWO (ONE << 1)\n#define TOP 0x80000000',
		);
		expect([...(program?.constants ?? [])]).toEqual([
			['BOTH', 3],
			['ONE', 1],
			['TWO', 2],
			['TOP', -0x8000_0000],
		]);
	});
});
