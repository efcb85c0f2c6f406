import type { Fairness, Progress } from '../../src/engine/check/model.ts';
import type { PlainEdge, PlainGraph } from './plain-checker.ts';

/** How long a lasso is: a loop of no steps is a deadlock. */
export interface LassoLength {
	readonly stem: number;
	readonly loop: number;
}

/**
 * The lasso of the fewest steps in all, then of the fewest in its stem, by trying every state as the loop's first, and
 * from it every way round; null if there is none.
 */
export function naiveLasso(graph: PlainGraph, { thread, pending }: Progress, fairness: Fairness): LassoLength | null {
	const isPending = (state: number) =>
		pending[graph.nodes[state]?.[thread] as number] === 1 && !graph.failing.has(state);
	const waysFrom = (state: number) =>
		(graph.edges[state] ?? []).filter(
			({ target, passed }) => isPending(target) && (passed.get(thread) ?? []).every((node) => pending[node] === 1),
		);
	const lassos: LassoLength[] = [];
	for (const [state, stem] of depths(graph).entries()) {
		if (!isPending(state)) continue;
		const loop = graph.edges[state]?.length === 0 ? 0 : fairRound(graph, state, waysFrom, fairness);
		if (loop !== null) lassos.push({ stem, loop });
	}
	lassos.sort((a, b) => a.stem + a.loop - (b.stem + b.loop) || a.stem - b.stem);
	return lassos[0] ?? null;
}

/** Per state, the fewest steps to it. */
function depths(graph: PlainGraph): number[] {
	const steps = [0];
	for (let state = 0; state < graph.states.length; state++) {
		for (const { target } of graph.edges[state] ?? []) steps[target] ??= (steps[state] as number) + 1;
	}
	return steps;
}

/** A way round: where it is, and in bits, a thread each, who ran, who could run in a state seen, and who could not. */
interface Tour {
	readonly state: number;
	readonly ran: number;
	readonly could: number;
	readonly couldNot: number;
}

/** The fewest steps from a state back to it that are fair to all, round by round; null if there is no such way. */
function fairRound(
	graph: PlainGraph,
	first: number,
	waysFrom: (state: number) => readonly PlainEdge[],
	fairness: Fairness,
): number | null {
	const everyone = 2 ** (graph.nodes[0] as Int32Array).length - 1;
	const able = (state: number) => (graph.edges[state] ?? []).reduce((bits, { thread }) => bits | (1 << thread), 0);
	const isFair = ({ ran, could, couldNot }: Tour) => {
		const mustRun = { none: 0, weak: everyone & ~couldNot, strong: could }[fairness];
		return (mustRun & ~ran) === 0;
	};
	const seeing = (state: number, ran: number, { could, couldNot }: Pick<Tour, 'could' | 'couldNot'>): Tour => ({
		state,
		ran,
		could: could | able(state),
		couldNot: couldNot | (everyone & ~able(state)),
	});
	const known = new Set<string>();
	let tours = [seeing(first, 0, { could: 0, couldNot: 0 })];
	for (let steps = 1; tours.length > 0; steps++) {
		const longer: Tour[] = [];
		for (const tour of tours) {
			for (const { thread, target } of waysFrom(tour.state)) {
				const next = seeing(target, tour.ran | (1 << thread), tour);
				if (target === first && isFair(next)) return steps;
				const key = Object.values(next).join();
				if (known.has(key)) continue;
				known.add(key);
				longer.push(next);
			}
		}
		tours = longer;
	}
	return null;
}
