import { shapeOf } from '../kernel/shape.ts';
import { createStep } from '../kernel/step.ts';
import { ModelError } from '../model/model-error.ts';
import { FINISHED } from '../model/tables.ts';
import type { TakenStep } from './graph.ts';
import type { Lasso } from './lasso.ts';
import type { CheckModel, Fairness, Progress, Watch } from './model.ts';

/** Why the scheduler did no wrong to a thread in a loop. */
export interface Reason {
	/** It takes a step in the loop, or it cannot run in some state (under strong fairness: in none) of it. */
	readonly reason: 'runs' | 'blocked';
	/** Where in the loop, from 0: the step it takes, or the step before which it cannot run; null where there is no loop. */
	readonly step: number | null;
}

/** Is told each state of a replay: before the step, and after; neither must be kept or changed. */
export type Watcher = (step: TakenStep, before: Int32Array, after: Int32Array) => void;

/**
 * Plays steps from the beginning by the transition function alone; nothing of the search takes part.
 * @returns the cells of the state reached
 * @throws Error if a step does not go as it was told: then the search is wrong, and nothing may be shown
 */
export function replay(model: CheckModel, steps: readonly TakenStep[], watcher: Watcher = () => {}): Int32Array {
	const player = new Player(model);
	for (const [index, step] of steps.entries()) {
		const before = player.cells.slice();
		player.take(step, index);
		watcher(step, before, player.cells);
	}
	return player.cells;
}

/**
 * Plays steps of which the last is an error of the C.
 * @returns that error
 * @throws Error if it is none
 */
export function replayMisuse(model: CheckModel, steps: readonly TakenStep[]): ModelError {
	const player = new Player(model);
	try {
		for (const [index, step] of steps.entries()) player.take(step, index);
	} catch (error) {
		if (error instanceof ModelError) return error;
		throw error;
	}
	throw new Error('the C does not go wrong where it was said to');
}

/**
 * Plays steps up to a state in which nobody can run though not all have finished.
 * @throws Error if it is no such state
 */
export function replayDeadlock(model: CheckModel, steps: readonly TakenStep[]): void {
	const player = new Player(model);
	for (const [index, step] of steps.entries()) player.take(step, index);
	const threads = [...model.tables.entries.keys()];
	const hasFinished = (thread: number) => model.tables.operation[player.cells[thread] as number] === FINISHED;
	if (threads.some((thread) => player.canRun(thread)) || threads.every(hasFinished)) {
		throw new Error('no deadlock where one was said to be');
	}
}

/**
 * Plays steps of which the last is the first to pass a watched node.
 * @throws Error if it is not
 */
export function replayWatched(model: CheckModel, steps: readonly TakenStep[], watch: Watch): void {
	const player = new Player(model);
	const seen = steps.findIndex((step, index) => player.take(step, index).some(([, node]) => watch.nodes[node] === 1));
	if (seen !== steps.length - 1)
		throw new Error(`${watch.name}: passed by step ${seen + 1}, not by step ${steps.length}`);
}

/**
 * Plays a lasso and checks all that is said of it: that the loop leads back to its first state, that
 * the property's thread stays pending, and that the scheduler is fair.
 *
 * @returns per thread why the loop is fair to it; null only under `none`
 * @throws Error if it is not what it says it is
 */
export function replayLasso(
	model: CheckModel,
	{ stem, loop }: Lasso,
	progress: Progress,
	fairness: Fairness,
): (Reason | null)[] {
	const player = new Player(model);
	for (const [index, step] of stem.entries()) player.take(step, index);
	const anchor = player.cells.slice();
	const threads = [...model.tables.entries.keys()];
	const able: boolean[][] = [];
	const mustBePending = (node: number) => {
		if (progress.pending[node] !== 1)
			throw new Error(`${progress.name}: thread ${progress.thread} gets on in the loop`);
	};
	mustBePending(anchor[progress.thread] as number);
	for (const [index, step] of loop.entries()) {
		able.push(threads.map((thread) => player.canRun(thread)));
		for (const [thread, node] of player.take(step, stem.length + index)) {
			if (thread === progress.thread) mustBePending(node);
		}
	}
	if (player.cells.some((cell, at) => cell !== anchor[at])) {
		throw new Error(`${progress.name}: the loop does not lead back to where it began`);
	}
	if (loop.length === 0) {
		if (threads.some((thread) => player.canRun(thread)))
			throw new Error(`${progress.name}: a deadlock in which some can run`);
		return threads.map(() => ({ reason: 'blocked', step: null }));
	}
	return threads.map((thread) => reasonOf(thread, loop, able, fairness));
}

function reasonOf(thread: number, loop: readonly TakenStep[], able: readonly boolean[][], fairness: Fairness) {
	const runs = loop.findIndex((step) => step.thread === thread);
	if (runs !== -1) return { reason: 'runs', step: runs } as const;
	const blocked = able.findIndex((each) => each[thread] === false);
	const isBlockedEnough = fairness === 'strong' ? able.every((each) => each[thread] === false) : blocked !== -1;
	if (isBlockedEnough) return { reason: 'blocked', step: blocked } as const;
	if (fairness === 'none') return null;
	throw new Error(`the loop is not fair to thread ${thread}`);
}

/** One state, and the way on from it. */
class Player {
	readonly cells: Int32Array;
	readonly #step: ReturnType<typeof createStep>;

	constructor(model: CheckModel) {
		const shape = shapeOf(model.counts);
		this.cells = new Int32Array(shape.cellCount);
		this.cells.set(model.tables.entries);
		this.#step = createStep(model.tables, shape, model.discipline);
		for (const thread of model.tables.entries.keys()) this.#step.settle(this.cells, thread);
	}

	canRun(thread: number): boolean {
		return this.#step.isEnabled(this.cells, thread);
	}

	/** Takes a step as told; returns who passed which nodes on the way. */
	take({ thread, node, result }: TakenStep, index: number): [number, number][] {
		const told = `step ${index + 1}, thread ${thread} at node ${node}`;
		if (this.cells[thread] !== node) throw new Error(`${told}: it stands at node ${this.cells[thread]}`);
		if (!this.canRun(thread)) throw new Error(`${told}: it cannot run`);
		const found = this.#step.run(this.cells, thread);
		if (found !== result) throw new Error(`${told}: the answer is ${found}, not ${result}`);
		const woken = [...this.#step.woken.subarray(0, this.#step.wokenCount)];
		return [...new Set([thread, ...woken])].flatMap((one) => this.#settle(one));
	}

	/** Lets a thread settle; returns each node at which it stood meanwhile. */
	#settle(thread: number): [number, number][] {
		const settled = this.cells.slice();
		this.#step.settle(settled, thread);
		const nodes: [number, number][] = [];
		while (this.cells[thread] !== settled[thread]) {
			nodes.push([thread, this.cells[thread] as number]);
			this.#step.pass(this.cells, thread);
		}
		nodes.push([thread, this.cells[thread] as number]);
		return nodes;
	}
}
