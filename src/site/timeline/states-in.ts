import type { Pictures } from '../passage/figure-data.ts';
import { stateOf } from './geometry.ts';

/** The names of the states that a figure's lanes show under any policy, so that a legend fits all of them. */
export function statesIn({ scenes }: Pictures, lanes: readonly number[]): string[] {
	const shown = Object.values(scenes).flatMap(({ segments }) => segments.filter(([thread]) => lanes.includes(thread)));
	return [...new Set(shown.map(([, activity]) => stateOf(activity).name))];
}
