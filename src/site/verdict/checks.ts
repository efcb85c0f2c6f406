import type { Fairness } from '../../engine/check/model.ts';
import { type CheckResult, check } from '../../experiment/check.ts';
import { keys } from '../../experiment/keys.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import { siteContent } from '../content.ts';

/** Times and seeds do not matter to a search. */
const asked = keys.filter(({ group }) => group === 'rules' || group === 'threads');

/** A table and a figure may ask for the same search. */
const known = new Map<string, CheckResult>();

/** What the search of a recipe comes to; each recipe is searched once a build. */
export function checkOf(recipe: Recipe, fairness: Fairness = 'weak'): CheckResult {
	const name = JSON.stringify([fairness, ...asked.map(({ name }) => recipe[name])]);
	const result = known.get(name) ?? check(recipe, siteContent, { fairness });
	known.set(name, result);
	return { ...result, recipe };
}

export { propertyOf } from './property-of.ts';
