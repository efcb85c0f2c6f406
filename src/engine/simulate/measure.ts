import { HELD_FOR_READING, HELD_FOR_WRITING, NOT_HELD, type Shape } from '../kernel/shape.ts';
import { activities } from './activity.ts';
import { Histogram, type Summary } from './histogram.ts';
import type { PlannedThread } from './plan.ts';

/** A fault that was still under way when the run ended. */
export interface Unfinished {
	readonly thread: number;
	readonly age_ns: number;
	readonly retries: number;
}

/** What the threads of one actor went through. Times in ns. */
export interface ActorResult {
	readonly threads: number;
	/** From touching the page to going on, finished faults only; `unfinished` has the others. */
	readonly fault_ns: Summary;
	readonly retries: Summary;
	/** All retries, those of unfinished faults included. */
	readonly retriesInAll: number;
	readonly unfinished: readonly Unfinished[];
	/** How often a WARN_ON() of the C held true. */
	readonly warnings: number;
	/** How many faults ended in SIGBUS. */
	readonly sigbus: number;
	/** How long each taking of mmap_sem had to wait; 0 counts. */
	readonly readWait_ns: Summary;
	readonly writeWait_ns: Summary;
	/** Each sleep in the page's queue, by whether mmap_sem was held. */
	readonly pageSleepPolite_ns: Summary;
	readonly pageSleepHolding_ns: Summary;
	/** Each sleep in the userfaultfd's queue. */
	readonly userfaultSleep_ns: Summary;
	readonly readHeld_ns: Summary;
	readonly writeHeld_ns: Summary;
	readonly pageHeld_ns: Summary;
	/** Time spent in each activity, all threads together, by the activity's name. */
	readonly activity_ns: Readonly<Record<string, number>>;
}

/** What is measured many times, and comes to a summary. */
export const histogramNames = [
	'fault_ns',
	'retries',
	'readWait_ns',
	'writeWait_ns',
	'pageSleepPolite_ns',
	'pageSleepHolding_ns',
	'userfaultSleep_ns',
	'readHeld_ns',
	'writeHeld_ns',
	'pageHeld_ns',
] as const;
export type HistogramName = (typeof histogramNames)[number];
type ActorHistograms = Record<HistogramName, Histogram>;

/** Watches a run and adds up, actor by actor. Knows times and cells, and nothing of policies. */
export class Measure {
	readonly #shape: Shape;
	readonly #threads: readonly PlannedThread[];
	readonly #actors = new Map<string, ActorHistograms>();
	readonly #ofThread: ActorHistograms[];
	readonly #faultSince_ns: Float64Array;
	readonly #faultRetries: Float64Array;
	readonly #retriesInAll: Float64Array;
	readonly #warnings: Float64Array;
	readonly #sigbus: Float64Array;
	readonly #waitSince_ns: Float64Array;
	/** Per thread, 1 + the queue it was last seen in; 0 for none. */
	readonly #queueSeen: Int32Array;
	readonly #heldSeen: Int32Array;
	readonly #heldSince_ns: Float64Array;
	readonly #ownsSeen: Uint8Array;
	readonly #ownsSince_ns: Float64Array;
	readonly #activitySeen: Uint8Array;
	readonly #activitySince_ns: Float64Array;
	readonly #activity_ns: Float64Array;

	constructor(shape: Shape, threads: readonly PlannedThread[]) {
		const count = threads.length;
		this.#shape = shape;
		this.#threads = threads;
		this.#ofThread = threads.map(({ actor }) => this.#histogramsOf(actor));
		this.#faultSince_ns = new Float64Array(count).fill(-1);
		this.#faultRetries = new Float64Array(count);
		this.#retriesInAll = new Float64Array(count);
		this.#warnings = new Float64Array(count);
		this.#sigbus = new Float64Array(count);
		this.#waitSince_ns = new Float64Array(count);
		this.#queueSeen = new Int32Array(count);
		this.#heldSeen = new Int32Array(count);
		this.#heldSince_ns = new Float64Array(count);
		this.#ownsSeen = new Uint8Array(count);
		this.#ownsSince_ns = new Float64Array(count);
		this.#activitySeen = new Uint8Array(count);
		this.#activitySince_ns = new Float64Array(count);
		this.#activity_ns = new Float64Array(count * activities.length);
	}

	faultBegins(thread: number, now_ns: number): void {
		this.#faultSince_ns[thread] = now_ns;
		this.#faultRetries[thread] = 0;
	}

	faultRetries(thread: number): void {
		this.#faultRetries[thread] = (this.#faultRetries[thread] as number) + 1;
		this.#retriesInAll[thread] = (this.#retriesInAll[thread] as number) + 1;
	}

	faultEnds(thread: number, now_ns: number): void {
		const histograms = this.#ofThread[thread] as ActorHistograms;
		histograms.fault_ns.add(now_ns - (this.#faultSince_ns[thread] as number));
		histograms.retries.add(this.#faultRetries[thread] as number);
		this.#faultSince_ns[thread] = -1;
	}

	warns(thread: number): void {
		this.#warnings[thread] = (this.#warnings[thread] as number) + 1;
	}

	endsInSigbus(thread: number): void {
		this.#sigbus[thread] = (this.#sigbus[thread] as number) + 1;
	}

	isInFault(thread: number): boolean {
		return (this.#faultSince_ns[thread] as number) >= 0;
	}

	/** How often the fault under way was retried so far. */
	retriesSoFar(thread: number): number {
		return this.#faultRetries[thread] as number;
	}

	/** A semaphore was taken without queueing. */
	tookAtOnce(thread: number, forWriting: boolean): void {
		(this.#ofThread[thread] as ActorHistograms)[forWriting ? 'writeWait_ns' : 'readWait_ns'].add(0);
	}

	/** Looks whether the thread, which runs now, has come into a queue or out of one. */
	noteQueue(cells: Int32Array, thread: number, now_ns: number): void {
		const queue = cells[this.#shape.queuedOn + thread] as number;
		const seen = this.#queueSeen[thread] as number;
		if (queue === seen) return;
		if (seen !== 0) this.#endWait(cells, thread, seen - 1, now_ns);
		this.#queueSeen[thread] = queue;
		this.#waitSince_ns[thread] = now_ns;
	}

	/** Looks whether a lock has come to the thread, or gone; also to one that sleeps. */
	noteLocks(cells: Int32Array, thread: number, now_ns: number): void {
		const shape = this.#shape;
		const { mm, page } = this.#threads[thread] as PlannedThread;
		const held = cells[shape.held + mm * shape.threads + thread] as number;
		const heldSeen = this.#heldSeen[thread] as number;
		if (held !== heldSeen) {
			if (heldSeen !== NOT_HELD) {
				const name = heldSeen === HELD_FOR_READING ? 'readHeld_ns' : 'writeHeld_ns';
				(this.#ofThread[thread] as ActorHistograms)[name].add(now_ns - (this.#heldSince_ns[thread] as number));
			}
			this.#heldSeen[thread] = held;
			this.#heldSince_ns[thread] = now_ns;
		}
		const owns = cells[shape.pageOwner + page] === thread + 1 ? 1 : 0;
		if (owns !== this.#ownsSeen[thread]) {
			if (owns === 0) {
				(this.#ofThread[thread] as ActorHistograms).pageHeld_ns.add(now_ns - (this.#ownsSince_ns[thread] as number));
			}
			this.#ownsSeen[thread] = owns;
			this.#ownsSince_ns[thread] = now_ns;
		}
	}

	/** The thread does this from now on; returns whether that is new. */
	noteActivity(thread: number, activity: number, now_ns: number): boolean {
		const seen = this.#activitySeen[thread] as number;
		if (activity === seen) return false;
		this.#addActivity(thread, now_ns);
		this.#activitySeen[thread] = activity;
		this.#activitySince_ns[thread] = now_ns;
		return true;
	}

	/** Closes the books at the end of the run; call once. */
	results(now_ns: number): Record<string, ActorResult> {
		for (const thread of this.#threads.keys()) this.#addActivity(thread, now_ns);
		return Object.fromEntries([...this.#actors].map(([actor, of]) => [actor, this.#result(actor, of, now_ns)]));
	}

	#result(actor: string, histograms: ActorHistograms, now_ns: number): ActorResult {
		const members = [...this.#threads.keys()].filter((thread) => this.#threads[thread]?.actor === actor);
		const summaries = Object.fromEntries(histogramNames.map((name) => [name, histograms[name].summary()]));
		return {
			threads: members.length,
			...(summaries as Record<HistogramName, Summary>),
			retriesInAll: sum(members.map((thread) => this.#retriesInAll[thread] as number)),
			unfinished: members
				.filter((thread) => this.isInFault(thread))
				.map((thread) => ({
					thread,
					age_ns: now_ns - (this.#faultSince_ns[thread] as number),
					retries: this.retriesSoFar(thread),
				})),
			warnings: sum(members.map((thread) => this.#warnings[thread] as number)),
			sigbus: sum(members.map((thread) => this.#sigbus[thread] as number)),
			activity_ns: Object.fromEntries(
				activities.map((name, activity) => [
					name,
					sum(members.map((thread) => this.#activity_ns[thread * activities.length + activity] as number)),
				]),
			),
		};
	}

	#histogramsOf(actor: string): ActorHistograms {
		const known = this.#actors.get(actor);
		if (known !== undefined) return known;
		const made = Object.fromEntries(histogramNames.map((name) => [name, new Histogram()])) as ActorHistograms;
		this.#actors.set(actor, made);
		return made;
	}

	#endWait(cells: Int32Array, thread: number, queue: number, now_ns: number): void {
		const { pages, mms, held, threads } = this.#shape;
		const { mm } = this.#threads[thread] as PlannedThread;
		const holds = cells[held + mm * threads + thread];
		const waited_ns = now_ns - (this.#waitSince_ns[thread] as number);
		const histograms = this.#ofThread[thread] as ActorHistograms;
		if (queue >= pages + mms) histograms.userfaultSleep_ns.add(waited_ns);
		else if (queue >= pages) histograms[holds === HELD_FOR_WRITING ? 'writeWait_ns' : 'readWait_ns'].add(waited_ns);
		else histograms[holds === NOT_HELD ? 'pageSleepPolite_ns' : 'pageSleepHolding_ns'].add(waited_ns);
	}

	#addActivity(thread: number, now_ns: number): void {
		const at = thread * activities.length + (this.#activitySeen[thread] as number);
		this.#activity_ns[at] = (this.#activity_ns[at] as number) + now_ns - (this.#activitySince_ns[thread] as number);
	}
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
