import { operation } from '../kernel/primitives.ts';
import { type Shape, shapeOf } from '../kernel/shape.ts';
import { createStep, type Step } from '../kernel/step.ts';
import { ModelError } from '../model/model-error.ts';
import { ASLEEP, FINISHED } from '../model/tables.ts';
import { activityOf } from './activity.ts';
import { sample } from './duration.ts';
import { Fold } from './fold.ts';
import { type ActorResult, Measure } from './measure.ts';
import type { Plan, PlannedThread } from './plan.ts';
import { Random } from './random.ts';
import { Schedule } from './schedule.ts';

/** Why a run ended: its time was up, too many events, or nobody could run any more. */
export type Ending = 'time' | 'events' | 'nobody runs';

export interface Simulation {
	readonly ending: Ending;
	/** Model time reached. */
	readonly time_ns: number;
	/** How often a thread was given the word: steps taken, times spent. */
	readonly events: number;
	/** All of the run in 16 hexadecimal digits. */
	readonly fold: string;
	readonly actors: Readonly<Record<string, ActorResult>>;
}

/** Is told what happens as it happens; `cells` is the state after it and must not be kept or changed. */
export interface Observer {
	/** A thread took a step, from this node and with this result. */
	step(time_ns: number, thread: number, node: number, result: number, cells: Int32Array): void;
	/** From now on a thread does something else, by its number in `activities`. */
	activity(time_ns: number, thread: number, activity: number): void;
	/** A fault is retried, for the `retries`-th time. */
	retry(time_ns: number, thread: number, retries: number): void;
}

/** More passes than this without time going by, and the C is taken to loop for ever. */
const PASS_LIMIT = 10_000;

/**
 * Runs a plan in model time.
 * @throws ModelError if the C misuses an operation or loops without time going by
 */
export function simulate(plan: Plan, observer: Observer | null = null): Simulation {
	return new Run(plan, observer).finish();
}

class Run {
	readonly #plan: Plan;
	readonly #observer: Observer | null;
	readonly #shape: Shape;
	readonly #cells: Int32Array;
	readonly #step: Step;
	readonly #schedule: Schedule;
	readonly #random: Random;
	readonly #measure: Measure;
	readonly #fold = new Fold();
	/** Per thread, 1 while it sleeps and has no event. */
	readonly #parked: Uint8Array;
	/** Per thread, 1 while the time of a `spend()` runs. */
	readonly #spending: Uint8Array;

	constructor(plan: Plan, observer: Observer | null) {
		this.#plan = plan;
		this.#observer = observer;
		this.#shape = shapeOf(plan.counts);
		this.#cells = new Int32Array(this.#shape.cellCount);
		this.#cells.set(plan.tables.entries);
		this.#step = createStep(plan.tables, this.#shape, plan.discipline);
		this.#schedule = new Schedule(plan.threads.length);
		this.#random = new Random(plan.seed, plan.threads.length * (plan.durations.length + 1));
		this.#measure = new Measure(this.#shape, plan.threads);
		this.#parked = new Uint8Array(plan.threads.length);
		this.#spending = new Uint8Array(plan.threads.length);
		for (const thread of plan.threads.keys()) this.#schedule.set(thread, 0);
	}

	finish(): Simulation {
		const { duration_ns, eventLimit } = this.#plan;
		let events = 0;
		while (events < eventLimit && this.#schedule.time <= duration_ns) {
			this.#dispatch(this.#schedule.first, this.#schedule.time);
			events += 1;
		}
		const next_ns = this.#schedule.time;
		const ending = next_ns === Number.POSITIVE_INFINITY ? 'nobody runs' : next_ns > duration_ns ? 'time' : 'events';
		const time_ns = ending === 'events' ? next_ns : duration_ns;
		return { ending, time_ns, events, fold: this.#fold.toString(), actors: this.#measure.results(time_ns) };
	}

	/** Gives a thread the word at its time: what it does at once, then its next event. */
	#dispatch(thread: number, now_ns: number): void {
		this.#measure.noteQueue(this.#cells, thread, now_ns);
		const next_ns = this.#advance(thread, now_ns);
		if (next_ns === Number.POSITIVE_INFINITY) this.#schedule.clear(thread);
		else this.#schedule.set(thread, next_ns);
		this.#noteActivity(thread, now_ns);
	}

	/** Lets the thread go on until time goes by for it; returns the time of its next event. */
	#advance(thread: number, now_ns: number): number {
		const { tables, step_ns } = this.#plan;
		const cells = this.#cells;
		for (let passes = 0; passes < PASS_LIMIT; passes++) {
			const node = cells[thread] as number;
			switch (tables.operation[node]) {
				case FINISHED:
					return Number.POSITIVE_INFINITY;
				case ASLEEP:
					if (this.#step.isAsleep(cells, thread)) {
						this.#parked[thread] = 1;
						return Number.POSITIVE_INFINITY;
					}
					break;
				case operation.spend:
					if (this.#spending[thread] === 0) {
						this.#spending[thread] = 1;
						return now_ns + this.#sample(thread, tables.object[node] as number);
					}
					this.#spending[thread] = 0;
					break;
				case operation.trace_fault_begin:
					this.#measure.faultBegins(thread, now_ns);
					break;
				case operation.trace_fault_retry:
					this.#measure.faultRetries(thread);
					this.#observer?.retry(now_ns, thread, this.#measure.retriesSoFar(thread));
					break;
				case operation.trace_fault_end:
					this.#measure.faultEnds(thread, now_ns);
					break;
				default:
					this.#takeStep(thread, node, now_ns);
					return now_ns + step_ns;
			}
			this.#step.pass(cells, thread);
		}
		const place = tables.positions[cells[thread] as number]?.at(-1) ?? null;
		throw new ModelError(`${PASS_LIMIT} operations without time going by: an endless loop; take a step or spend() in it`, place);
	}

	#takeStep(thread: number, node: number, now_ns: number): void {
		const cells = this.#cells;
		const result = this.#step.run(cells, thread);
		const measure = this.#measure;
		this.#noteAcquisition(thread, node, result);
		measure.noteQueue(cells, thread, now_ns);
		measure.noteLocks(cells, thread, now_ns);
		for (let index = 0; index < this.#step.wokenCount; index++) {
			const woken = this.#step.woken[index] as number;
			measure.noteLocks(cells, woken, now_ns);
			if (this.#parked[woken] === 1) this.#unpark(woken, now_ns);
		}
		this.#fold.add(node);
		// The operator takes the time modulo 2^32.
		this.#fold.add(thread ^ now_ns);
		this.#observer?.step(now_ns, thread, node, result, cells);
	}

	#noteAcquisition(thread: number, node: number, result: number): void {
		const number = this.#plan.tables.operation[node];
		if (number === operation.down_read_trylock) {
			if (result === 1) this.#measure.tookAtOnce(thread, false);
		} else if ((number === operation.down_read || number === operation.down_write) && result === 0) {
			this.#measure.tookAtOnce(thread, number === operation.down_write);
		}
	}

	#unpark(thread: number, now_ns: number): void {
		this.#parked[thread] = 0;
		this.#schedule.set(thread, now_ns + this.#sample(thread, this.#plan.durations.length));
	}

	/** Each thread draws each of its times from a stream of its own; the last is the wake-up's. */
	#sample(thread: number, number: number): number {
		const { durations, wake } = this.#plan;
		return sample(durations[number] ?? wake, this.#random, thread * (durations.length + 1) + number);
	}

	#noteActivity(thread: number, now_ns: number): void {
		const binding = this.#plan.threads[thread] as PlannedThread;
		const activity = activityOf(this.#shape, this.#cells, thread, binding, this.#measure.isInFault(thread));
		if (this.#measure.noteActivity(thread, activity, now_ns)) this.#observer?.activity(now_ns, thread, activity);
	}
}
