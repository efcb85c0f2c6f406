import { actorsText } from '../../src/experiment/matrix.ts';
import { emptyRecipe, type Recipe } from '../../src/experiment/recipe.ts';

type Actors = Partial<Recipe>;

/** One victim, two lockers, a writer and a bystander. */
export const standard: Actors = { victims: 1, lockers: 2, writers: 1, bystanders: 1 };

/** A scenario under one set of rules. */
export function scenario(policy: string, pageLock: string, rwsem: string, actors: Actors): Recipe {
	return { ...emptyRecipe, policy, 'page-lock': pageLock, rwsem, ...actors };
}

/** Who is there, in words. */
export function castOf({ victims, faulters, lockers, writers, bystanders }: Recipe): string {
	const counts = Object.entries({ victims, faulters, lockers, writers, bystanders });
	return actorsText(Object.fromEntries(counts.filter(([, count]) => count > 0)));
}

/** Cast, and by their names policy, page lock and semaphore. */
export function scenarioName(recipe: Recipe): string {
	const { policy, 'page-lock': pageLock, rwsem } = recipe;
	return `${castOf(recipe)}; ${policy}, ${pageLock}, ${rwsem}`;
}
