import type { Fairness } from '../../engine/check/model.ts';
import { type CheckResult, check } from '../../experiment/check.ts';
import { canonicalText, type Recipe } from '../../experiment/recipe.ts';
import { siteContent } from '../content.ts';

/** A table and a figure may ask for the same search. */
const known = new Map<string, CheckResult>();

/** What the search of a recipe comes to; each recipe is searched once a build. */
export function checkOf(recipe: Recipe, fairness: Fairness = 'weak'): CheckResult {
	const name = `${fairness} ${canonicalText(recipe)}`;
	const result = known.get(name) ?? check(recipe, siteContent, { fairness });
	known.set(name, result);
	return result;
}

export { propertyOf } from './property-of.ts';
