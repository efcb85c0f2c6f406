import { DEFAULT_LIMITS, Exploration } from '../../engine/check/exploration.ts';
import { EDGE_TARGET_SHIFT, EDGE_THREAD, type Graph, stepFrom, type TakenStep } from '../../engine/check/graph.ts';
import type { Verdict } from '../../engine/check/judge.ts';
import { shortestLasso } from '../../engine/check/lasso.ts';
import type { Progress } from '../../engine/check/model.ts';
import { pendingOf } from '../../engine/check/pending.ts';
import { replayLasso } from '../../engine/check/replay.ts';
import type { PreparedCheck } from '../prepare-check.ts';
import { progressProperties } from '../properties.ts';
import { type TraceStep, traceOf } from '../trace.ts';
import { graphFrom } from './graph-from.ts';

/** One step to come. */
export interface WayStep extends TraceStep {
	/** The number of the thread whose step it is. */
	readonly number: number;
}

/** How the victim can be kept out for ever from a state on, under a fair scheduler. */
export interface Way {
	/** HOLDS: it cannot. UNKNOWN: not all states are known. */
	readonly verdict: Verdict;
	readonly stem: readonly WayStep[];
	/** Over and over, for ever; empty where nobody can run any more. */
	readonly loop: readonly WayStep[];
	/** States from which the rest was found. */
	readonly states: number;
}

/** States expanded in one go: some hundredth of a second. */
const SLICE = 20_000;

/**
 * The search for the shortest ways to keep the victim out, in slices: `advance` until it says that it is done, look at
 * `progress` in between; then ask `from` as often as you like.
 */
export class WaySearch {
	readonly #prepared: PreparedCheck;
	readonly #exploration: Exploration;
	readonly #victim: Progress;

	/** @throws Error if the recipe has no victim */
	constructor(prepared: PreparedCheck, limits = DEFAULT_LIMITS) {
		const property = progressProperties(prepared).find(({ name }) => name === 'victim-completes');
		const victim = property?.progresses[0];
		if (victim === undefined) throw new Error('a search for a victim in a recipe without one; give it "victims": 1');
		this.#prepared = prepared;
		this.#victim = victim;
		this.#exploration = new Exploration(prepared.searched, [], limits);
	}

	/** Returns whether the search is over. */
	advance(): boolean {
		return this.#exploration.advance(SLICE);
	}

	get progress() {
		return this.#exploration.progress;
	}

	/**
	 * The fewest steps, from where a history leads, to a loop that never lets the victim in and is fair to everybody.
	 *
	 * @param history threads, in the order of their steps from the beginning
	 * @throws Error if the history cannot be played, or the way found does not replay
	 */
	from(history: readonly number[]): Way {
		const { searched } = this.#prepared;
		const { graph } = this.#exploration;
		const unknown = { verdict: 'UNKNOWN', stem: [], loop: [], states: graph.states } as const;
		if (!graph.complete || graph.failing.size > 0) return unknown;
		const { state, steps } = follow(graph, history);
		const rest = graphFrom(graph, state);
		const lasso = shortestLasso(pendingOf(rest, searched.tables, this.#victim), 'weak');
		if (lasso === null) return { ...unknown, verdict: 'HOLDS', states: rest.states };
		const stem = [...steps, ...lasso.stem];
		replayLasso(searched, { stem, loop: lasso.loop }, this.#victim, 'weak');
		const whole = [...stem, ...lasso.loop];
		const told = traceOf(this.#prepared, whole).map((step, index) => ({
			...step,
			number: (whole[index] as TakenStep).thread,
		}));
		return {
			verdict: 'VIOLATED',
			stem: told.slice(steps.length, stem.length),
			loop: told.slice(stem.length),
			states: rest.states,
		};
	}
}

/** The state to which a history leads, and its steps as the search tells them. */
function follow(graph: Graph, history: readonly number[]): { state: number; steps: TakenStep[] } {
	let state = 0;
	const { edges, edgeStarts } = graph;
	const steps = history.map((thread, index) => {
		const ways = edges.subarray(edgeStarts[state], edgeStarts[state + 1]);
		const way = ways.find((packed) => (packed & EDGE_THREAD) === thread);
		if (way === undefined) throw new Error(`step ${index + 1} of the history: thread ${thread} cannot run there`);
		const step = stepFrom(graph, state, thread);
		state = way >>> EDGE_TARGET_SHIFT;
		return step;
	});
	return { state, steps };
}
