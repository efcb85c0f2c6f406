import type { Recipe } from '../../experiment/recipe.ts';
import { scenesOf } from '../passage/compute.ts';

/** Steps that a reader can tell apart in one picture. */
const STEPS = 40;

/** The shortest stretch that is tried, in us. */
const FIRST_US = 125;

/** How much of a run's beginning makes a picture: as long as it takes to see some forty steps; in us. */
export function openingStretch_us(recipe: Recipe): number {
	const turn = { key: 'policy', choices: [recipe.policy] } as const;
	const end_us = recipe['duration-ms'] * 1000;
	for (let to_us = FIRST_US; to_us < end_us; to_us *= 2) {
		const { [recipe.policy]: scene } = scenesOf(recipe, turn, { from_ns: 0, to_ns: to_us * 1000 });
		if ((scene?.steps.length ?? 0) >= STEPS) return to_us;
	}
	return end_us;
}
