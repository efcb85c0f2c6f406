import type { Recipe } from '../../experiment/recipe.ts';
import { scenesOf } from '../passage/compute.ts';
import type { Scene } from '../passage/scene.ts';

/** Steps that a reader can tell apart in one picture; and so many of the victim's, whom it is about. */
const STEPS = 40;
const VICTIM_STEPS = 8;

/** The shortest stretch that is tried, in us. */
const FIRST_US = 100;

/** How much of a run's beginning makes a picture: as long as it takes to see so many steps; in us. */
export function openingStretch_us(recipe: Recipe): number {
	const turn = { key: 'policy', choices: [recipe.policy] } as const;
	const end_us = recipe['duration-ms'] * 1000;
	for (let to_us = FIRST_US; to_us < end_us; to_us *= 2) {
		const { [recipe.policy]: scene } = scenesOf(recipe, turn, { from_ns: 0, to_ns: to_us * 1000 });
		if (scene !== undefined && isEnough(scene)) return to_us;
	}
	return end_us;
}

function isEnough({ steps, threads }: Scene): boolean {
	const victim = threads.findIndex((name) => name.startsWith('victim'));
	const victims = steps.filter(([, thread]) => thread === victim).length;
	return steps.length >= STEPS && (victim < 0 || victims >= VICTIM_STEPS);
}
