import type { Way, WayStep } from '../../experiment/schedule/shortest-way.ts';

/** A way, and how many of its steps have been done; the loop goes round and round. */
export interface Walk {
	readonly way: Way;
	readonly done: number;
}

/** The next steps of a walk, up to so many. */
export function nextSteps({ way: { stem, loop }, done }: Walk, count: number): WayStep[] {
	return Array.from({ length: count }, (_, ahead) => {
		const at = done + ahead;
		return stem[at] ?? loop[(at - stem.length) % loop.length];
	}).filter((step) => step !== undefined);
}

/** The walk after a step: null if the step leaves the way. */
export function walkOn(walk: Walk, thread: number): Walk | null {
	const [next] = nextSteps(walk, 1);
	return next?.number === thread ? { ...walk, done: walk.done + 1 } : null;
}

/** The walk one step back: null before its first step. */
export function walkBack(walk: Walk): Walk | null {
	return walk.done === 0 ? null : { ...walk, done: walk.done - 1 };
}

/** Where on its way a walk is, as a sentence. */
export function walkWords({ way: { verdict, stem, loop, states }, done }: Walk): string {
	if (verdict === 'UNKNOWN') return `The search ended at its limit of ${many(states)} states, and says neither.`;
	if (verdict === 'HOLDS') {
		return `There is none: HOLDS. From here the victim gets its page, with a fair scheduler, in whatever order they run (${many(states)} states).`;
	}
	if (loop.length === 0) return `The shortest way: ${stem.length - done} steps, and nobody can run any more.`;
	if (stem.length + done === 0) return `You are in it: ${loop.length} steps from here can be repeated for ever.`;
	if (done < stem.length) {
		const left = stem.length - done;
		return `The shortest way: ${left} ${left === 1 ? 'step' : 'steps'}, then ${loop.length} that can be repeated for ever.`;
	}
	return `In the loop: step ${((done - stem.length) % loop.length) + 1} of ${loop.length}, over and over, for ever.`;
}

const many = (count: number): string => count.toLocaleString('en-US');
