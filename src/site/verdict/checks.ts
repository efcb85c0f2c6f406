import { type CheckResult, check, type PropertyResult } from '../../experiment/check.ts';
import { canonicalText, type Recipe } from '../../experiment/recipe.ts';
import { siteContent } from '../content.ts';

/** A table and a figure may ask for the same search. */
const known = new Map<string, CheckResult>();

/** What the search of a recipe comes to; each recipe is searched once a build. */
export function checkOf(recipe: Recipe): CheckResult {
	const name = canonicalText(recipe);
	const result = known.get(name) ?? check(recipe, siteContent);
	known.set(name, result);
	return result;
}

/**
 * Returns what became of one property.
 *
 * @throws {Error} that lists the properties there are, if this is none.
 */
export function propertyOf({ properties }: CheckResult, name: string): PropertyResult {
	const found = properties.find((property) => property.name === name);
	if (found !== undefined) return found;
	throw new Error(`'${name}' is no property; these are: ${properties.map((property) => property.name).join(', ')}.`);
}
