import { canonicalText, type Recipe } from '../../experiment/recipe.ts';
import { type RunResult, run } from '../../experiment/run.ts';
import { siteContent } from '../content.ts';

/** Many sentences ask for the same run. */
const known = new Map<string, RunResult>();

/** What a recipe's run comes to; each recipe is run once a build, or once a visit. */
export function resultOf(recipe: Recipe): RunResult {
	const name = canonicalText(recipe);
	const result = known.get(name) ?? run(recipe, siteContent);
	known.set(name, result);
	return result;
}
