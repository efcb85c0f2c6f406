import type { Experiment } from '../../experiment/named-experiments.ts';
import type { Recipe } from '../../experiment/recipe.ts';

/**
 * The recipe of an experiment, turned to a choice.
 *
 * @throws {Error} that lists the choices, if this is none of them.
 */
export function recipeUnder({ name, recipe, turn: { key, choices } }: Experiment, choice: string): Recipe {
	if (choices.includes(choice)) return { ...recipe, [key]: choice };
	throw new Error(`experiment '${name}': '${choice}' is no choice of its ${key}; these are: ${choices.join(', ')}.`);
}
