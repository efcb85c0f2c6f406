import { operation } from '../kernel/primitives.ts';
import { type Shape, shapeOf } from '../kernel/shape.ts';
import { createStep, endlessPasses, PASS_LIMIT, type Step } from '../kernel/step.ts';
import { activityOf } from './activity.ts';
import { courseOf, ENDS, SLEEPS, SPENDS, TAKES_BARE_STEP, TAKES_STEP } from './course.ts';
import { type Duration, sample } from './duration.ts';
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
	/** A WARN_ON() held true, at this node. */
	warning?(time_ns: number, thread: number, node: number): void;
}

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
	readonly #timedWaiter: Step['timedWaiter'];
	readonly #schedule: Schedule;
	readonly #random: Random;
	readonly #measure: Measure;
	readonly #fold = new Fold();
	/** What the threads spend, then the wake-up's time, then the time-out's. */
	readonly #times: readonly Duration[];
	/** Per thread, 1 while it sleeps and has no event. */
	readonly #parked: Uint8Array;
	/** Per thread, 1 while the time of a `spend()` runs. */
	readonly #spending: Uint8Array;
	/** Per mm, the thread whose time-out runs since it became first in line for mmap_sem, or -1. */
	readonly #timed: Int32Array;
	/** Per thread, when its time-out fires. */
	readonly #timesOut_ns: Float64Array;
	/** Per node, what a thread there does next: TAKES_STEP and so on. */
	readonly #courses: Uint8Array;
	#events = 0;
	/** The earliest event of any other thread than the one that runs. */
	#rivals_ns = 0;

	constructor(plan: Plan, observer: Observer | null) {
		this.#plan = plan;
		this.#observer = observer;
		this.#shape = shapeOf(plan.counts);
		this.#cells = new Int32Array(this.#shape.cellCount);
		this.#cells.set(plan.tables.entries);
		this.#step = createStep(plan.tables, this.#shape, plan.discipline);
		this.#timedWaiter = this.#step.timedWaiter;
		this.#times = [...plan.durations, plan.wake, plan.timeOut];
		this.#schedule = new Schedule(plan.threads.length);
		this.#random = new Random(plan.seed, plan.threads.length * plan.streams.length, (stream) => {
			return streamName(Math.floor(stream / plan.streams.length), plan.streams[stream % plan.streams.length] as number);
		});
		this.#measure = new Measure(this.#shape, plan.threads);
		this.#parked = new Uint8Array(plan.threads.length);
		this.#spending = new Uint8Array(plan.threads.length);
		this.#timed = new Int32Array(this.#shape.mms).fill(-1);
		this.#timesOut_ns = new Float64Array(plan.threads.length);
		this.#courses = Uint8Array.from(plan.tables.operation, (number, node) => courseOf(plan.tables, number, node));
		for (const thread of plan.threads.keys()) this.#schedule.set(thread, 0);
	}

	finish(): Simulation {
		const { duration_ns, eventLimit } = this.#plan;
		while (this.#events < eventLimit && this.#schedule.time <= duration_ns) this.#giveWord(this.#schedule.first);
		const next_ns = this.#schedule.time;
		const ending = next_ns === Number.POSITIVE_INFINITY ? 'nobody runs' : next_ns > duration_ns ? 'time' : 'events';
		const time_ns = ending === 'events' ? next_ns : duration_ns;
		return {
			ending,
			time_ns,
			events: this.#events,
			fold: this.#fold.toString(),
			actors: this.#measure.results(time_ns),
		};
	}

	/**
	 * Lets a thread run, event by event, as long as nobody else is earlier or was entered before for
	 * the same time: the schedule need not be asked in between.
	 */
	#giveWord(thread: number): void {
		const { duration_ns, eventLimit } = this.#plan;
		let now_ns = this.#schedule.time;
		this.#rivals_ns = this.#schedule.timeWithout(thread);
		do {
			this.#events += 1;
			this.#measure.noteQueue(this.#cells, thread, now_ns);
			const next_ns = this.#advance(thread, now_ns);
			this.#noteActivity(thread, now_ns);
			now_ns = next_ns;
		} while (now_ns < this.#rivals_ns && now_ns <= duration_ns && this.#events < eventLimit);
		this.#schedule.set(thread, now_ns);
	}

	/** Lets the thread go on until time goes by for it; returns the time of its next event, Infinity if it sleeps. */
	#advance(thread: number, now_ns: number): number {
		const cells = this.#cells;
		for (let passes = 0; passes < PASS_LIMIT; passes++) {
			const node = cells[thread] as number;
			switch (this.#courses[node]) {
				case TAKES_STEP:
				case TAKES_BARE_STEP:
					this.#takeStep(thread, node, now_ns);
					return now_ns + this.#plan.step_ns;
				case SPENDS:
					if (this.#spending[thread] === 0) {
						this.#spending[thread] = 1;
						return now_ns + this.#sample(thread, this.#plan.tables.object[node] as number);
					}
					this.#spending[thread] = 0;
					break;
				case SLEEPS:
					if (!this.#step.passes(cells, thread)) return this.#stayOrTry(thread, node, now_ns);
					break;
				case ENDS:
					return Number.POSITIVE_INFINITY;
				default:
					this.#mark(thread, node, now_ns);
			}
			this.#step.pass(cells, thread);
		}
		throw endlessPasses(this.#plan.tables, cells, thread);
	}

	/** A thread that sleeps in a queue: takes the step that it can take of itself, or is parked until it is woken or timed out. */
	#stayOrTry(thread: number, node: number, now_ns: number): number {
		const cells = this.#cells;
		const timesOut = this.#step.timesOut(cells, thread);
		if (this.#step.isEnabled(cells, thread) && (!timesOut || now_ns >= (this.#timesOut_ns[thread] as number))) {
			this.#parked[thread] = 0;
			this.#takeStep(thread, node, now_ns);
			return now_ns + this.#plan.step_ns;
		}
		this.#parked[thread] = 1;
		return timesOut ? (this.#timesOut_ns[thread] as number) : Number.POSITIVE_INFINITY;
	}

	/** Winds the clock of whoever has become first in line for the semaphore of the mm in which `mover` took a step. */
	#noteTimed(timedWaiter: NonNullable<Step['timedWaiter']>, mover: number, now_ns: number): void {
		const { mm } = this.#plan.threads[mover] as PlannedThread;
		const thread = timedWaiter(this.#cells, mm);
		if (thread === this.#timed[mm]) return;
		this.#timed[mm] = thread;
		if (thread < 0) return;
		const timesOut_ns = now_ns + this.#sample(thread, this.#plan.durations.length + 1);
		this.#timesOut_ns[thread] = timesOut_ns;
		if (this.#parked[thread] === 1) this.#enter(thread, timesOut_ns);
	}

	#mark(thread: number, node: number, now_ns: number): void {
		switch (this.#plan.tables.operation[node]) {
			case operation.trace_fault_begin:
				this.#measure.faultBegins(thread, now_ns);
				break;
			case operation.trace_fault_retry:
				this.#measure.faultRetries(thread);
				this.#observer?.retry(now_ns, thread, this.#measure.retriesSoFar(thread));
				break;
			case operation.trace_fault_sigbus:
				this.#measure.endsInSigbus(thread);
				break;
			case operation.WARN_ON:
				this.#measure.warns(thread);
				this.#observer?.warning?.(now_ns, thread, node);
				break;
			case operation.trace_fault_end:
				this.#measure.faultEnds(thread, now_ns);
				break;
		}
	}

	#takeStep(thread: number, node: number, now_ns: number): void {
		const result = this.#step.run(this.#cells, thread);
		if (this.#courses[node] !== TAKES_BARE_STEP) this.#noteStep(thread, node, result, now_ns);
		this.#fold.add(node);
		this.#fold.add(thread);
		// As 32 bits: the time modulo 2^32.
		this.#fold.add(now_ns | 0);
		this.#observer?.step(now_ns, thread, node, result, this.#cells);
	}

	/** What a step may have done to locks, queues and those who sleep. */
	#noteStep(thread: number, node: number, result: number, now_ns: number): void {
		const cells = this.#cells;
		const measure = this.#measure;
		this.#noteAcquisition(thread, node, result);
		measure.noteQueue(cells, thread, now_ns);
		measure.noteLocks(cells, thread, now_ns);
		for (let index = 0; index < this.#step.wokenCount; index++) {
			const woken = this.#step.woken[index] as number;
			measure.noteLocks(cells, woken, now_ns);
			if (this.#parked[woken] === 1) this.#unpark(woken, now_ns);
		}
		if (this.#timedWaiter !== null) this.#noteTimed(this.#timedWaiter, thread, now_ns);
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
		const wakes_ns = now_ns + this.#sample(thread, this.#plan.durations.length);
		this.#parked[thread] = 0;
		this.#enter(thread, wakes_ns);
	}

	/** Enters an event of another thread than the one that runs. */
	#enter(thread: number, time_ns: number): void {
		this.#schedule.set(thread, time_ns);
		if (time_ns < this.#rivals_ns) this.#rivals_ns = time_ns;
	}

	/** Each thread draws each of its times from a stream of its own; the last two are the wake-up's and the time-out's. */
	#sample(thread: number, number: number): number {
		return sample(this.#times[number] as Duration, this.#random, thread * this.#times.length + number);
	}

	#noteActivity(thread: number, now_ns: number): void {
		const binding = this.#plan.threads[thread] as PlannedThread;
		const activity = activityOf(this.#shape, this.#cells, thread, binding, this.#measure.isInFault(thread));
		if (this.#measure.noteActivity(thread, activity, now_ns)) this.#observer?.activity(now_ns, thread, activity);
	}
}

/** More threads than a plan has. */
const THREADS = 1024;

/** Ten streams a thread, and every further ten behind those of all threads: a new kind of time moves no other. */
const streamName = (thread: number, stream: number): number =>
	(Math.floor(stream / 10) * THREADS + thread) * 10 + (stream % 10);
