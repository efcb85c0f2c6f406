import { explore } from '../../src/engine/check/exploration.ts';
import { cellsOf, EDGE_TARGET_SHIFT, EDGE_THREAD, type Graph, MISUSE } from '../../src/engine/check/graph.ts';
import { judge } from '../../src/engine/check/judge.ts';
import type { CheckModel, Fairness, Progress } from '../../src/engine/check/model.ts';
import { isViolated, type PlainGraph, plainSearch } from './plain-checker.ts';

/** What both checkers say of a model; or in what they differ. */
export interface Comparison {
	/** In words; null if they agree in all. */
	readonly disagreement: string | null;
	readonly states: number;
	readonly transitions: number;
	/** How many states have a step that is an error of the C. */
	readonly failing: number;
	/** One for each property and fairness: whether it is violated. */
	readonly verdicts: readonly boolean[];
}

const all: readonly Fairness[] = ['none', 'weak', 'strong'];

/**
 * Searches a model with the fast checker and with the plain one; null if there are more states than so many. They must
 * agree on all states with their numbers, on all steps, and for each property on whether it can be violated.
 */
export function compare(
	model: CheckModel,
	progresses: readonly Progress[],
	statesMax: number,
	fairnesses = all,
): Comparison | null {
	const fast = explore(model, [], { states: statesMax });
	if (!fast.complete) return null;
	const plain = plainSearch(model);
	const verdicts: boolean[] = [];
	let disagreement = graphsDiffer(fast, plain);
	if (disagreement === null) {
		const otherwise = fast.failing.size === 0 ? 'HOLDS' : 'UNKNOWN';
		for (const progress of progresses) {
			for (const fairness of fairnesses) {
				const { verdict } = judge(model, fast, [progress], fairness);
				verdicts.push(verdict === 'VIOLATED');
				const expected = isViolated(plain, progress, fairness) ? 'VIOLATED' : otherwise;
				if (verdict === expected) continue;
				disagreement = `${progress.name} of thread ${progress.thread}, fairness ${fairness}: ${verdict}, not ${expected}`;
			}
		}
	}
	return { disagreement, states: fast.states, transitions: fast.transitions, failing: fast.failing.size, verdicts };
}

function graphsDiffer(fast: Graph, plain: PlainGraph): string | null {
	if (fast.states !== plain.states.length) return `${fast.states} states, not ${plain.states.length}`;
	const [misuse] = plain.failing;
	if (fast.sightings.get(MISUSE)?.state !== misuse) return `state ${misuse} is the first with a step that is an error`;
	if (fast.depth !== plain.depth) return `depth ${fast.depth}, not ${plain.depth}`;
	for (const [state, text] of plain.states.entries()) {
		const found = cellsOf(fast, state).join();
		if (found !== text) return `state ${state} is ${found}, not ${text}`;
		const steps = plain.edges[state]?.map(({ thread, target }) => `${thread}>${target}`).join(' ');
		const foundSteps = stepsFrom(fast, state).join(' ');
		if (foundSteps !== steps) return `state ${state} has the steps ${foundSteps}, not ${steps}`;
		if (fast.failing.has(state) !== plain.failing.has(state)) return `whether a step from state ${state} is an error`;
	}
	return null;
}

/** Each as 'thread>target'. */
function stepsFrom({ edgeStarts, edges }: Graph, state: number): string[] {
	const own = edges.subarray(edgeStarts[state], edgeStarts[state + 1]);
	return Array.from(own, (edge) => `${edge & EDGE_THREAD}>${edge >>> EDGE_TARGET_SHIFT}`);
}
