import { expect, test } from 'vitest';
import { simulate } from '../../src/engine/simulate/simulate.ts';
import { type CheckResult, Search } from '../../src/experiment/check.ts';
import { prepare } from '../../src/experiment/prepare.ts';
import { emptyRecipe } from '../../src/experiment/recipe.ts';
import { contentWith } from '../support/scenarios.ts';

/** Fifteen lockers, each of which counts how often it had the page: no search comes to the end of it. */
const recipe = { ...emptyRecipe, victims: 1, lockers: 15 };
const content = contentWith(
	'actors/locker.c',
	'\t\tlock_page(page);\n',
	'\t\tfor (int i = 0; i < 300; i++) { lock_page(page); unlock_page(page); }\n\t\tlock_page(page);\n',
);

function verdicts({ properties }: CheckResult): Record<string, string> {
	return Object.fromEntries(properties.map(({ name, verdict }) => [name, verdict]));
}

/** What a search has to say of itself that knows but some of the states. */
const unknown = {
	'victim-completes': 'UNKNOWN',
	'queued-enters': 'UNKNOWN',
	'no-deadlock': 'UNKNOWN',
	'no-warning': 'UNKNOWN',
	'no-misuse': 'UNKNOWN',
};

test('a search for more states than it may find ends there, and says that it does not know', () => {
	const search = new Search(recipe, content, { limits: { states: 5000 } });
	while (!search.advance());
	const result = search.result();
	expect(result.states).toBeGreaterThan(5000);
	expect(result.states).toBeLessThan(5000 + 16);
	expect([result.complete, result.digest, result.expectedRetries]).toEqual([false, null, null]);
	expect(verdicts(result)).toMatchObject(unknown);
});

test('few states in very many situations end at the bound on memory', () => {
	const situationBytes = 2 ** 23;
	const search = new Search(recipe, content, { limits: { states: 1_000_000, situationBytes } });
	while (!search.advance());
	expect(search.bytes).toBeLessThan(2 * situationBytes);
	const result = search.result();
	expect(result.states).toBeLessThan(100_000);
	expect(result.complete).toBe(false);
	expect(verdicts(result)).toMatchObject(unknown);
});

test('a run of more events than may be ends there, and says so', () => {
	const busy = { ...recipe, seeds: 1000, 'duration-ms': 60_000, 'step-ns': 1, 'io-ns': 0, 'locker-gap-ns': 0 };
	const { plan } = prepare(busy, content);
	const { ending, events } = simulate(plan);
	expect([ending, events * busy.seeds]).toEqual(['events', 100_000_000]);
});
