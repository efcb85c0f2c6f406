import { describe, expect, test } from 'vitest';
import type { Fairness } from '../../src/engine/check/model.ts';
import { rwSemaphores } from '../../src/engine/kernel/rw-semaphore.ts';
import { eraNames } from '../../src/experiment/content.ts';
import { prepareCheck } from '../../src/experiment/prepare-check.ts';
import { progressProperties } from '../../src/experiment/properties.ts';
import { emptyRecipe, type Recipe } from '../../src/experiment/recipe.ts';
import { content } from '../support/scenarios.ts';
import { type Comparison, compare } from './compare.ts';

/** Between them, all actors meet the victim or the page lock. */
const casts: readonly Partial<Recipe>[] = [
	{ victims: 1, lockers: 1, writers: 1 },
	{ victims: 1, writers: 2 },
	{ victims: 2 },
	{ victims: 1, neighbours: 1 },
	{ victims: 1, bystanders: 1, writers: 1 },
	{ victims: 1, gups: 1 },
	{ nowaits: 1, lockers: 1 },
	{ victims: 1, monitors: 1 },
	{ victims: 1, inverters: 1 },
	{ faulters: 1, lockers: 1 },
	{ victims: 1, lockers: 1, killers: 1 },
	{ victims: 1, lockers: 1, signallers: 1 },
];
const pageLocks = eraNames(content, 'page-lock');
const policies = eraNames(content, 'policy');

const STATES_MAX = 50_000;

/** Both checkers' answer for every thread that a property is about. */
function compareRecipe(changes: Partial<Recipe>, fairnesses?: readonly Fairness[]): Comparison {
	const prepared = prepareCheck({ ...emptyRecipe, 'page-lock-unfairness': 1, ...changes }, content);
	const progresses = progressProperties(prepared).flatMap((property) => property.progresses);
	const comparison = compare(prepared.searched, progresses, STATES_MAX, fairnesses);
	if (comparison === null) throw new Error(`more than ${STATES_MAX} states: ${JSON.stringify(changes)}`);
	return comparison;
}

describe('the plain checker and the fast one agree on states, steps and verdicts', () => {
	test.for(pageLocks.flatMap((pageLock) => Object.keys(rwSemaphores).map((rwsem) => [pageLock, rwsem] as const)))(
		'page lock %s, rw_semaphore %s, all policies',
		([pageLock, rwsem]) => {
			const verdicts = new Set<boolean>();
			for (const policy of policies) {
				for (const cast of casts) {
					const recipe = { policy, 'page-lock': pageLock, rwsem, ...cast };
					const comparison = compareRecipe(recipe);
					expect([recipe, comparison.disagreement]).toEqual([recipe, null]);
					for (const verdict of comparison.verdicts) verdicts.add(verdict);
				}
			}
			expect(verdicts).toEqual(new Set([true, false]));
		},
	);

	test.for([
		[{ policy: 'v4.20', 'page-lock': 'v4.20', rwsem: 'v4.20', victims: 1, lockers: 2, writers: 1 }, 5000],
		[{ policy: 'v5.7', 'page-lock': 'v5.9', rwsem: 'v5.3', victims: 1, lockers: 2, writers: 1, bystanders: 1 }, 30_000],
	] as const)('where there are many states: %o', ([recipe, atLeast]) => {
		const { disagreement, states } = compareRecipe(recipe, ['none', 'weak']);
		expect(disagreement).toBeNull();
		expect(states).toBeGreaterThan(atLeast);
	});
});
