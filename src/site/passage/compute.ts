import { prepare } from '../../experiment/prepare.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import { record } from '../../experiment/record.ts';
import type { Turn } from '../../experiment/turn.ts';
import { siteContent } from '../content.ts';
import { type ByChoice, byChoice } from './by-choice.ts';
import { type Scene, sceneOf } from './scene.ts';

/** The stretch of a run that a figure shows, in ns. */
export interface Stretch {
	readonly from_ns: number;
	readonly to_ns: number;
}

/** What a figure shows of a recipe's first seed, under each choice. */
export function scenesOf(recipe: Recipe, turn: Turn, { from_ns, to_ns }: Stretch): ByChoice<Scene> {
	return byChoice(turn, (choice) => {
		const { plan, model } = prepare({ ...recipe, [turn.key]: choice }, siteContent);
		// What comes after the stretch is not drawn.
		return sceneOf(record({ ...plan, duration_ns: Math.min(plan.duration_ns, to_ns) }, from_ns, to_ns), model.files);
	});
}
