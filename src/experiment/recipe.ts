import { type ChoiceKey, type EraKey, type KeyName, keyByName, keys, type TimeKey, type WholeKey } from './keys.ts';
import type { Time } from './time.ts';

/** What is run, in full: a value for every key. Two equal recipes give equal results on the same model and engine. */
export type Recipe = Readonly<
	Record<EraKey, string> & Record<ChoiceKey, string> & Record<WholeKey, number> & Record<TimeKey, Time>
>;

/** Every key at its default: nobody is there yet. */
export const emptyRecipe = Object.fromEntries(keys.map((key) => [key.name, key.default])) as unknown as Recipe;

/** What differs from another recipe, in the keys' order. */
export function differences(recipe: Recipe, from: Recipe): Partial<Recipe> {
	const names = keys.map(({ name }) => name).filter((name) => recipe[name] !== from[name]);
	return Object.fromEntries(names.map((name) => [name, recipe[name]]));
}

/** The one text of a recipe: JSON without spaces, all keys, in their order. Made for digests. */
export function canonicalText(recipe: Recipe): string {
	return JSON.stringify(Object.fromEntries(keys.map(({ name }) => [name, recipe[name]])));
}

/** The options of the command line that turn one recipe into another, as in '--policy rfc --seed 7'. */
export function optionsText(changes: Partial<Recipe>): string {
	return Object.entries(changes)
		.map(([name, value]) => `--${name} ${value}`)
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
