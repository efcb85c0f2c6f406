import { Search } from '../../src/experiment/check.ts';
import type { ModelContent } from '../../src/experiment/content.ts';
import { compilerOptions } from '../../src/experiment/promela/head-text.ts';
import { promelaOf } from '../../src/experiment/promela/promela.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';
import { threadsOf } from '../../src/experiment/threads.ts';
import { compile, type Folder, generate, inFolder, search } from '../spin/spin.ts';
import { milliseconds } from './measure.ts';

/** How long one checker takes; times in seconds. */
export interface Timing {
	/** From the recipe to the answer on every property. */
	readonly answer_s: number;
	/** The search for all states alone, without reduction. */
	readonly search_s: number;
}

/** Both checkers' times for the same recipe, one after the other. */
export interface SpinTiming {
	readonly spins: Timing;
	readonly ours: Timing;
}

/**
 * Times spin and our checker on a recipe. Spin's answer is written, generated, compiled and run, with partial-order
 * reduction, as its users do by default.
 *
 * @throws as `promelaOf` does; Error if spin is not there, fails, is cut off, or finds other states than ours
 */
export function timeSpin(recipe: Recipe, content: ModelContent): SpinTiming {
	// Once unmeasured, so that our code is compiled, as spin's is.
	timeOurs(recipe, content);
	const { states, ...ours } = timeOurs(recipe, content);
	const answer_s = seconds(() => answerBySpin(recipe, content));
	const found = allBySpin(recipe, content);
	if (found.states !== states) throw new Error(`spin finds ${found.states} states where ours finds ${states}`);
	return { ours, spins: { answer_s, search_s: found.search_s } };
}

function answerBySpin(recipe: Recipe, content: ModelContent): void {
	const { text, claims } = promelaOf(recipe, content, { command: 'npm run bench' });
	inFolder(text, (folder) => {
		generate(folder);
		const options = optionsFor(recipe).replace('-DNOREDUCE', '').trim();
		compileSafety(folder, options);
		search(folder, 'safety', ['-c0']);
		if (claims.length > 0) compile(folder, 'progress', options);
		for (const { name } of claims) search(folder, 'progress', ['-a', '-f', '-E', '-A', '-N', name]);
	});
}

function allBySpin(recipe: Recipe, content: ModelContent) {
	return inFolder(promelaOf(recipe, content, { command: 'npm run bench' }).text, (folder) => {
		generate(folder);
		compileSafety(folder, optionsFor(recipe));
		return search(folder, 'safety', ['-c0']);
	});
}

const optionsFor = (recipe: Recipe) => `-O2 ${compilerOptions(threadsOf(recipe).length)}`;

function compileSafety(folder: Folder, options: string): void {
	compile(folder, 'safety', `${options} -DSAFETY -DNOCLAIM`);
}

function timeOurs(recipe: Recipe, content: ModelContent): Timing & { readonly states: number } {
	let search_s = 0;
	let states = 0;
	const answer_s = seconds(() => {
		const search = new Search(recipe, content);
		search_s = seconds(() => {
			while (!search.advance());
		});
		states = search.result().states;
	});
	return { answer_s, search_s, states };
}

const seconds = (work: () => void): number => milliseconds(work) / 1000;
