import type { Fairness } from '../../engine/check/model.ts';
import type { CheckResult } from '../../experiment/check.ts';
import type { Recipe } from '../../experiment/recipe.ts';

/** What is to be searched: a named experiment with changes, or a recipe of one's own. */
export interface SearchRequest {
	/** Null if the changes are over the empty recipe. */
	readonly experiment: string | null;
	readonly changes: Partial<Recipe>;
	readonly fairness: Fairness;
	/** The search ends as soon as it has found more states than this. */
	readonly statesMax: number;
}

/** How far a search is. */
export interface SearchProgress {
	readonly phase: 'explores' | 'judges';
	readonly states: number;
	/** States found and not yet expanded. */
	readonly frontier: number;
	/** Steps between the states. */
	readonly transitions: number;
	/** What the states take, in bytes. */
	readonly bytes: number;
}

/** How a search ended: judged, all states known or cut off at its limit; or stopped, and nothing judged. */
export type SearchEnd =
	| { readonly ended: 'complete' | 'limit'; readonly result: CheckResult }
	| { readonly ended: 'stopped'; readonly progress: SearchProgress };

/** What the page tells the worker. */
export type SearchOrder = { readonly order: 'search'; readonly request: SearchRequest } | { readonly order: 'stop' };

/** What the worker tells the page. */
export type SearchReport =
	| { readonly report: 'progress'; readonly progress: SearchProgress }
	| { readonly report: 'end'; readonly end: SearchEnd }
	| { readonly report: 'failed'; readonly why: 'refused' | 'memory'; readonly message: string };

/** Of a page's search: what a browser's tab can hold while properties are judged, too. */
export const STATES_MAX = 2_000_000;
