import { differences, emptyRecipe, type Recipe } from '../../src/experiment/recipe.ts';

/** A text and the recipe that it is read with: a line of JSON above it, so that one file holds both. */
export interface Headed {
	readonly recipe: Recipe;
	readonly text: string;
}

/** Both in one text. */
export function withHead({ recipe, text }: Headed): string {
	return `${JSON.stringify(differences(recipe, emptyRecipe))}\n${text}`;
}

/** Both again. */
export function readHeaded(headed: string): Headed {
	const end = headed.indexOf('\n');
	return { recipe: { ...emptyRecipe, ...JSON.parse(headed.slice(0, end)) }, text: headed.slice(end + 1) };
}
