import type { CheckModel, Fairness, Progress } from '../../src/engine/check/model.ts';
import { shapeOf } from '../../src/engine/kernel/shape.ts';
import { createStep } from '../../src/engine/kernel/step.ts';
import { ModelError } from '../../src/engine/model/model-error.ts';

/*
 * A second checker, for the fast one to be measured by. It shares with it the transition function
 * alone, and is written to be seen right, not to be fast: states are texts in a map, sets are sets.
 */

export interface PlainEdge {
	readonly thread: number;
	readonly target: number;
	/** By thread, the nodes that it passes in this step on the way to where it settles. */
	readonly passed: ReadonlyMap<number, readonly number[]>;
}

/** All states in the order of a breadth-first search. */
export interface PlainGraph {
	/** Per state, its cells as text. */
	readonly states: readonly string[];
	/** Per state, its steps, by thread. */
	readonly edges: readonly (readonly PlainEdge[])[];
	/** Per state, each thread's node. */
	readonly nodes: readonly Int32Array[];
	/** States with a step that is an error of the C. */
	readonly failing: ReadonlySet<number>;
	/** Steps to the farthest state. */
	readonly depth: number;
}

/** More states than any model that is compared has: a step that is wrong may make ever new ones. */
const STATES_MAX = 100_000;

/**
 * Finds all states.
 * @throws ModelError if a thread loops before its first step
 * @throws Error for more than STATES_MAX
 */
export function plainSearch({ tables, counts, discipline }: CheckModel): PlainGraph {
	const step = createStep(tables, shapeOf(counts), discipline);
	const threads = [...tables.entries.keys()];
	const settle = (cells: Int32Array, thread: number): number[] => {
		const from = cells.slice();
		step.settle(cells, thread);
		const passed: number[] = [];
		for (; from[thread] !== cells[thread]; step.pass(from, thread)) passed.push(from[thread] as number);
		return passed;
	};
	const first = new Int32Array(shapeOf(counts).cellCount);
	first.set(tables.entries);
	for (const thread of threads) settle(first, thread);

	const found = [{ cells: first, depth: 0 }];
	const numbers = new Map([[first.join(), 0]]);
	const edges: PlainEdge[][] = [];
	const failing = new Set<number>();
	const edgeOf = (cells: Int32Array, thread: number, depth: number): PlainEdge => {
		const next = cells.slice();
		step.run(next, thread);
		const movers = new Set([thread, ...step.woken.slice(0, step.wokenCount)]);
		const passed = new Map([...movers].map((mover) => [mover, settle(next, mover)]));
		const text = next.join();
		const target = numbers.get(text) ?? numbers.size;
		if (target === numbers.size) {
			numbers.set(text, target);
			found.push({ cells: next, depth: depth + 1 });
		}
		return { thread, target, passed };
	};
	for (const [state, { cells, depth }] of found.entries()) {
		if (found.length > STATES_MAX) throw new Error(`more than ${STATES_MAX} states`);
		const own: PlainEdge[] = [];
		for (const thread of threads.filter((each) => step.isEnabled(cells, each))) {
			try {
				own.push(edgeOf(cells, thread, depth));
			} catch (error) {
				if (!(error instanceof ModelError)) throw error;
				failing.add(state);
			}
		}
		edges.push(own);
	}
	const nodes = found.map(({ cells }) => cells.subarray(0, threads.length));
	return { states: [...numbers.keys()], edges, nodes, failing, depth: found.at(-1)?.depth ?? 0 };
}

/** Whether the scheduler may, being so fair, let the thread stay pending for ever. */
export function isViolated(graph: PlainGraph, { thread, pending }: Progress, fairness: Fairness): boolean {
	const isPending = (node: number) => pending[node] === 1;
	const states = [...graph.states.keys()].filter(
		(state) => isPending(graph.nodes[state]?.[thread] as number) && !graph.failing.has(state),
	);
	if (states.some((state) => graph.edges[state]?.length === 0)) return true;
	const waitsOn = ({ passed }: PlainEdge) => (passed.get(thread) ?? []).every(isPending);
	const waysFrom = (state: number) => (graph.edges[state] ?? []).filter(waitsOn);
	const threads = [...(graph.nodes[0] as Int32Array).keys()];
	const canRun = (state: number, mover: number) => graph.edges[state]?.some((edge) => edge.thread === mover) === true;
	const runs =
		(mover: number): Demand =>
		(_, ways) =>
			ways.some((edge) => edge.thread === mover);
	const hasRunIn = (inside: readonly number[], demands: readonly Demand[]) =>
		hasRun(new Map(inside.map((state) => [state, waysFrom(state)])), demands);
	switch (fairness) {
		case 'none':
			return hasRunIn(states, [() => true]);
		case 'weak':
			return hasRunIn(
				states,
				threads.map((mover) => (state, ways) => !canRun(state, mover) || runs(mover)(state, ways)),
			);
		case 'strong':
			// Whoever does not run for ever can run no more from some time on: any of them may be that, so all ways are tried.
			return subsets(threads).some((idle) =>
				hasRunIn(
					states.filter((state) => !idle.some((each) => canRun(state, each))),
					threads.filter((each) => !idle.includes(each)).map(runs),
				),
			);
	}
}

function subsets(items: readonly number[]): number[][] {
	return items.reduce<number[][]>((all, item) => all.concat(all.map((each) => [...each, item])), [[]]);
}

/** Whether something is done in a state, or by one of the ways on from there. */
type Demand = (state: number, ways: readonly PlainEdge[]) => boolean;

/**
 * Whether a run can meet every demand over and over. Looks for the greatest set in which from each state, for each
 * demand, a way leads to a state that meets it and has a way on: from there a run can go round by all of them, for
 * ever. (After Emerson and Lei, 1986.)
 *
 * @param ways the states to begin with, and the steps between them; of no more use afterwards
 */
function hasRun(ways: Map<number, readonly PlainEdge[]>, demands: readonly Demand[]): boolean {
	for (let size = -1; size !== ways.size; ) {
		size = ways.size;
		for (const demand of demands) {
			for (const [state, edges] of ways) {
				const left = edges.filter(({ target }) => ways.has(target));
				if (left.length < edges.length) ways.set(state, left);
			}
			const meeting = [...ways].filter(([state, edges]) => edges.length > 0 && demand(state, edges));
			const kept = allThatReach(
				meeting.map(([state]) => state),
				ways,
			);
			for (const state of [...ways.keys()]) if (!kept.has(state)) ways.delete(state);
		}
	}
	return ways.size > 0;
}

/** The states from which one of the given can be reached, these included. */
function allThatReach(goals: readonly number[], ways: ReadonlyMap<number, readonly PlainEdge[]>): Set<number> {
	const sources = new Map<number, number[]>();
	for (const [state, edges] of ways) {
		for (const { target } of edges) {
			const known = sources.get(target);
			if (known === undefined) sources.set(target, [state]);
			else known.push(state);
		}
	}
	const reaching = new Set(goals);
	for (const state of reaching) for (const source of sources.get(state) ?? []) reaching.add(source);
	return reaching;
}
