import type { Experiment } from '../named-experiments.ts';
import type { Recipe } from '../recipe.ts';
import { differences } from '../recipe.ts';
import type { Question } from './question.ts';

/** What a link or a citation is about. */
export interface Subject {
	/** The named experiment that the recipe is told as a change of; null for a recipe told from scratch. */
	readonly experiment: Pick<Experiment, 'name' | 'title' | 'recipe'> | null;
	readonly recipe: Recipe;
	/** What the recipe is compared with; null for nothing. `usualBase` unless somebody chose another. */
	readonly base: Recipe | null;
	readonly question: Question;
}

/** How a run is measured, and not what is measured: base and change have it alike. */
const measuring = ['seed', 'seeds', 'duration-ms'] as const;

/** What a recipe is compared with unless told: its experiment as it is, measured as the recipe; null if that is the same. */
export function usualBase({ experiment, recipe }: Pick<Subject, 'experiment' | 'recipe'>): Recipe | null {
	if (experiment === null) return null;
	const base = { ...experiment.recipe, ...Object.fromEntries(measuring.map((name) => [name, recipe[name]])) };
	return Object.keys(differences(recipe, base)).length === 0 ? null : base;
}
