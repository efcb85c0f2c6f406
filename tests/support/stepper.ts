import { operation, type PrimitiveName, primitiveNames } from '../../src/engine/kernel/primitives.ts';
import { type Shape, shapeOf } from '../../src/engine/kernel/shape.ts';
import { createStep, PASS_LIMIT, type Step } from '../../src/engine/kernel/step.ts';
import { ASLEEP, FINISHED, type Tables } from '../../src/engine/model/tables.ts';
import type { Plan } from '../../src/engine/simulate/plan.ts';

/** More steps than any play takes: were one wrong, the play shall end all the same. */
const STEPS_MAX = 100_000;

/** Drives the transition function alone, without a clock: whoever calls decides who runs next. */
export class Stepper {
	readonly shape: Shape;
	readonly tables: Tables;
	readonly cells: Int32Array;
	readonly #step: Step;
	#steps = 0;

	constructor(plan: Pick<Plan, 'tables' | 'counts' | 'discipline'>, cells: Int32Array | null = null) {
		this.shape = shapeOf(plan.counts);
		this.tables = plan.tables;
		this.cells = cells === null ? new Int32Array(this.shape.cellCount) : cells.slice();
		if (cells === null) this.cells.set(plan.tables.entries);
		this.#step = createStep(plan.tables, this.shape, plan.discipline);
	}

	/** The thread's node. */
	node(thread: number): number {
		return this.cells[thread] as number;
	}

	/** What the thread does next: the name of a primitive, 'asleep' or 'finished'. */
	next(thread: number): PrimitiveName | 'asleep' | 'finished' {
		return this.operationAt(this.node(thread));
	}

	/** The operation of a node, as `next` tells it. */
	operationAt(node: number): PrimitiveName | 'asleep' | 'finished' {
		const number = this.tables.operation[node] as number;
		if (number === FINISHED) return 'finished';
		return number === ASLEEP ? 'asleep' : (primitiveNames[number] as PrimitiveName);
	}

	isAsleep(thread: number): boolean {
		return this.#step.isAsleep(this.cells, thread);
	}

	/** Whether the thread would do something if it were given the word. */
	canRun(thread: number): boolean {
		return this.#step.passes(this.cells, thread) || this.#step.isEnabled(this.cells, thread);
	}

	/**
	 * Lets the thread pass what touches nothing shared; it then stands at a step, or asleep, or at its end.
	 *
	 * @param stopAt where it is not to go on, by the number of a node
	 */
	settle(thread: number, stopAt: (node: number) => boolean = () => false): void {
		for (let count = 0; this.#step.passes(this.cells, thread) && !stopAt(this.node(thread)); count++) {
			if (count > PASS_LIMIT) throw new Error(`thread ${thread} comes to no rest`);
			this.#step.pass(this.cells, thread);
		}
	}

	/** Lets the thread go on to its next step and take it; the step's result, or null if it came to none. */
	run(thread: number): number | null {
		this.settle(thread);
		if (++this.#steps > STEPS_MAX) throw new Error(`more than ${STEPS_MAX} steps`);
		return this.#step.isEnabled(this.cells, thread) ? this.#step.run(this.cells, thread) : null;
	}

	/** The threads that the last step woke, in order. */
	get woken(): number[] {
		return [...this.#step.woken.subarray(0, this.#step.wokenCount)];
	}
}

/** The nodes at which a thread spends one of the durations with these numbers. */
export function spendNodes(tables: Tables, durations: readonly number[]): (node: number) => boolean {
	return (node) => tables.operation[node] === operation.spend && durations.includes(tables.object[node] as number);
}
