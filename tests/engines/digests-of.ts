import { check } from '../../src/experiment/check.ts';
import type { Content } from '../../src/experiment/content.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';
import { run } from '../../src/experiment/run.ts';

/** A search beyond this is cut off; how far it came must be the same, too. */
const STATES_MAX = 30_000;

/** What a recipe comes to, in one line that must be the same wherever it runs: the run, and the search. */
export function digestsOf(recipe: Recipe, content: Content): string {
	const { digest, states, transitions } = check(recipe, content, { limits: { states: STATES_MAX } });
	return `run ${run(recipe, content).digest}, search ${digest ?? `cut off at ${states} states, ${transitions} steps`}`;
}
