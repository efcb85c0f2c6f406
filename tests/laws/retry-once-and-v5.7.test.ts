import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { primitiveNames } from '../../src/engine/kernel/primitives.ts';
import { rwSemaphores } from '../../src/engine/kernel/rw-semaphore.ts';
import { shapeOf } from '../../src/engine/kernel/shape.ts';
import type { ActorResult } from '../../src/engine/simulate/measure.ts';
import { type Simulation, simulate } from '../../src/engine/simulate/simulate.ts';
import { eraNames, type ModelContent } from '../../src/experiment/content.ts';
import { prepare } from '../../src/experiment/prepare.ts';
import { emptyRecipe, type Recipe } from '../../src/experiment/recipe.ts';
import { threadsOf } from '../../src/experiment/threads.ts';
import { content, contentWith } from '../support/scenarios.ts';

const EVENTS = 1500;

/** A run: each step with its time, its thread, what it was and all that threads share after it; and what was measured. */
interface Course {
	readonly steps: readonly string[];
	readonly result: Simulation;
}

function courseOf(recipe: Recipe, model: ModelContent = content): Course {
	const { plan } = prepare(recipe, model);
	const { queuedOn } = shapeOf(plan.counts);
	const steps: string[] = [];
	const result = simulate(
		{ ...plan, eventLimit: EVENTS },
		{
			step(time_ns, thread, node, answer, cells) {
				const name = primitiveNames[plan.tables.operation[node] as number] ?? 'asleep';
				const shared = cells.subarray(queuedOn).join(' ');
				steps.push(`${time_ns} ${plan.threads[thread]?.name}: ${nameOf(name)}=${answer}, then ${shared}`);
			},
			activity() {},
			retry() {},
		},
	);
	return { steps, result };
}

/** Both look for a signal at the same place, v5.7 for any; where all signals kill, that is the same question. */
function nameOf(operation: string): string {
	return operation.endsWith('signal_pending') ? 'looks for a signal' : operation;
}

/** The two runs of a recipe that differ in nothing but the policy. */
function bothOf(recipe: Recipe, model: ModelContent = content): [once: Course, often: Course] {
	return [courseOf({ ...recipe, policy: 'v4.20' }, model), courseOf({ ...recipe, policy: 'v5.7' }, model)];
}

/** The first step that is another one, without what it leaves behind: 'thread: operation=answer' of each. */
function firstDifference([once, often]: readonly Course[]): (string | undefined)[] {
	const at = once?.steps.findIndex((step, index) => step !== often?.steps[index]) ?? -1;
	return [once, often].map((course) => course?.steps[at]?.replace(/^\d+ (.*), then.*$/, '$1'));
}

const few = (max: number) => fc.nat(max);
const times = fc.oneof(
	fc.constantFrom(0, 50, 5000),
	fc.nat(400).map((mean_ns) => `exponential:${mean_ns}`),
);

/** Every actor but the monitor, and of signals those that kill. */
const recipes: fc.Arbitrary<Recipe> = fc
	.record({
		'page-lock': fc.constantFrom(...eraNames(content, 'page-lock')),
		'page-lock-unfairness': few(3),
		rwsem: fc.constantFrom(...Object.keys(rwSemaphores)),
		seed: fc.nat(),
		victims: few(2),
		faulters: few(2),
		neighbours: few(2),
		bystanders: few(1),
		writers: few(2),
		lockers: few(3),
		inverters: few(1),
		gups: few(1),
		nowaits: few(1),
		killers: few(1),
		times: fc.record(
			Object.fromEntries(
				Object.keys(emptyRecipe)
					.filter((key) => key.endsWith('-ns') && key !== 'step-ns')
					.map((key) => [key, times]),
			),
		),
	})
	.map(({ times: drawn, ...changes }) => ({ ...emptyRecipe, ...changes, ...drawn }))
	.filter((recipe) => threadsOf(recipe).length > 0 && (recipe.victims > 0 || recipe.killers === 0));

/** A run's measurements; the fold alone is left out, which is over nodes by number, and those differ from text to text. */
function measured({ result }: Course): Omit<Simulation, 'fold'> {
	const { fold: _, ...rest } = result;
	return rest;
}

/** Summed over all who are there. */
function total({ result }: Course, count: (actor: ActorResult) => number): number {
	return Object.values(result.actors).reduce((sum, actor) => sum + count(actor), 0);
}

describe('retry once and v5.7', () => {
	test('agree seed by seed and step by step, whoever is there', () => {
		let [retries, certain, killed] = [0, 0, 0];
		fc.assert(
			fc.property(recipes, (recipe) => {
				const [once, often] = bothOf(recipe);
				expect(firstDifference([once, often])).toEqual([undefined, undefined]);
				expect(often.steps).toEqual(once.steps);
				expect(measured(often)).toEqual(measured(once));
				retries += total(once, ({ retriesInAll }) => retriesInAll);
				certain += total(once, ({ pageSleepHolding_ns }) => pageSleepHolding_ns.count);
				killed += once.steps.some((step) => step.includes('looks for a signal=1')) ? 1 : 0;
			}),
			{ numRuns: 250 },
		);
		// There was something to agree on.
		expect(Math.min(retries, certain)).toBeGreaterThan(500);
		expect(killed).toBeGreaterThan(10);
	});

	test('differ in a userfault on a second attempt: SIGBUS, or another wait', () => {
		const recipe: Recipe = {
			...emptyRecipe,
			victims: 1,
			lockers: 1,
			monitors: 1,
			'victim-gap-ns': 500,
			'locker-gap-ns': 500,
			'monitor-gap-ns': 500,
			'io-ns': 2000,
			'snapshot-ns': 5000,
			'page-lock': 'v4.20',
		};
		const both = bothOf(recipe);
		const [once, often] = both;
		expect(firstDifference(both)).toEqual(['victim: up_read=0', 'victim: add_wait_queue_tail=0']);
		expect([once, often].map((course) => total(course, ({ sigbus }) => sigbus) > 0)).toEqual([true, false]);
	});

	test('differ in a signal that does not kill: after the wait v5.7 goes home for it, v4.20 once more into the fault', () => {
		const recipe: Recipe = {
			...emptyRecipe,
			victims: 1,
			lockers: 1,
			signallers: 1,
			'victim-gap-ns': 10_000,
			'locker-gap-ns': 0,
			'io-ns': 100_000,
			'signaller-gap-ns': 50_000,
		};
		expect(firstDifference(bothOf(recipe))).toEqual(['victim: looks for a signal=0', 'victim: looks for a signal=1']);
	});

	describe('differ for a nowait that comes back with TRIED', () => {
		// Nobody's that we know of: v4.20's GUP even warns of ALLOW_RETRY beside TRIED.
		const model = contentWith(
			'actors/nowait.c',
			`		handle_mm_fault(mm, page, FAULT_FLAG_ALLOW_RETRY |
					  FAULT_FLAG_RETRY_NOWAIT);
`,
			`		if (handle_mm_fault(mm, page, FAULT_FLAG_ALLOW_RETRY |
					    FAULT_FLAG_RETRY_NOWAIT) & VM_FAULT_RETRY)
			handle_mm_fault(mm, page, FAULT_FLAG_ALLOW_RETRY |
						  FAULT_FLAG_RETRY_NOWAIT |
						  FAULT_FLAG_TRIED);
`,
		);
		const recipe: Recipe = { ...emptyRecipe, nowaits: 1, lockers: 1, 'nowait-gap-ns': 500, 'io-ns': 5000 };

		test.for(eraNames(content, 'page-lock'))('v4.20 refuses it again, v5.7 lets it sleep: page lock %s', (pageLock) => {
			const [once, often] = bothOf({ ...recipe, 'page-lock': pageLock }, model);
			const sleeps = (course: Course) => total(course, ({ pageSleepHolding_ns }) => pageSleepHolding_ns.count) > 0;
			const warns = (course: Course) => total(course, ({ warnings }) => warnings) > 0;
			expect([sleeps(once), sleeps(often)]).toEqual([false, true]);
			expect([warns(once), warns(often)]).toEqual([false, true]);
		});

		test('and agree for the one that does not', () => {
			const [once, often] = bothOf(recipe);
			expect(once.steps.length).toBeGreaterThan(500);
			expect(often.steps).toEqual(once.steps);
		});
	});
});
