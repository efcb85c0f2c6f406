import { suggest } from '../engine/c/suggest.ts';
import { checkThreads, checkValue, type Problem, showValue } from './check-value.ts';
import { eraNames, type ModelContent } from './content.ts';
import { eraFiles, erasText } from './eras.ts';
import { keyByName } from './keys.ts';
import { landPatch } from './patch/land-patch.ts';
import { PatchError } from './patch/patch-error.ts';
import { emptyRecipe, type Recipe } from './recipe.ts';

export type Validation =
	| { readonly recipe: Recipe; readonly problems: null }
	| { readonly recipe: null; readonly problems: readonly Problem[] };

/** More are not told: whoever mends these comes to the others. */
const PROBLEMS_MAX = 50;

/**
 * Reads a recipe from whatever a file, an option or a link holds. Keys left out take the value of `base`. Returns the
 * full recipe in canonical form, or the problems found, the first PROBLEMS_MAX at most.
 *
 * @param content says which eras there are
 */
export function validateRecipe(input: unknown, content: ModelContent, base: Recipe = emptyRecipe): Validation {
	if (typeof input !== 'object' || input === null || Array.isArray(input)) {
		return refuse([{ key: null, message: `found ${showValue(input)}, expected an object with a recipe's keys` }]);
	}
	const problems: Problem[] = [];
	const values: Record<string, unknown> = { ...base };
	for (const [name, value] of Object.entries(input)) {
		if (problems.length === PROBLEMS_MAX) break;
		const key = keyByName.get(name);
		if (key === undefined) {
			problems.push({ key: name, message: unknownKey(name) });
			continue;
		}
		const checked = checkValue(key, value, (kind) => eraNames(content, kind));
		if (checked.allowed === null) values[name] = checked.value;
		else problems.push({ key: name, message: `found ${showValue(value)}, expected ${checked.allowed}` });
	}
	if (problems.length > 0) return refuse(problems);
	const recipe = values as unknown as Recipe;
	const problem = checkThreads(recipe);
	return problem === null ? withCanonicalPatch(recipe, content) : refuse([problem]);
}

/** Lays the patch over the recipe's eras: it must land, and its text is made anew there. */
function withCanonicalPatch(recipe: Recipe, content: ModelContent): Validation {
	if (recipe.patch === '') return { recipe, problems: null };
	try {
		const { patch } = landPatch(recipe.patch, eraFiles(content, recipe), erasText(recipe));
		return { recipe: { ...recipe, patch }, problems: null };
	} catch (error) {
		if (error instanceof PatchError) return refuse([{ key: 'patch', message: error.message }]);
		throw error;
	}
}

/** Problems as lines for the reader; `prefix` goes before a key's name, as '--' does on the command line. */
export function problemLines(problems: readonly Problem[], prefix = ''): string[] {
	return problems.map(({ key, message }) => (key === null ? message : `${prefix}${key}: ${message}`));
}

function refuse(problems: readonly Problem[]): Validation {
	return { recipe: null, problems };
}

function unknownKey(name: string): string {
	const close = suggest(name, keyByName.keys());
	return close === null
		? `unknown key; the keys are ${[...keyByName.keys()].join(', ')}`
		: `unknown key; did you mean ${close}?`;
}
