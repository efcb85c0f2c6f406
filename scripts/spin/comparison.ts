import { check } from '../../src/experiment/check.ts';
import type { ModelContent } from '../../src/experiment/content.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';
import { judgeBySpin } from './judge-by-spin.ts';

/** Our answer and spin's, side by side. */
export interface Side {
	readonly states: number;
	readonly transitions: number;
	/** Names of the violated properties, sorted. */
	readonly violated: readonly string[];
}

/** One recipe, checked by both. */
export interface Comparison {
	readonly ours: Side;
	readonly spins: Side;
	readonly isEqual: boolean;
}

/** Checks a recipe with our checker and with spin. Throws as `judgeBySpin` does. */
export function compareWithSpin(recipe: Recipe, content: ModelContent): Comparison {
	const { states, transitions, properties } = check(recipe, content);
	const unknown = properties.filter(({ verdict }) => verdict === 'UNKNOWN').map(({ name }) => name);
	if (unknown.length > 0) throw new Error(`our checker says UNKNOWN of ${unknown.join(', ')}; ask for fewer threads`);
	const violated = properties.filter(({ verdict }) => verdict === 'VIOLATED').map(({ name }) => name);
	const ours = { states, transitions, violated: violated.sort() };
	const spin = judgeBySpin(recipe, content);
	const spins = { ...spin, violated: [...spin.violated].sort() };
	return { ours, spins, isEqual: JSON.stringify(ours) === JSON.stringify(spins) };
}
