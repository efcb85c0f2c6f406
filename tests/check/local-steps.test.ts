import { describe, expect, test } from 'vitest';
import { firstDeadlock } from '../../src/engine/check/assumption.ts';
import { explore } from '../../src/engine/check/exploration.ts';
import { fairComponents } from '../../src/engine/check/fair-components.ts';
import { judgeDeadlock } from '../../src/engine/check/judge.ts';
import type { Fairness } from '../../src/engine/check/model.ts';
import { pendingOf } from '../../src/engine/check/pending.ts';
import { type RwSemaphoreName, rwSemaphores } from '../../src/engine/kernel/rw-semaphore.ts';
import type { Tables } from '../../src/engine/model/tables.ts';
import { eraNames } from '../../src/experiment/content.ts';
import { type PreparedCheck, prepareCheck } from '../../src/experiment/prepare-check.ts';
import { progressProperties, watches } from '../../src/experiment/properties.ts';
import { emptyRecipe, type Recipe } from '../../src/experiment/recipe.ts';
import { content } from '../support/scenarios.ts';
import { type Grain, unmerged } from '../support/unmerged.ts';
import { compare } from './compare.ts';

/** Three threads each; between them all actors. */
const few: readonly Partial<Recipe>[] = [
	{ victims: 1, lockers: 1, writers: 1 },
	{ victims: 1, writers: 2 },
	{ victims: 1, bystanders: 1, writers: 1 },
	{ victims: 1, monitors: 1, writers: 1 },
	{ victims: 1, lockers: 1, killers: 1 },
	{ victims: 1, lockers: 1, signallers: 1 },
];
/** These meet at the page lock, all three, and have many states. */
const crowded: readonly Partial<Recipe>[] = [
	{ victims: 1, lockers: 2 },
	{ lockers: 3 },
	{ faulters: 2, lockers: 1 },
	{ victims: 1, neighbours: 1, lockers: 1 },
	{ victims: 1, gups: 1, lockers: 1 },
	{ victims: 1, nowaits: 1, lockers: 1 },
	{ victims: 1, inverters: 1, lockers: 1 },
	{ victims: 1, monitors: 1, lockers: 1 },
];
const rwsems = Object.keys(rwSemaphores) as RwSemaphoreName[];
const STATES_MAX = 1_500_000;

/** Every property of every thread, with whether a scheduler so fair may violate it. */
function violationsOf(prepared: PreparedCheck, tables: Tables, fairness: Fairness): [string, boolean][] {
	const searched = { ...prepared.searched, tables };
	const watched = watches(tables);
	const graph = explore(searched, watched, { states: STATES_MAX });
	if (!graph.complete) throw new Error(`more than ${STATES_MAX} states`);
	const progresses = progressProperties({ ...prepared, searched }).flatMap((property) => property.progresses);
	return [
		...progresses.map((progress): [string, boolean] => {
			const pending = pendingOf(graph, tables, progress);
			const isViolated = firstDeadlock(pending) !== null || fairComponents(pending, fairness).length > 0;
			return [`${progress.name} of ${prepared.threads[progress.thread]?.name}`, isViolated];
		}),
		...watched.map(({ name }): [string, boolean] => [name, graph.sightings.has(name)]),
		['no-deadlock', judgeDeadlock(searched, graph).verdict === 'VIOLATED'],
	];
}

function preparedFor(changes: Partial<Recipe>): PreparedCheck {
	return prepareCheck({ ...emptyRecipe, 'page-lock-unfairness': 1, ...changes }, content);
}

/** Asserts that a recipe's verdicts are the same with local steps merged and not; returns them. */
function assertSame(changes: Partial<Recipe>, grain: Grain): [string, boolean][] {
	const prepared = preparedFor(changes);
	const { tables } = prepared.searched;
	const merged = violationsOf(prepared, tables, 'weak');
	expect([changes, violationsOf(prepared, unmerged(tables, grain), 'weak')]).toEqual([changes, merged]);
	return merged;
}

describe('weak verdicts do not depend on whether local steps are merged', () => {
	const rules = eraNames(content, 'page-lock').flatMap((pageLock, index) =>
		eraNames(content, 'policy').map(
			(policy, row) => [pageLock, policy, rwsems[(index + row) % rwsems.length] as string, index + row] as const,
		),
	);
	test.for(rules)('page lock %s, policy %s, rw_semaphore %s', ([pageLock, policy, rwsem, turn]) => {
		const eras = { 'page-lock': pageLock, policy, rwsem };
		const verdicts = [
			...few.flatMap((cast) => assertSame({ ...eras, ...cast }, 'line')),
			...crowded
				.filter((_, index) => (index + turn) % 2 === 0)
				.flatMap((cast) => assertSame({ ...eras, ...cast }, 'run')),
		];
		expect(new Set(verdicts.map(([, isViolated]) => isViolated))).toEqual(new Set([true, false]));
	});

	test('with local steps unmerged, both checkers still agree', () => {
		const prepared = preparedFor({ victims: 1, lockers: 1, writers: 1, 'page-lock': 'v4.20', policy: 'rfc' });
		const searched = { ...prepared.searched, tables: unmerged(prepared.searched.tables, 'run') };
		const progresses = progressProperties({ ...prepared, searched }).flatMap((property) => property.progresses);
		const comparison = compare(searched, progresses, 50_000);
		expect(comparison?.disagreement).toBeNull();
		expect(comparison?.states).toBeGreaterThan(5 * explore(prepared.searched).states);
	});
});
