import type { Scene } from '../passage/scene.ts';

/** A stretch in which a thread does one thing in this run, and another, or nothing, in the run beside it. */
export interface DifferingStretch {
	/** Of this run. */
	readonly thread: number;
	readonly from_ns: number;
	readonly to_ns: number;
}

/** Where threads of one name do different things in two runs; stretches that touch are one. */
export function differingStretches(one: Scene, other: Scene): DifferingStretch[] {
	return one.threads.flatMap((name, thread) => {
		const theirs = segmentsOf(other, other.threads.indexOf(name));
		const all: DifferingStretch[] = [];
		for (const [, activity, from_ns, to_ns] of segmentsOf(one, thread)) {
			for (const stretch of without(
				from_ns,
				to_ns,
				theirs.filter(([, theirActivity]) => theirActivity === activity),
			)) {
				const last = all.at(-1);
				if (last?.to_ns === stretch.from_ns) all[all.length - 1] = { ...last, to_ns: stretch.to_ns };
				else all.push({ thread, ...stretch });
			}
		}
		return all;
	});
}

/** When two runs part (ns): the time of the first step that is not the same in both; null if there is none. */
export function partingOf(one: Scene, other: Scene): number | null {
	const count = Math.max(one.steps.length, other.steps.length);
	for (let index = 0; index < count; index++) {
		const [mine, theirs] = [stepText(one, index), stepText(other, index)];
		if (mine.text !== theirs.text) return Math.min(mine.time_ns, theirs.time_ns);
	}
	return null;
}

type Segment = Scene['segments'][number];

function segmentsOf({ segments }: Scene, thread: number): Segment[] {
	return segments.filter(([who]) => who === thread);
}

/** What is left of a stretch where none of these segments, in the order of time, is. */
function without(from_ns: number, to_ns: number, segments: readonly Segment[]) {
	const left: { from_ns: number; to_ns: number }[] = [];
	let at_ns = from_ns;
	for (const [, , start_ns, end_ns] of segments) {
		if (end_ns <= at_ns || start_ns >= to_ns) continue;
		if (start_ns > at_ns) left.push({ from_ns: at_ns, to_ns: start_ns });
		at_ns = end_ns;
	}
	if (at_ns < to_ns) left.push({ from_ns: at_ns, to_ns });
	return left;
}

function stepText({ steps, threads, words }: Scene, index: number): { time_ns: number; text: string } {
	const step = steps[index];
	if (step === undefined) return { time_ns: Number.POSITIVE_INFINITY, text: '' };
	const [time_ns, thread, word] = step;
	return { time_ns, text: `${time_ns} ${threads[thread]} ${words[word]}` };
}
