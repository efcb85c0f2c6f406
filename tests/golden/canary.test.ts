import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { shortCell } from '../../src/cli/matrix.ts';
import type { Fairness } from '../../src/engine/check/model.ts';
import { check } from '../../src/experiment/check.ts';
import { type Claim, judgeClaim, requireOutcomes } from '../../src/experiment/claim/claims.ts';
import { arguedRows, type MatrixRow, matrixCells } from '../../src/experiment/matrix.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';
import { run } from '../../src/experiment/run.ts';
import { content } from '../support/scenarios.ts';
import { rowLines } from './row-lines.ts';

// Would it be noticed if the checker agreed with everything? What is known to be so is declared to be otherwise, and a
// checker that sees no loop is asked what a seeing one knows: both must fail, in the comparisons that the build and the
// golden table rest on.

/** On the strict line with two rivals: one more try for ever starves the victim, one try alone does not. */
const starves = '--policy rfc --page-lock fifo --victims 1 --lockers 2: victim-completes';
const completes = '--policy v4.20 --page-lock fifo --victims 1 --lockers 2: victim-completes';

/** What the build says of a sentence that leans on a check; throws what would stop it. */
function build(claimed: string, checker = check): void {
	const claim: Claim = {
		name: 'canary',
		by: 'this site',
		sentence: 'Nobody starves.',
		chapter: 1,
		answer: 'so it is',
		because: 'It is said so.',
		checks: [claimed],
	};
	const engine = {
		check: (recipe: Recipe, fairness: Fairness) => checker(recipe, content, { fairness }),
		run: (recipe: Recipe) => run(recipe, content),
	};
	requireOutcomes(judgeClaim(claim, content, engine), 'canary.mdx:1');
}

const starvingRow = arguedRows.find(({ name }) => name === 'the picture, with the RFC') as MatrixRow;
const golden = readFileSync(path.join(import.meta.dirname, 'matrix.txt'), 'utf8').split('\n');

/** The lines of a row that the golden table does not have. */
function notInTable(row: MatrixRow, checker = check): string[] {
	const cells = matrixCells(row, (recipe) => checker(recipe, content)).map(shortCell);
	return rowLines(row.name, cells).filter((line) => !golden.includes(line));
}

test('a model known to starve, declared HOLDS, stops the build, by name', () => {
	expect(() => build(`${starves} is VIOLATED`)).not.toThrow();
	expect(() => build(`${starves} is HOLDS`)).toThrow(
		`canary.mdx:1: the engine says otherwise. Mend the sentence, then its checks.
  ${starves} is HOLDS
    expected HOLDS, found VIOLATED; see bin/polite check`,
	);
});

test('a model known not to, declared VIOLATED, stops the build, by name', () => {
	expect(() => build(`${completes} is HOLDS`)).not.toThrow();
	expect(() => build(`${completes} is VIOLATED`)).toThrow('expected VIOLATED, found HOLDS');
});

describe('a checker made blind is noticed', () => {
	afterEach(() => {
		vi.doUnmock('../../src/engine/check/lasso.ts');
		vi.doUnmock('../../src/engine/check/fair-components.ts');
		vi.resetModules();
	});

	/** The checker as it is, but for some exports of one of its files. */
	async function checkerWith(file: string, changes: Record<string, unknown>): Promise<typeof check> {
		vi.resetModules();
		vi.doMock(file, async (original) => ({ ...(await original<object>()), ...changes }));
		return (await import('../../src/experiment/check.ts')).check;
	}

	test.each([
		['shows no lasso', '../../src/engine/check/lasso.ts', { shortestLasso: () => null }],
		['finds no fair loop', '../../src/engine/check/fair-components.ts', { fairComponents: () => [] }],
	])('that %s, by the claims and by the golden table', async (_, file, changes) => {
		const blind = await checkerWith(file, changes);
		expect(() => build(`${starves} is VIOLATED`, blind)).toThrow('expected VIOLATED, found HOLDS');
		expect(notInTable(starvingRow, blind).join('\n')).toContain(
			`${starvingRow.name} | five threads | victim-completes | 4311 | victim | HOLDS`,
		);
	});

	test('and one that sees is in the table', () => {
		expect(notInTable(starvingRow)).toEqual([]);
	});
});
