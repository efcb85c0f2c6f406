import fc from 'fast-check';
import { readContent } from '../../src/cli/content.ts';
import { rwSemaphores } from '../../src/engine/kernel/rw-semaphore.ts';
import { eraNames, type ModelContent } from '../../src/experiment/content.ts';
import { emptyRecipe, type Recipe } from '../../src/experiment/recipe.ts';
import { threadsOf } from '../../src/experiment/threads.ts';

/** The model's texts as they stand under content/. */
export const content = readContent();

/** The content with one passage of one file of the model replaced; throws if the passage is not there once. */
export function contentWith(path: string, passage: string, replacement: string): ModelContent {
	const text = content.model[path] ?? '';
	if (text.split(passage).length !== 2) throw new Error(`${path} does not hold '${passage}' exactly once`);
	return { ...content, model: { ...content.model, [path]: text.replace(passage, replacement) } };
}

const few = (max: number) => fc.nat(max);

/** Who is there: any mix of a few of each actor that keeps to the order of locks, at least one; under any policy, page lock and rw_semaphore. */
export const recipes: fc.Arbitrary<Recipe> = fc
	.record({
		policy: fc.constantFrom(...eraNames(content, 'policy')),
		'page-lock': fc.constantFrom(...eraNames(content, 'page-lock')),
		'page-lock-unfairness': few(2),
		rwsem: fc.constantFrom(...Object.keys(rwSemaphores)),
		victims: few(2),
		faulters: few(2),
		neighbours: few(2),
		bystanders: few(1),
		writers: few(2),
		lockers: few(3),
		gups: few(1),
		nowaits: few(1),
		monitors: few(1),
		killers: few(1),
		signallers: few(1),
	})
	.map((changes) => ({ ...emptyRecipe, ...changes }))
	// Signals are for a victim; and a kill may lose a wake-up of v4.20's page lock, see tests/laws/signals.test.ts.
	.map((recipe) => ({ ...recipe, killers: recipe['page-lock'] === 'v4.20' ? 0 : recipe.killers }))
	.filter((recipe) => threadsOf(recipe).length > 0 && (recipe.victims > 0 || recipe.killers + recipe.signallers === 0));

/** Who is given the word, step by step: the n-th of those who can run. */
export const schedules = fc.array(fc.nat(59), { minLength: 100, maxLength: 300, size: 'max' });
