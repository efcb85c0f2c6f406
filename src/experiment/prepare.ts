import { primitives } from '../engine/kernel/primitives.ts';
import type { RwSemaphoreName } from '../engine/kernel/rw-semaphore.ts';
import { unfold } from '../engine/model/unfold.ts';
import type { Duration } from '../engine/simulate/duration.ts';
import type { Plan } from '../engine/simulate/plan.ts';
import type { ModelContent } from './content.ts';
import { keyByName, spendableKeys, type TimeKey } from './keys.ts';
import { type RunnableModel, runnableModel } from './model.ts';
import type { Recipe } from './recipe.ts';
import { countsOf, type NamedThread, threadsOf } from './threads.ts';
import { parseTime } from './time.ts';

/** A recipe made ready: its model, and the plan of its first seed, which names its threads. */
export interface Prepared {
	readonly model: RunnableModel;
	readonly plan: Plan & { readonly threads: readonly NamedThread[] };
}

/** Most events of all seeds together: some ten seconds of work. A run that would need more says where it ended. */
const EVENTS_MAX = 100_000_000;

/**
 * Makes a valid recipe ready to run.
 *
 * @throws EraError, CompileError, ModelError if the content's C is not in order
 */
export function prepare(recipe: Recipe, content: ModelContent): Prepared {
	const model = runnableModel(content, recipe);
	const threads = threadsOf(recipe);
	const plan = {
		tables: unfold(model.program, primitives, threads),
		threads,
		counts: countsOf(recipe),
		discipline: recipe.rwsem as RwSemaphoreName,
		durations: spendableKeys.map((key) => durationOf(recipe, key)),
		step_ns: recipe['step-ns'],
		wake: durationOf(recipe, 'wake-ns'),
		timeOut: durationOf(recipe, 'rwsem-timeout-ns'),
		streams: [...spendableKeys, 'wake-ns', 'rwsem-timeout-ns'].map(streamOfKey),
		seed: recipe.seed,
		duration_ns: recipe['duration-ms'] * 1_000_000,
		eventLimit: Math.floor(EVENTS_MAX / recipe.seeds),
	};
	return { model, plan };
}

/** The recipe's seeds in the order in which they run; after the last possible one comes 0. */
export function seedsOf(recipe: Recipe): number[] {
	return Array.from({ length: recipe.seeds }, (_, index) => (recipe.seed + index) % 2 ** 32);
}

function streamOfKey(name: string): number {
	const key = keyByName.get(name);
	if (key?.kind !== 'time') throw new Error(`${name} is no time`);
	return key.stream;
}

function durationOf(recipe: Recipe, key: TimeKey): Duration {
	const duration = parseTime(recipe[key]);
	if (duration === null) throw new Error(`${key} is ${recipe[key]}, which validateRecipe() would have refused`);
	return duration;
}
