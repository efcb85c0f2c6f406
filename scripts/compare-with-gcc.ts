/*
 * Compares this compiler with gcc on random expressions:
 *
 *     node scripts/compare-with-gcc.ts [--count N] [--seed S] [--store FILE]
 *
 * Both read the very same functions; the results must agree, undefined ones included (gcc's
 * sanitizer traps there). Needs gcc on x86 or arm64 Linux. `--store` writes 500 of the answers
 * for the tests of machines without gcc. Exit 0 if all agree, 1 if not.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from '../src/engine/model/compile.ts';
import { evaluateFunction } from '../tests/differential/evaluate-function.ts';
import {
	DEFINES,
	type Draw,
	drawFrom,
	randomFunction,
	randomParameters,
} from '../tests/differential/random-expression.ts';

/** A function, what it is called with, and what it returns; null where C leaves that undefined. */
interface Answer {
	readonly text: string;
	readonly parameters: readonly number[];
	readonly result: number | null;
}

const CALLS_EACH = 3;
const STORED_FUNCTIONS = 500;
const FUNCTIONS_PER_FILE = 2000;

// A trap leaves the function by longjmp, and the line says so.
const PRELUDE = `
#include <setjmp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
typedef unsigned int u32;
typedef int s32;
#define likely(x) ((int)__builtin_expect(!!(x), 1))
#define unlikely(x) ((int)__builtin_expect(!!(x), 0))
${DEFINES.join('\n')}
static sigjmp_buf trapped;
static void leave(int number) { (void)number; siglongjmp(trapped, 1); }
`;

const GCC_OPTIONS = [
	'-std=gnu11',
	'-O0',
	'-w',
	'-fwrapv',
	'-fsanitize=shift-exponent,integer-divide-by-zero',
	'-fsanitize-undefined-trap-on-error',
];

function main(): number {
	const { values } = parseArgs({
		options: {
			count: { type: 'string', default: '10000' },
			seed: { type: 'string', default: '1' },
			store: { type: 'string' },
		},
	});
	const draw = drawFrom(Number(values.seed));
	const ours: Answer[] = [];
	let refused = 0;
	let functions = 0;
	while (functions < Number(values.count)) {
		const answers = answersOf(randomFunction(draw, 'f'), draw);
		if (answers === null) refused++;
		else functions++;
		ours.push(...(answers ?? []));
	}
	const theirs = askGcc(ours);
	const wrong = ours.filter(({ result }, index) => result !== theirs[index]);
	for (const answer of wrong.slice(0, 10)) {
		console.log(
			`${answer.text}\n  of ${answer.parameters.join(', ')} is ${answer.result}, gcc: ${theirs[ours.indexOf(answer)]}`,
		);
	}
	const undefinedCount = ours.filter(({ result }) => result === null).length;
	console.log(
		`${functions} expressions, ${ours.length} calls (${undefinedCount} undefined): ${wrong.length} differ from gcc; ` +
			`${refused} more were refused because a part is always undefined`,
	);
	if (values.store !== undefined) writeFileSync(values.store, storedText(ours, theirs));
	return wrong.length === 0 ? 0 : 1;
}

/** The first functions with gcc's answers as JSON, one function a line: its text, then parameters and result of each call. */
function storedText(ours: readonly Answer[], theirs: readonly (number | null)[]): string {
	const lines = Array.from({ length: STORED_FUNCTIONS }, (_, index) => {
		const start = index * CALLS_EACH;
		const calls = ours
			.slice(start, start + CALLS_EACH)
			.map(({ parameters }, call) => [parameters, theirs[start + call]]);
		return JSON.stringify([ours[start]?.text, calls]);
	});
	return `[\n${lines.join(',\n')}\n]\n`;
}

/** Our answers, or null if the function divides by a constant zero or the like, which is refused. */
function answersOf(text: string, draw: Draw): readonly Answer[] | null {
	const { program, diagnostics } = compile([{ path: 'expression.c', text: [...DEFINES, text].join('\n') }], {
		structs: {},
		primitives: {},
		durations: [],
	});
	const compiled = program?.functions.get('f');
	if (compiled === undefined) {
		const unexpected = diagnostics.find(({ severity, code }) => severity === 'error' && code !== 'undefined');
		if (unexpected !== undefined) throw new Error(`${unexpected.message} in ${text}`);
		return null;
	}
	return Array.from({ length: CALLS_EACH }, () => {
		const parameters = randomParameters(draw);
		return { text, parameters, result: evaluateFunction(compiled, parameters) };
	});
}

function askGcc(answers: readonly Answer[]): readonly (number | null)[] {
	const folder = mkdtempSync(join(tmpdir(), 'expressions-'));
	try {
		const results: (number | null)[] = [];
		for (let start = 0; start < answers.length; start += FUNCTIONS_PER_FILE * CALLS_EACH) {
			results.push(...runGcc(folder, answers.slice(start, start + FUNCTIONS_PER_FILE * CALLS_EACH)));
		}
		return results;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function runGcc(folder: string, answers: readonly Answer[]): readonly (number | null)[] {
	const functions = answers.filter((_, index) => index % CALLS_EACH === 0);
	const bodies = functions.map(({ text }, index) => `static ${text.replace(' f(', ` f${index}(`)}`);
	const calls = answers.map(({ parameters }, index) => {
		const call = `f${Math.floor(index / CALLS_EACH)}(${parameters.map((value) => `(int)${value}ll`).join(', ')})`;
		return `if (sigsetjmp(trapped, 1)) puts("undefined"); else printf("%d\\n", (int)${call});`;
	});
	const handlers = ['SIGFPE', 'SIGILL', 'SIGTRAP'].map((name) => `signal(${name}, leave);`).join(' ');
	const source = join(folder, 'expressions.c');
	const binary = join(folder, 'expressions');
	writeFileSync(
		source,
		`${PRELUDE}${bodies.join('\n')}\nint main(void) { ${handlers}\n${calls.join('\n')}\nreturn 0; }\n`,
	);
	execFileSync('gcc', [...GCC_OPTIONS, '-o', binary, source], { stdio: 'inherit' });
	const lines = execFileSync(binary, { encoding: 'utf8', maxBuffer: 1 << 26 })
		.trim()
		.split('\n');
	return lines.map((line) => (line === 'undefined' ? null : Number(line)));
}

process.exitCode = main();
