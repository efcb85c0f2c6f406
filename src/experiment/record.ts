import type { Place } from '../engine/c/source.ts';
import { type Simulation, simulate } from '../engine/simulate/simulate.ts';
import { type LockQueue, queuesAt } from './queues-at.ts';
import { castOf, type NamedPlan } from './record-cast.ts';
import { wordsOfStep } from './words-of-step.ts';

/** One step of a run, with the state right after it. */
export interface Frame {
	readonly time_ns: number;
	/** Who took the step. */
	readonly thread: number;
	/** What it did, as a sentence without its subject. */
	readonly words: string;
	/** Per thread, where it stands now: its call chain, outermost first. */
	readonly positions: readonly (readonly Place[])[];
	/** Who holds and who queues now. */
	readonly queues: readonly LockQueue[];
}

/** A thread does one thing from here to there; `activity` is its number in `activities`. */
export interface Segment {
	readonly thread: number;
	readonly from_ns: number;
	readonly to_ns: number;
	readonly activity: number;
}

/** The fault of a thread was sent round again, for the `retries`-th time. */
export interface Retry {
	readonly thread: number;
	readonly time_ns: number;
	readonly retries: number;
}

/** A stretch of a run, in full. */
export interface Recording {
	readonly threads: readonly { readonly name: string; readonly actor: string }[];
	readonly from_ns: number;
	readonly to_ns: number;
	readonly frames: readonly Frame[];
	/** By thread, then by time; they cover the stretch without a gap. */
	readonly segments: readonly Segment[];
	readonly retries: readonly Retry[];
	/** The whole run, from 0 to the plan's end. */
	readonly simulation: Simulation;
}

/** Runs a plan whole, and keeps what happened between two times (ns). */
export function record(plan: NamedPlan, from_ns: number, to_ns: number): Recording {
	const cast = castOf(plan);
	const frames: Frame[] = [];
	const retries: Retry[] = [];
	const changes = plan.threads.map(() => [{ time_ns: 0, activity: 0 }]);
	const before = new Int32Array(cast.shape.cellCount);
	before.set(plan.tables.entries);

	const simulation = simulate(plan, {
		step(time_ns, thread, node, result, cells) {
			if (time_ns > to_ns) return;
			if (time_ns >= from_ns) {
				frames.push({
					time_ns,
					thread,
					words: wordsOfStep(cast, { thread, node, result, before, after: cells }),
					positions: plan.threads.map((_, other) => plan.tables.positions[cells[other] as number] ?? []),
					queues: queuesAt(cast.shape, cells),
				});
			}
			before.set(cells);
		},
		activity(time_ns, thread, activity) {
			if (time_ns <= to_ns) changes[thread]?.push({ time_ns, activity });
		},
		retry(time_ns, thread, count) {
			if (time_ns >= from_ns && time_ns <= to_ns) retries.push({ thread, time_ns, retries: count });
		},
	});

	return {
		threads: plan.threads.map(({ name, actor }) => ({ name, actor })),
		from_ns,
		to_ns,
		frames,
		segments: changes.flatMap((list, thread) => segmentsOf(list, thread, from_ns, to_ns)),
		retries,
		simulation,
	};
}

/** Cuts a thread's changes of activity to the stretch; what lasts no time is left out. */
function segmentsOf(
	changes: readonly { time_ns: number; activity: number }[],
	thread: number,
	from_ns: number,
	to_ns: number,
): Segment[] {
	return changes
		.map(({ time_ns, activity }, index) => ({
			thread,
			activity,
			from_ns: Math.max(time_ns, from_ns),
			to_ns: Math.min(changes[index + 1]?.time_ns ?? to_ns, to_ns),
		}))
		.filter((segment) => segment.to_ns > segment.from_ns);
}
