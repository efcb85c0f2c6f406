import {
	type ChoiceKey,
	type DiffKey,
	type EraKey,
	type KeyName,
	keyByName,
	keys,
	type TimeKey,
	type WholeKey,
} from './keys.ts';
import type { Time } from './time.ts';

/** What is run, in full: a value for every key. Two equal recipes give equal results on the same model and engine. */
export type Recipe = Readonly<
	Record<EraKey, string> &
		Record<ChoiceKey, string> &
		Record<WholeKey, number> &
		Record<TimeKey, Time> &
		Record<DiffKey, string>
>;

/** Every key at its default: nobody is there yet. */
export const emptyRecipe = Object.fromEntries(keys.map((key) => [key.name, key.default])) as unknown as Recipe;

/** What differs from another recipe, in the keys' order. */
export function differences(recipe: Recipe, from: Recipe): Partial<Recipe> {
	const names = keys.map(({ name }) => name).filter((name) => recipe[name] !== from[name]);
	return Object.fromEntries(names.map((name) => [name, recipe[name]]));
}

/**
 * The one text of a recipe: JSON without spaces, all keys, in their order. Made for digests: a patch that is not there
 * is left out, as it was before recipes had one.
 */
export function canonicalText(recipe: Recipe): string {
	const told = keys.filter(({ kind, name }) => kind !== 'diff' || recipe[name] !== '');
	return JSON.stringify(Object.fromEntries(told.map(({ name }) => [name, recipe[name]])));
}

/**
 * The options of the command line that turn one recipe into another, as in '--policy rfc --seed 7'.
 *
 * @param patchFile the file that holds the recipe's patch, which is too long for a command line
 */
export function optionsText(changes: Partial<Recipe>, patchFile = 'FILE'): string {
	return Object.entries(changes)
		.map(([name, value]) => `--${name} ${keyByName.get(name)?.kind === 'diff' ? patchFile : value}`)
		.join(' ');
}

/**
 * Reads the text of an option or of a link into what JSON would hold: digits become a number where the key wants one.
 * Judges nothing; `validateRecipe` does.
 */
export function valueFromText(name: KeyName, text: string): number | string {
	const kind = keyByName.get(name)?.kind;
	return (kind === 'whole' || kind === 'time') && /^-?\d+$/.test(text) ? Number(text) : text;
}
