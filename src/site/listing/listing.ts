import { diffArrays } from 'diff';
import { runnableModel } from '../../experiment/model.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import { siteContent } from '../content.ts';
import { type ByPolicy, byPolicy } from '../policies.ts';
import { cutFunction } from './cut-function.ts';

/** One line: how it differs from the base policy, its number in its file (none for a line taken away), its text. */
export type ListingLine = readonly [mark: ' ' | '+' | '-', number: number | null, text: string];

/** A function with the comment above it. */
export interface ListingPart {
	readonly file: string;
	readonly lines: readonly ListingLine[];
}

/** What the policies' diffs are made against. */
const BASE = 'v4.20';

/**
 * Cuts functions out of a recipe's model, under each policy, the lines marked that differ from the base policy.
 *
 * @throws {Error} that lists the model's functions, if there is no such one under any policy.
 */
export function listingsOf(recipe: Recipe, functions: readonly string[]): ByPolicy<ListingPart[]> {
	const models = byPolicy((policy) => runnableModel(siteContent, { ...recipe, policy }));
	const known = new Set(Object.values(models).flatMap(({ program }) => [...program.functions.keys()]));
	const unknown = functions.find((name) => !known.has(name));
	if (unknown !== undefined) {
		throw new Error(`functions: there is no '${unknown}' in the model; there are ${[...known].join(', ')}.`);
	}
	return byPolicy((policy) =>
		functions.flatMap((name) => {
			const cut = cutFunction(models[policy], name);
			return cut === null
				? []
				: [{ file: cut.file, lines: compare(cutFunction(models[BASE], name)?.lines ?? [], cut) }];
		}),
	);
}

function compare(base: readonly string[], cut: { lines: readonly string[]; firstLine: number }): ListingLine[] {
	let number = cut.firstLine;
	return diffArrays([...base], [...cut.lines]).flatMap(({ value, added, removed }) =>
		value.map((text): ListingLine => (removed ? ['-', null, text] : [added ? '+' : ' ', number++, text])),
	);
}
