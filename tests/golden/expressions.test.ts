import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compile } from '../../src/engine/model/compile.ts';
import { evaluateFunction } from '../differential/evaluate-function.ts';
import { DEFINES } from '../differential/random-expression.ts';

type StoredFunction = readonly [text: string, calls: readonly (readonly [parameters: readonly number[], result: number | null])[]];

const STORED: readonly StoredFunction[] = JSON.parse(readFileSync(new URL('./expressions.json', import.meta.url), 'utf8'));

it('computes 500 random expressions as gcc -fwrapv does', () => {
	expect(STORED).toHaveLength(500);
	for (const [text, calls] of STORED) {
		const files = [{ path: 'expression.c', text: [...DEFINES, text].join('\n') }];
		const found = compile(files, { structs: {}, primitives: {}, durations: [] }).program?.functions.get('f');
		if (found === undefined) throw new Error(`cannot compile ${text}`);
		const ours = calls.map(([parameters]) => [parameters, evaluateFunction(found, parameters)]);
		expect([text, ours]).toEqual([text, calls]);
	}
});
