import { keys } from '../../experiment/keys.ts';
import type { Experiment } from '../../experiment/named-experiments.ts';
import { canonicalText, type Recipe } from '../../experiment/recipe.ts';
import { sitePath } from '../path.ts';
import { linkToRun } from './link-to.ts';

/** One of a figure's runs: in what it differs from the figure's others, where it is cited, and where it can be turned. */
interface CitedRun {
	readonly words: string;
	readonly address: string;
	readonly laboratory: string;
}

/** A figure's runs, each once. */
export function citedRuns(experiment: Experiment, recipes: readonly Recipe[]): Promise<CitedRun[]> {
	const all = [...new Map(recipes.map((recipe) => [canonicalText(recipe), recipe])).values()];
	const [first] = all;
	const varied = keys.filter(({ name }) => all.some((recipe) => recipe[name] !== first?.[name]));
	return Promise.all(
		all.map(async (recipe) => {
			const link = await linkToRun(experiment, recipe);
			return {
				words: varied.map(({ name }) => `${name} ${recipe[name]}`).join(', '),
				address: sitePath(`/${link}`),
				laboratory: sitePath(`/lab/#${link}`),
			};
		}),
	);
}
