import type { Recipe } from '../../experiment/recipe.ts';

/** Which seeds a table's runs had and how long they were, as a caption says it. */
export function seedsText(recipe: Pick<Recipe, 'seed' | 'seeds' | 'duration-ms'>): string {
	const { seed, seeds, 'duration-ms': duration_ms } = recipe;
	const each = `${duration_ms} ms of model time${seeds === 1 ? '' : ' each'}`;
	if (seeds === 1) return `seed ${seed}, ${each}`;
	return `seeds ${seed} to ${seed + seeds - 1}, ${each}; means over the seeds with their 95 % intervals`;
}

/** As much of that as a caption says; the settings have the rest. */
export function captionSeeds({ seed, seeds }: Pick<Recipe, 'seed' | 'seeds'>): string {
	return seeds === 1 ? `seed ${seed}` : `${seeds} seeds`;
}
