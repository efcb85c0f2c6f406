import type { ModelContent } from '../content.ts';
import { keyByName } from '../keys.ts';
import { differences, emptyRecipe, type Recipe } from '../recipe.ts';
import { validateRecipe } from '../validate-recipe.ts';
import { packText } from './packed-text.ts';
import type { LinkPromise } from './promise-of.ts';
import { type Subject, usualBase } from './subject.ts';
import { type TextPairs, writeLink } from './write-link.ts';

/** Before a key of what the recipe is compared with. */
const BASE_PREFIX = 'base.';

/**
 * The link to a subject, relative to the site's base: 'x/unlucky/#v=1&policy=rfc&of=victim&m=7788c65c&d=V'. It says
 * only what differs: from the experiment, or from a recipe with nobody in it; and of a base of one's own, from the recipe.
 *
 * @param content where a patch lands that the link need not carry
 */
export async function encodeLink(subject: Subject, promise: LinkPromise, content: ModelContent): Promise<string> {
	const { experiment, recipe, base, question } = subject;
	const usual = usualBase(subject);
	const chosen = base === null || (usual !== null && same(base, usual)) ? {} : told(base, recipe, content);
	const changes = [
		...(await pairsOf(told(recipe, experiment?.recipe ?? emptyRecipe, content), '')),
		...(await pairsOf(chosen, BASE_PREFIX)),
	];
	return writeLink({ experiment: experiment?.name ?? null, changes, question, promise });
}

/** What must be said of a recipe told as a change of another: no patch that is only the other's, landed in other eras. */
function told(recipe: Recipe, from: Recipe, content: ModelContent): Partial<Recipe> {
	const changes = differences(recipe, from);
	if (changes.patch === undefined || from.patch === '') return changes;
	const { patch: _, ...others } = changes;
	const read = validateRecipe(others, content, from).recipe;
	return read !== null && same(read, recipe) ? others : changes;
}

function same(one: Recipe, other: Recipe): boolean {
	return Object.keys(differences(one, other)).length === 0;
}

function pairsOf(changes: Partial<Recipe>, prefix: string): Promise<TextPairs> {
	return Promise.all(
		Object.entries(changes).map(async ([name, value]) => {
			const isPacked = keyByName.get(name)?.kind === 'diff' && value !== '';
			return [`${prefix}${name}`, isPacked ? await packText(String(value)) : String(value)] as const;
		}),
	);
}
