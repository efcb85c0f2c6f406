import { prepare } from '../../experiment/prepare.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import { record } from '../../experiment/record.ts';
import { siteContent } from '../content.ts';
import { type ByPolicy, byPolicy } from '../policies.ts';
import { type Scene, sceneOf } from './scene.ts';

/** The stretch of a run that a figure shows, in ns. */
export interface Stretch {
	readonly from_ns: number;
	readonly to_ns: number;
}

/** What a figure shows of a recipe's first seed, under each policy. */
export function scenesOf(recipe: Recipe, { from_ns, to_ns }: Stretch): ByPolicy<Scene> {
	return byPolicy((policy) => {
		const { plan } = prepare({ ...recipe, policy }, siteContent);
		// What comes after the stretch is not drawn.
		return sceneOf(record({ ...plan, duration_ns: Math.min(plan.duration_ns, to_ns) }, from_ns, to_ns));
	});
}
