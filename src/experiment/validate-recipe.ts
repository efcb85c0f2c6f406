import { suggest } from '../engine/c/suggest.ts';
import { eraNames, type ModelContent } from './content.ts';
import { eraFiles, erasText } from './eras.ts';
import { type Key, keyByName, keys, THREADS_MAX } from './keys.ts';
import { landPatch } from './patch/land-patch.ts';
import { PATCH_LIMITS } from './patch/limits.ts';
import { PatchError } from './patch/patch-error.ts';
import { emptyRecipe, type Recipe } from './recipe.ts';
import { formatTime, parseTime, TIME_FORMS } from './time.ts';

/** What is wrong with a recipe: what was found, what is allowed, what to do. */
export interface Problem {
	/** The key meant, null if it is the recipe as a whole. */
	readonly key: string | null;
	readonly message: string;
}

export type Validation =
	| { readonly recipe: Recipe; readonly problems: null }
	| { readonly recipe: null; readonly problems: readonly Problem[] };

/**
 * Reads a recipe from whatever a file, an option or a link holds. Keys left out take the value of `base`. Returns the
 * full recipe in canonical form, or every problem found.
 *
 * @param content says which eras there are
 */
export function validateRecipe(input: unknown, content: ModelContent, base: Recipe = emptyRecipe): Validation {
	if (typeof input !== 'object' || input === null || Array.isArray(input)) {
		return refuse([{ key: null, message: `found ${show(input)}, expected an object with a recipe's keys` }]);
	}
	const problems: Problem[] = [];
	const values: Record<string, unknown> = { ...base };
	for (const [name, value] of Object.entries(input)) {
		const key = keyByName.get(name);
		if (key === undefined) {
			problems.push({ key: name, message: unknownKey(name) });
			continue;
		}
		const checked = check(key, value, content);
		if (checked.allowed === null) values[name] = checked.value;
		else problems.push({ key: name, message: `found ${show(value)}, expected ${checked.allowed}` });
	}
	if (problems.length > 0) return refuse(problems);
	const recipe = values as unknown as Recipe;
	const problem = countThreads(recipe);
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

type Checked = { readonly value: unknown; readonly allowed: null } | { readonly allowed: string };

/** The value in canonical form, or what is allowed instead. */
function check(key: Key, value: unknown, content: ModelContent): Checked {
	switch (key.kind) {
		case 'era':
		case 'choice': {
			const names = key.kind === 'choice' ? key.choices : eraNames(content, key.name);
			return typeof value === 'string' && names.includes(value)
				? { value, allowed: null }
				: { allowed: oneOf(names, value) };
		}
		case 'whole': {
			const { min, max } = key;
			if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max)
				return { value, allowed: null };
			return { allowed: `a whole number from ${min} to ${max}` };
		}
		case 'time': {
			const duration = parseTime(value);
			return duration === null ? { allowed: TIME_FORMS } : { value: formatTime(duration), allowed: null };
		}
		case 'diff':
			return typeof value === 'string' && value.length <= PATCH_LIMITS.characters
				? { value, allowed: null }
				: { allowed: `the text of a unified diff, at most ${PATCH_LIMITS.characters} characters` };
	}
}

function oneOf(names: readonly string[], value: unknown): string {
	const close = typeof value === 'string' ? suggest(value, names) : null;
	return close === null ? `one of ${names.join(', ')}` : `one of ${names.join(', ')}; did you mean ${close}?`;
}

function countThreads(recipe: Recipe): Problem | null {
	const counts = keys.filter(({ group }) => group === 'threads').map(({ name }) => name);
	const total = counts.reduce((sum, name) => sum + Number(recipe[name]), 0);
	if (total === 0)
		return { key: null, message: `found no threads, expected at least 1; set one of ${counts.join(', ')}` };
	const senders = (['killers', 'signallers'] as const).find((name) => recipe[name] > 0);
	if (senders !== undefined && recipe.victims === 0) {
		return { key: senders, message: `found ${recipe[senders]}, but no victim to send a signal to; set victims` };
	}
	if (total <= THREADS_MAX) return null;
	return { key: null, message: `found ${total} threads in all, expected at most ${THREADS_MAX}; ask for fewer` };
}

/** A value as the reader wrote it, cut where it gets long. */
function show(value: unknown): string {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
