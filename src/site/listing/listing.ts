import { diffArrays } from 'diff';
import { keyByName } from '../../experiment/keys.ts';
import { runnableModel } from '../../experiment/model.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import type { Turn } from '../../experiment/turn.ts';
import { siteContent } from '../content.ts';
import { type ByChoice, byChoice, chosen } from '../passage/by-choice.ts';
import { cutFunction } from './cut-function.ts';

/** One line: how it differs from the base text, its number in its file (none for a line taken away), its text. */
export type ListingLine = readonly [mark: ' ' | '+' | '-', number: number | null, text: string];

/** A function with the comment above it. */
export interface ListingPart {
	readonly file: string;
	readonly lines: readonly ListingLine[];
}

/**
 * Cuts functions out of a recipe's model, under each choice, the lines marked that differ from the base, which is the
 * era that needs no diff.
 *
 * @throws {Error} that lists the model's functions, if there is no such one under any choice.
 */
export function listingsOf(recipe: Recipe, turn: Turn, functions: readonly string[]): ByChoice<ListingPart[]> {
	const modelOf = (choice: string) => runnableModel(siteContent, { ...recipe, [turn.key]: choice });
	const models = byChoice(turn, modelOf);
	const base = modelOf(String(keyByName.get(turn.key)?.default));
	const known = new Set(Object.values(models).flatMap(({ program }) => [...program.functions.keys()]));
	const unknown = functions.find((name) => !known.has(name));
	if (unknown !== undefined) {
		throw new Error(`functions: there is no '${unknown}' in the model; there are ${[...known].join(', ')}.`);
	}
	return byChoice(turn, (choice) =>
		functions.flatMap((name) => {
			const cut = cutFunction(chosen(models, choice), name);
			return cut === null ? [] : [{ file: cut.file, lines: compare(cutFunction(base, name)?.lines ?? [], cut) }];
		}),
	);
}

function compare(base: readonly string[], cut: { lines: readonly string[]; firstLine: number }): ListingLine[] {
	let number = cut.firstLine;
	return diffArrays([...base], [...cut.lines]).flatMap(({ value, added, removed }) =>
		value.map((text): ListingLine => (removed ? ['-', null, text] : [added ? '+' : ' ', number++, text])),
	);
}
