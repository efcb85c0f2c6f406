import type { Place, SourceFile } from '../../engine/c/source.ts';
import type { LockQueue } from '../../experiment/queues-at.ts';
import type { Recording } from '../../experiment/record.ts';
import { codeAt } from '../timeline/code-at.ts';

/** What a figure shows of one run: a recording in which repeated texts stand once, light enough to travel in a page. */
export interface Scene {
	readonly from_ns: number;
	readonly to_ns: number;
	readonly threads: readonly string[];
	/** Thread, activity, from and to (ns). */
	readonly segments: readonly (readonly [thread: number, activity: number, from_ns: number, to_ns: number])[];
	/** Thread, time (ns) and the how-manieth retry of its fault it is. */
	readonly retries: readonly (readonly [thread: number, time_ns: number, retries: number])[];
	readonly steps: readonly SceneStep[];
	/** What a step did. */
	readonly words: readonly string[];
	/** Who holds and who queues. */
	readonly queues: readonly (readonly LockQueue[])[];
	/** Where a thread stands, outermost call first, each as 'mm/filemap.c:24'. */
	readonly chains: readonly (readonly string[])[];
	/** The C of the lines at which a thread stands after its own step, by such a name; empty if that was not wanted. */
	readonly code: Readonly<Record<string, string>>;
}

/** Time (ns) and thread, then places in `words` and `queues`, and for each thread one in `chains`. */
export type SceneStep = readonly [
	time_ns: number,
	thread: number,
	words: number,
	queues: number,
	chains: readonly number[],
];

/** Packs a recording, with the C of the lines that its threads come to, as far as these files have it. */
export function sceneOf(recording: Recording, files: readonly SourceFile[] = []): Scene {
	const words = interner<string>();
	const queues = interner<readonly LockQueue[]>();
	const chains = interner<readonly string[]>();
	const steps = recording.frames.map(
		(frame): SceneStep => [
			frame.time_ns,
			frame.thread,
			words.number(frame.words),
			queues.number(frame.queues),
			frame.positions.map((chain) => chains.number(chain.map(nameOf))),
		],
	);
	return {
		from_ns: recording.from_ns,
		to_ns: recording.to_ns,
		threads: recording.threads.map(({ name }) => name),
		segments: recording.segments.map(({ thread, activity, from_ns, to_ns }) => [thread, activity, from_ns, to_ns]),
		retries: recording.retries.map(({ thread, time_ns, retries }) => [thread, time_ns, retries]),
		steps,
		words: words.things,
		queues: queues.things,
		chains: chains.things,
		code: codeOf(recording, files),
	};
}

const nameOf = ({ file, line }: Place): string => `${file}:${line}`;

function codeOf({ frames }: Recording, files: readonly SourceFile[]): Record<string, string> {
	const places = frames.flatMap(({ thread, positions }) => positions[thread]?.at(-1) ?? []);
	const placed = new Map(places.map((place) => [nameOf(place), place]));
	return Object.fromEntries([...placed].map(([name, place]) => [name, codeAt(files, place)]));
}

/** The number of the step that stands at a time: the last one up to it, or the first if none has happened yet. */
export function stepAt(scene: Scene, time_ns: number): number {
	let low = 0;
	let high = scene.steps.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((scene.steps[middle] as SceneStep)[0] <= time_ns) low = middle + 1;
		else high = middle;
	}
	return Math.max(0, low - 1);
}

/** Gives equal things one number. */
function interner<Thing>() {
	const things: Thing[] = [];
	const numbers = new Map<string, number>();
	return {
		things,
		number(thing: Thing): number {
			const name = JSON.stringify(thing);
			const known = numbers.get(name);
			if (known !== undefined) return known;
			numbers.set(name, things.length);
			return things.push(thing) - 1;
		},
	};
}
