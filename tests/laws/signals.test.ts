import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/engine/simulate/simulate.ts';
import { eraNames } from '../../src/experiment/content.ts';
import { prepare } from '../../src/experiment/prepare.ts';
import { emptyRecipe, type Recipe } from '../../src/experiment/recipe.ts';
import { content, schedules } from '../support/scenarios.ts';
import { walk } from '../support/walk.ts';

/** A page that is never let go of while the run lasts, and a fault that waits for it. */
const stuck: Recipe = {
	...emptyRecipe,
	victims: 1,
	lockers: 1,
	'victim-gap-ns': 10_000,
	'locker-gap-ns': 0,
	'io-ns': 1_000_000_000,
	'killer-gap-ns': 1_000_000,
	'signaller-gap-ns': 1_000_000,
	'duration-ms': 5,
};

const victimOf = (recipe: Recipe) => simulate(prepare(recipe, content).plan).actors['victim'];
const everywhere = eraNames(content, 'page-lock').flatMap((pageLock) =>
	['v4.20', 'rfc', 'diff1-typed', 'v5.7'].map((policy) => ({ policy, 'page-lock': pageLock })),
);

describe('a fault that waits for the page lock', () => {
	test.for(everywhere)('is ended by a kill: $policy, $page-lock', (eras) => {
		expect(victimOf({ ...stuck, ...eras })).toMatchObject({ fault_ns: { count: 0 }, unfinished: [{}] });
		const killed = victimOf({ ...stuck, ...eras, killers: 1 });
		expect(killed).toMatchObject({ fault_ns: { count: 1 }, unfinished: [] });
		expect(killed?.fault_ns.max).toBeGreaterThan(900_000);
		expect(killed?.fault_ns.max).toBeLessThan(1_100_000);
	});

	test('is not ended where it is not killable', () => {
		const recipe = { ...stuck, policy: 'never-polite', killers: 1 };
		expect(victimOf(recipe)).toMatchObject({ fault_ns: { count: 0 }, unfinished: [{}] });
	});

	test.for(everywhere)('sleeps on through any other signal: $policy, $page-lock', (eras) => {
		expect(victimOf({ ...stuck, ...eras, signallers: 1 })).toMatchObject({ fault_ns: { count: 0 }, unfinished: [{}] });
	});
});

test('whoever waits for userfaultfd sees any signal, handles it, and comes again', () => {
	for (const policy of ['v4.20', 'v5.7']) {
		const snapshot: Recipe = {
			...emptyRecipe,
			victims: 1,
			monitors: 1,
			policy,
			'monitor-gap-ns': 0,
			'snapshot-ns': 10_000_000,
			'signaller-gap-ns': 1_000_000,
			'killer-gap-ns': 1_000_000,
			'duration-ms': 5,
		};
		expect(victimOf({ ...snapshot, signallers: 1 })).toMatchObject({
			unfinished: [{}],
			userfaultSleep_ns: { count: 1 },
			sigbus: 0,
		});
		expect(victimOf({ ...snapshot, killers: 1 })).toMatchObject({ fault_ns: { count: 1 }, unfinished: [], sigbus: 0 });
	}
});

describe('a kill and a wake-up at once', () => {
	const crowd: Recipe = { ...emptyRecipe, policy: 'diff1-typed', victims: 1, lockers: 3, killers: 1 };

	/** What is broken first over many schedules, the same ones each time. */
	const firstBroken = (recipe: Recipe) =>
		fc
			.sample(schedules, { numRuns: 300, seed: 1 })
			.map((schedule) => walk(prepare(recipe, content), schedule))
			.find((broken) => broken !== null) ?? null;

	test('of v4.20 may lose the wake-up: the one that was killed had been chosen', () => {
		expect(firstBroken({ ...crowd, 'page-lock': 'v4.20' })).toMatch(/^lost wake-up: locker/);
		expect(firstBroken({ ...crowd, 'page-lock': 'v4.20', killers: 0 })).toBeNull();
	});

	test.for(['fifo', 'v5.9-rc', 'v5.9'])('loses none: %s', (pageLock) => {
		expect(firstBroken({ ...crowd, 'page-lock': pageLock })).toBeNull();
	});
});
