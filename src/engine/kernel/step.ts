import { ModelError } from '../model/model-error.ts';
import { ASLEEP, FINISHED, SUCCESSORS, type Tables } from '../model/tables.ts';
import { TASK_INTERRUPTIBLE, TASK_WAKEKILL } from './objects.ts';
import { type Operation, operationsOf } from './operations.ts';
import { type PrimitiveName, primitiveNames, primitives } from './primitives.ts';
import { Queue } from './queue.ts';
import { type RwSemaphoreName, rwSemaphores } from './rw-semaphore.ts';
import { SLEEPS_ON, TIMES_OUT } from './semaphore-discipline.ts';
import { FATAL_SIGNAL, type Shape } from './shape.ts';

/** More operations than this under one spinlock, and the section is taken to loop for ever. */
const SECTION_LIMIT = 10_000;

/** More passes than this in a row, and the C is taken to loop for ever. */
export const PASS_LIMIT = 10_000;

/** The one transition function, which both the timed run and the search call. */
export interface Step {
	/**
	 * Runs the thread's next operation; a whole section under a wait queue's lock is one step.
	 * The thread must be enabled. Who sleeps for a semaphore and is enabled tries to take it, or its
	 * time-out fires: result 0, and it goes on, or result 1, and it sleeps on where it is. Changes `cells`.
	 * What a step does depends on the thread's own node and on what is shared, never on another thread's node.
	 *
	 * @returns the result of the (last) operation, as the C sees it
	 * @throws ModelError if the C misuses an operation, or never leaves a section
	 */
	run(cells: Int32Array, thread: number): number;
	/** Whether the thread stands at something that is no step: a `sleep` that is over, a `spend` or a `mark`. */
	passes(cells: Int32Array, thread: number): boolean;
	/** Passes it. */
	pass(cells: Int32Array, thread: number): void;
	/** Whether the thread stands at a sleep, and can do nothing until somebody else does something. */
	isAsleep(cells: Int32Array, thread: number): boolean;
	/** Whether the next step of a thread that sleeps for a semaphore is that its time-out fires. */
	timesOut(cells: Int32Array, thread: number): boolean;
	/** The thread that is first in line for an mm's semaphore, if its time-out matters, else -1. Null if none ever matters. */
	readonly timedWaiter: ((cells: Int32Array, mm: number) => number) | null;
	/** Passes all that touches nothing shared: the thread then stands at a step, sleeps, or has finished. */
	settle(cells: Int32Array, thread: number): void;
	/** Whether the thread, once settled, can take a step. */
	isEnabled(cells: Int32Array, thread: number): boolean;
	/** The threads that the last `run` woke, in order: the first `wokenCount` of `woken`. */
	readonly woken: Int32Array;
	readonly wokenCount: number;
}

/**
 * Makes the transition function of a model.
 *
 * @param discipline name of the rw_semaphore's rule
 */
export function createStep(tables: Tables, shape: Shape, discipline: RwSemaphoreName): Step {
	const { operation, object, argument, successor } = tables;
	const { queuedOn, pages, mms, signals } = shape;
	const woken = new Int32Array(shape.threads);
	let wokenCount = 0;
	const wake = (thread: number) => {
		woken[wokenCount++] = thread;
	};
	const queue = new Queue(shape);
	const semaphore = rwSemaphores[discipline](shape, queue, wake);

	/** Whether a signal ends the sleep at which the thread stands. */
	const isInterrupted = (cells: Int32Array, thread: number): boolean => {
		const pending = cells[signals + thread] as number;
		if (pending === 0) return false;
		const state = argument[cells[thread] as number] as number;
		return (state & TASK_INTERRUPTIBLE) !== 0 || ((state & TASK_WAKEKILL) !== 0 && (pending & FATAL_SIGNAL) !== 0);
	};
	const byName = operationsOf(shape, queue, semaphore, wake);
	const isStep = primitiveNames.map((name: PrimitiveName) => primitives[name].kind === 'step');
	const operations = primitiveNames.map((name): Operation => byName[name] ?? notAStep);

	const advance = (cells: Int32Array, thread: number, result: number): number => {
		const next = successor[(cells[thread] as number) * SUCCESSORS + result] as number;
		cells[thread] = next >> 1;
		return next & 1;
	};

	const runSection = (cells: Int32Array, thread: number): number => {
		for (let count = 0; count < SECTION_LIMIT; count++) {
			const node = cells[thread] as number;
			const execute = operations[operation[node] as number] as Operation;
			const result = execute(cells, thread, object[node] as number, argument[node] as number);
			if (advance(cells, thread, result) === 0) return result;
		}
		throw new Error(`${SECTION_LIMIT} operations under one spinlock: an endless loop; wake or remove somebody in it`);
	};

	/** What the semaphore lets a thread do that sleeps: SLEEPS_ON in any other queue. */
	const nextOfSleeper = (cells: Int32Array, thread: number): number => {
		const mm = (cells[queuedOn + thread] as number) - 1 - pages;
		return mm >= 0 && mm < mms ? semaphore.nextOfSleeper(cells, mm, thread) : SLEEPS_ON;
	};

	const runSleeper = (cells: Int32Array, thread: number): number => {
		const result = semaphore.runSleeper(cells, object[cells[thread] as number] as number, thread);
		if (result === 0) advance(cells, thread, 0);
		return result;
	};

	const passes = (cells: Int32Array, thread: number) => {
		const number = operation[cells[thread] as number] as number;
		if (number === ASLEEP) return cells[queuedOn + thread] === 0 || isInterrupted(cells, thread);
		return number !== FINISHED && !isStep[number];
	};

	const isEnabled = (cells: Int32Array, thread: number) => {
		const number = operation[cells[thread] as number] as number;
		if (number === ASLEEP) return cells[queuedOn + thread] !== 0 && nextOfSleeper(cells, thread) !== SLEEPS_ON;
		return number !== FINISHED && isStep[number] === true;
	};

	return {
		woken,
		get wokenCount() {
			return wokenCount;
		},
		run(cells, thread) {
			wokenCount = 0;
			try {
				const sleeps = operation[cells[thread] as number] === ASLEEP;
				return sleeps ? runSleeper(cells, thread) : runSection(cells, thread);
			} catch (error) {
				const place = tables.positions[cells[thread] as number]?.at(-1) ?? null;
				throw new ModelError((error as Error).message, place);
			}
		},
		pass(cells, thread) {
			advance(cells, thread, 0);
		},
		passes,
		isAsleep(cells, thread) {
			const sleeps = operation[cells[thread] as number] === ASLEEP;
			return sleeps && !passes(cells, thread) && !isEnabled(cells, thread);
		},
		timesOut(cells, thread) {
			return operation[cells[thread] as number] === ASLEEP && nextOfSleeper(cells, thread) === TIMES_OUT;
		},
		timedWaiter: semaphore.timedWaiter,
		settle(cells, thread) {
			for (let count = 0; count < PASS_LIMIT; count++) {
				if (!passes(cells, thread)) return;
				advance(cells, thread, 0);
			}
			throw endlessPasses(tables, cells, thread);
		},
		isEnabled,
	};
}

/** Says that a thread goes on and on without a step or time going by. */
export function endlessPasses(tables: Tables, cells: Int32Array, thread: number): ModelError {
	const place = tables.positions[cells[thread] as number]?.at(-1) ?? null;
	return new ModelError(
		`${PASS_LIMIT} operations without a step or time going by: an endless loop; take a step or spend() in it`,
		place,
	);
}

const notAStep: Operation = () => {
	throw new Error('a thread was run that does not stand at an operation on what threads share');
};
