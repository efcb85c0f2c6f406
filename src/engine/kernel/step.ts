import { ModelError } from '../model/model-error.ts';
import { ASLEEP, FINISHED, SUCCESSORS, type Tables } from '../model/tables.ts';
import { type Operation, operationsOf } from './operations.ts';
import { type PrimitiveName, primitiveNames, primitives } from './primitives.ts';
import { Queue } from './queue.ts';
import { type RwSemaphoreName, rwSemaphores } from './rw-semaphore.ts';
import type { Shape } from './shape.ts';

/** More operations than this under one spinlock, and the section is taken to loop for ever. */
const SECTION_LIMIT = 10_000;

/** More passes than this in a row, and the C is taken to loop for ever. */
export const PASS_LIMIT = 10_000;

/** The one transition function, which both the timed run and the search call. */
export interface Step {
	/**
	 * Runs the thread's next operation; a whole section under a wait queue's lock is one step.
	 * The thread must stand at a `step` operation. Changes `cells`.
	 *
	 * @returns the result of the (last) operation, as the C sees it
	 * @throws ModelError if the C misuses an operation, or never leaves a section
	 */
	run(cells: Int32Array, thread: number): number;
	/** Passes a `sleep`, `spend` or `mark`, which touch nothing that is shared. */
	pass(cells: Int32Array, thread: number): void;
	/** Whether the thread stands at a sleep that it cannot leave yet. */
	isAsleep(cells: Int32Array, thread: number): boolean;
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
	const { queuedOn } = shape;
	const woken = new Int32Array(shape.threads);
	let wokenCount = 0;
	const wake = (thread: number) => {
		woken[wokenCount++] = thread;
	};
	const queue = new Queue(shape);
	const semaphore = rwSemaphores[discipline](shape, queue, wake);
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

	const isAsleep = (cells: Int32Array, thread: number) =>
		operation[cells[thread] as number] === ASLEEP && cells[queuedOn + thread] !== 0;

	return {
		woken,
		get wokenCount() {
			return wokenCount;
		},
		run(cells, thread) {
			wokenCount = 0;
			try {
				return runSection(cells, thread);
			} catch (error) {
				const place = tables.positions[cells[thread] as number]?.at(-1) ?? null;
				throw new ModelError((error as Error).message, place);
			}
		},
		pass(cells, thread) {
			advance(cells, thread, 0);
		},
		isAsleep,
		settle(cells, thread) {
			for (let passes = 0; passes < PASS_LIMIT; passes++) {
				const number = operation[cells[thread] as number] as number;
				const stays = number === ASLEEP ? isAsleep(cells, thread) : number === FINISHED || isStep[number];
				if (stays) return;
				advance(cells, thread, 0);
			}
			throw endlessPasses(tables, cells, thread);
		},
		isEnabled(cells, thread) {
			const number = operation[cells[thread] as number] as number;
			return number !== FINISHED && !isAsleep(cells, thread);
		},
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
