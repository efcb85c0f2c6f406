import { ticks } from 'd3-array';
import { activities } from '../../engine/simulate/activity.ts';
import type { Scene } from '../passage/scene.ts';
import { type ThreadState, threadStates } from '../thread-states.ts';

/** The heights of a timeline's parts, in CSS pixels. */
export const heights = { label: 22, bar: 20, gap: 16, axis: 26 } as const;

/** The top of a lane, of its bar, and the whole drawing's height, for so many lanes. */
export const laneTop = (lane: number): number => lane * (heights.label + heights.bar + heights.gap);
export const barTop = (lane: number): number => laneTop(lane) + heights.label;
export const drawingHeight = (lanes: number): number => laneTop(lanes) + heights.axis;

/** Where a time stands across the drawing, in per cent with a hundredth of precision: 1/10 pixel of a wide figure. */
export function across(time_ns: number, { from_ns, to_ns }: Pick<Scene, 'from_ns' | 'to_ns'>): number {
	return Math.round(((time_ns - from_ns) / (to_ns - from_ns)) * 10_000) / 100;
}

/** The times (ns) at which the axis has a tick. */
export function axisTicks({ from_ns, to_ns }: Pick<Scene, 'from_ns' | 'to_ns'>): number[] {
	return ticks(from_ns / 1000, to_ns / 1000, 4).map((time_us) => time_us * 1000);
}

/** How a thread's activity is drawn. */
export function stateOf(activity: number): ThreadState {
	const words = activities[activity];
	const state = threadStates.find((one) => one.words === words);
	if (state === undefined) throw new Error(`Activity ${activity}, '${words}', is not drawn; add it to threadStates.`);
	return state;
}

/** Numbers closer to each other than this, in per cent of the width, would touch on a phone. */
const NUMBER_ROOM = 5;

/** The retries of a thread: where each stands, and whether its number has room. */
export function retryMarks(scene: Scene, thread: number): { at: number; retries: number; numbered: boolean }[] {
	let last = Number.NEGATIVE_INFINITY;
	return scene.retries
		.filter(([who]) => who === thread)
		.map(([, time_ns, retries]) => {
			const at = across(time_ns, scene);
			const numbered = at - last >= NUMBER_ROOM;
			if (numbered) last = at;
			return { at, retries, numbered };
		});
}
