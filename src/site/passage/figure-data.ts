import type { Recipe } from '../../experiment/recipe.ts';
import { type ListingPart, listingsOf } from '../listing/listing.ts';
import { type ByPolicy, byPolicy } from '../policies.ts';
import { type Stretch, scenesOf } from './compute.ts';
import { resultOf } from './results.ts';
import type { Scene } from './scene.ts';

/** All that a figure needs to follow the switch without asking anybody. */
export interface FigureData {
	readonly scenes: ByPolicy<Scene>;
	/** Null for a figure without a listing. */
	readonly listings: ByPolicy<readonly ListingPart[]> | null;
	/** The threads that have a lane, in the order of the lanes. */
	readonly lanes: readonly number[];
	/** The recipe's first seed, which is the one shown. */
	readonly seed: number;
	/** Of the whole run, as the command line prints it. */
	readonly digests: ByPolicy<string>;
}

/** What an author asks of a figure. */
export interface FigureWishes {
	readonly stretch: Stretch;
	/** Names of threads; all unless told. */
	readonly lanes?: readonly string[] | undefined;
	/** Names of functions; an empty list is no listing. */
	readonly functions: readonly string[];
}

/**
 * Puts a figure's data together.
 *
 * @throws {Error} that lists what there is, if a thread or a function is not there.
 */
export function figureData(recipe: Recipe, { stretch, lanes, functions }: FigureWishes): FigureData {
	const scenes = scenesOf(recipe, stretch);
	const names = scenes['v4.20'].threads;
	return {
		scenes,
		listings: functions.length > 0 ? listingsOf(recipe, functions) : null,
		lanes: (lanes ?? names).map((name) => laneOf(name, names)),
		seed: recipe.seed,
		digests: byPolicy((policy) => resultOf({ ...recipe, policy }).digest),
	};
}

function laneOf(name: string, names: readonly string[]): number {
	const thread = names.indexOf(name);
	if (thread < 0) throw new Error(`lanes: there is no thread '${name}' in this run; there are ${names.join(', ')}.`);
	return thread;
}
