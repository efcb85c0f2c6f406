import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/engine/simulate/simulate.ts';
import { eraNames } from '../../src/experiment/content.ts';
import { type Prepared, prepare } from '../../src/experiment/prepare.ts';
import { emptyRecipe, type Recipe } from '../../src/experiment/recipe.ts';
import type { Time } from '../../src/experiment/time.ts';
import { Laws } from '../support/laws.ts';
import { content, recipes } from '../support/scenarios.ts';
import { Stepper } from '../support/stepper.ts';

/** From nothing to far longer than a step: both what nearly meets and what never does. */
const times: fc.Arbitrary<Time> = fc.oneof(
	fc.constantFrom(0, 1, 50, 51, 5000),
	fc.nat(300).map((mean_ns) => `exponential:${mean_ns}`),
	fc.nat(300).map((from_ns) => `uniform:${from_ns}:${from_ns + 100}`),
);

/** Any scenario with any times and seed; short, for it is looked at step by step. */
const timedRecipes: fc.Arbitrary<Recipe> = fc
	.record({
		recipe: recipes,
		seed: fc.nat(),
		times: fc.record(
			Object.fromEntries(
				Object.keys(emptyRecipe)
					.filter((key) => key.endsWith('-ns') && key !== 'step-ns')
					.map((key) => [key, times]),
			),
		),
	})
	.map(({ recipe, seed, times: drawn }) => ({ ...recipe, seed, ...drawn }));

const EVENTS = 600;

function prepareShort(recipe: Recipe): Prepared {
	const { model, plan } = prepare(recipe, content);
	return { model, plan: { ...plan, eventLimit: EVENTS } };
}

/** A state with every thread let pass what touches nothing shared: delays are read as standing at the next step. */
function settled(prepared: Prepared, cells: Int32Array): Int32Array {
	const stepper = new Stepper(prepared.plan, cells);
	for (const thread of prepared.plan.threads.keys()) stepper.settle(thread);
	return stepper.cells;
}

/** Takes the steps of a timed run by the transition function alone; returns how many, or where they part. */
function replay(prepared: Prepared, discard: (step: number) => boolean = () => false): number | string {
	const stepper = new Stepper(prepared.plan);
	let steps = 0;
	let parted: string | null = null;
	simulate(prepared.plan, {
		step(time_ns, thread, _node, result, cells) {
			steps++;
			if (parted !== null || discard(steps)) return;
			const replayed = stepper.run(thread);
			const timed = settled(prepared, cells);
			const isEqual = settled(prepared, stepper.cells).every((cell, index) => cell === timed[index]);
			if (replayed !== result || !isEqual) parted = `step ${steps} at ${time_ns} ns`;
		},
		activity() {},
		retry() {},
	});
	return parted ?? steps;
}

describe('one transition function, two readings', () => {
	test('the steps of a timed run, taken without a clock, lead through the same states', () => {
		fc.assert(
			fc.property(timedRecipes, (recipe) => {
				expect(replay(prepareShort(recipe))).toBeTypeOf('number');
			}),
			{ numRuns: 100 },
		);
	});

	test('which is noticed if a step is left out', () => {
		const prepared = prepareShort({ ...emptyRecipe, victims: 1, writers: 1, lockers: 2 });
		expect(replay(prepared)).toBeGreaterThan(100);
		expect(replay(prepared, (step) => step === 50)).toMatch(/^step \d+ at/);
	});
});

test('the laws hold in each state of a timed run, and all can go home from its last', () => {
	fc.assert(
		fc.property(timedRecipes, (recipe) => {
			const prepared = prepareShort(recipe);
			const laws = new Laws(prepared);
			const broken = new Set<string | null>();
			let last = new Int32Array(0);
			simulate(prepared.plan, {
				step(_time_ns, _thread, _node, _result, cells) {
					broken.add(laws.broken(cells));
					last = cells.slice();
				},
				activity() {},
				retry() {},
			});
			if (last.length > 0) broken.add(laws.brokenByDraining(last));
			broken.delete(null);
			expect([...broken]).toEqual([]);
		}),
		{ numRuns: 250 },
	);
});

describe('common random numbers', () => {
	/** How long each locker kept the page, lock by lock: from when it has it and runs, to its unlock. */
	function ioTimesOf(recipe: Recipe): { fold: string; io_ns: number[][] } {
		const { plan } = prepare(recipe, content);
		const { shape, tables } = new Stepper(plan);
		const io_ns: number[][] = plan.threads.map(() => []);
		const runsSince_ns = plan.threads.map(() => 0);
		const owned = plan.threads.map(() => false);
		const { fold } = simulate(plan, {
			step(time_ns, thread, node, _result, cells) {
				const atUnlock =
					tables.positions[node]?.[0]?.file === 'actors/locker.c' &&
					owned[thread] &&
					cells[shape.pageOwner] !== thread + 1;
				if (atUnlock) io_ns[thread]?.push(time_ns - (runsSince_ns[thread] as number));
				for (const other of plan.threads.keys()) {
					const owns = cells[shape.pageOwner] === other + 1;
					if (other === thread) runsSince_ns[other] = time_ns + plan.step_ns;
					// Handed over in its sleep: it runs at once, for in these runs a wake-up takes no time.
					else if (owns && !owned[other]) runsSince_ns[other] = Math.max(time_ns, runsSince_ns[other] as number);
					owned[other] = owns;
				}
			},
			activity() {},
			retry() {},
		});
		return { fold, io_ns: io_ns.filter((_, thread) => plan.threads[thread]?.actor === 'locker') };
	}

	const base: Recipe = {
		...emptyRecipe,
		victims: 1,
		faulters: 2,
		writers: 1,
		lockers: 3,
		'duration-ms': 20,
		'wake-ns': 0,
	};

	test.for(eraNames(content, 'page-lock'))(
		'the same seed gives the lockers the same times under all policies, page lock %s',
		(pageLock) => {
			const runs = eraNames(content, 'policy').map((policy) => ioTimesOf({ ...base, policy, 'page-lock': pageLock }));
			for (const run of runs) {
				for (const [locker, times_ns] of run.io_ns.entries()) {
					const first_ns = runs[0]?.io_ns[locker] ?? [];
					const common = Math.min(times_ns.length, first_ns.length);
					expect(common).toBeGreaterThan(20);
					expect(times_ns.slice(0, common)).toEqual(first_ns.slice(0, common));
				}
			}
			// Not for want of a difference between the policies.
			expect(new Set(runs.map(({ fold }) => fold)).size).toBeGreaterThan(1);
		},
	);

	test('another seed gives other times', () => {
		expect(ioTimesOf({ ...base, seed: 2 }).io_ns[0]?.slice(0, 5)).not.toEqual(ioTimesOf(base).io_ns[0]?.slice(0, 5));
	});
});
