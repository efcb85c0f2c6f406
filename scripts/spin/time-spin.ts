import { performance } from 'node:perf_hooks';
import { Search } from '../../src/experiment/check.ts';
import type { ModelContent } from '../../src/experiment/content.ts';
import { compilerOptions } from '../../src/experiment/promela/head-text.ts';
import { promelaOf } from '../../src/experiment/promela/promela.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';
import { threadsOf } from '../../src/experiment/threads.ts';
import { compile, generate, inFolder, search } from './spin.ts';

/** How long one way of asking takes; times in seconds. */
export interface Timing {
	/** Where spin leaves steps out, fewer than all. */
	readonly states: number;
	/** From the recipe to the answer, everything included. */
	readonly answer_s: number;
	/** The search for all states alone. */
	readonly search_s: number;
	readonly statesPerSecond: number;
}

/** Spin's and our time for the same recipe, taken in one run. */
export interface SpinTiming {
	/** Without and with partial-order reduction. */
	readonly unreduced: Timing;
	readonly reduced: Timing;
	readonly ours: Timing;
	/** How often our answer comes in the time of spin's faster one. */
	readonly ratio: number;
}

/**
 * Times spin (write, generate, compile, run: all states, then one claim after the other) and our checker on a recipe.
 *
 * @throws as `promelaOf` does; Error if spin is not there, fails, or is cut off
 */
export function timeSpin(recipe: Recipe, content: ModelContent): SpinTiming {
	// Once unmeasured, so that our code is compiled, as spin's is.
	timeOurs(recipe, content);
	const ours = timeOurs(recipe, content);
	const options = compilerOptions(threadsOf(recipe).length);
	const unreduced = timeSearch(recipe, content, `-O2 ${options}`);
	const reduced = timeSearch(recipe, content, `-O2 ${options.replace('-DNOREDUCE', '')}`.trim());
	return { unreduced, reduced, ours, ratio: Math.min(unreduced.answer_s, reduced.answer_s) / ours.answer_s };
}

function timeSearch(recipe: Recipe, content: ModelContent, options: string): Timing {
	const began_ms = performance.now();
	const { text, claims } = promelaOf(recipe, content, { command: 'scripts/compare-with-spin.ts --time' });
	return inFolder(text, (folder) => {
		generate(folder);
		compile(folder, 'safety', `${options} -DSAFETY -DNOCLAIM`);
		const { states, search_s } = search(folder, 'safety', ['-c0']);
		if (claims.length > 0) compile(folder, 'progress', options);
		for (const { name } of claims) search(folder, 'progress', ['-a', '-f', '-E', '-A', '-N', name]);
		return timing(states, began_ms, search_s);
	});
}

function timeOurs(recipe: Recipe, content: ModelContent): Timing {
	const began_ms = performance.now();
	const search = new Search(recipe, content);
	const searching_ms = performance.now();
	while (!search.advance());
	const search_s = (performance.now() - searching_ms) / 1000;
	return timing(search.result().states, began_ms, search_s);
}

function timing(states: number, began_ms: number, search_s: number): Timing {
	const answer_s = (performance.now() - began_ms) / 1000;
	return { states, answer_s, search_s, statesPerSecond: states / search_s };
}
