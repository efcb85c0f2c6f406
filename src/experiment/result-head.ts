import { engineVersion } from '../engine/engine-version.ts';
import type { Recipe } from './recipe.ts';

/** What every result begins with: what was asked, and of what. */
export interface ResultHead {
	/** Raised when a field changes its meaning or goes; new fields do not raise it. */
	readonly format: 1;
	/** Null if the recipe was not taken from a named experiment. */
	readonly experiment: string | null;
	readonly title: string | null;
	/** Every key, defaults included. */
	readonly recipe: Recipe;
	readonly engineVersion: string;
	/** 8 hexadecimal digits. */
	readonly modelDigest: string;
}

/** The named experiment that a recipe was taken from. */
export interface Origin {
	readonly name: string;
	readonly title: string;
}

/** @param experiment null if the recipe was not taken from one */
export function resultHead(experiment: Origin | null, recipe: Recipe, modelDigest: string): ResultHead {
	return {
		format: 1,
		experiment: experiment?.name ?? null,
		title: experiment?.title ?? null,
		recipe,
		engineVersion,
		modelDigest,
	};
}
