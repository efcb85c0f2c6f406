import { Search } from '../../experiment/check.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import { siteContent } from '../content.ts';
import { STATES_MAX } from './search-request.ts';

/** Tables grow by doubling: an eighth of the states fills them as far, and is soon found. */
const PART = 8;

const MEGABYTE = 1e6;

/** What a page's search may hold at its limit, in megabytes, counted on a recipe with more states than that. */
export function megabytesAtLimit(recipe: Recipe): number {
	const search = new Search(recipe, siteContent, { limits: { states: STATES_MAX / PART } });
	while (!search.advance());
	return Math.ceil((search.bytes * PART) / MEGABYTE);
}
