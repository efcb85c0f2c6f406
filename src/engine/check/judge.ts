import type { ParameterKind } from '../c/environment.ts';
import { primitiveNames, primitives } from '../kernel/primitives.ts';
import type { ModelError } from '../model/model-error.ts';
import { assumptions, firstStuck, type WeakestAssumption, weakestAssumption } from './assumption.ts';
import { type Graph, MISUSE, stepFrom, type TakenStep, wayTo } from './graph.ts';
import { type Lasso, shortestLasso } from './lasso.ts';
import type { CheckModel, Fairness, Progress, Watch } from './model.ts';
import { type Pending, pendingOf } from './pending.ts';
import { type Reason, replayDeadlock, replayLasso, replayMisuse, replayWatched } from './replay.ts';

/** UNKNOWN: what was found of the states says neither. */
export type Verdict = 'HOLDS' | 'VIOLATED' | 'UNKNOWN';

/** What became of one property. */
export interface Judgement {
	readonly verdict: Verdict;
	/** The thread that fares worst; null if the property is about nobody. */
	readonly thread: number | null;
	/** Null unless it is a property of progress, and all states could be asked. */
	readonly weakest: WeakestAssumption | null;
	/** The way to violate it that takes the fewest steps; replayed. */
	readonly lasso: Lasso | null;
	/** Per thread, why the lasso's loop is fair to it. */
	readonly reasons: readonly (Reason | null)[];
}

/** About nobody, so it holds. */
const vacuous: Judgement = { verdict: 'HOLDS', thread: null, weakest: 'none', lasso: null, reasons: [] };

/**
 * Judges a property by each thread that it is about, and tells the worst: the one that is violated, of
 * several the one that needs most to come out, then the one with the fewest steps.
 */
export function judge(model: CheckModel, graph: Graph, progresses: readonly Progress[], fairness: Fairness): Judgement {
	const isAnswerable = isWhole(graph);
	const asked = withoutTwins(model, progresses).map((progress) => {
		const pending = pendingOf(graph, model.tables, progress);
		return { pending, weakest: isAnswerable ? weakestAssumption(pending) : null };
	});
	const rank = (weakest: WeakestAssumption | null) => (weakest === null ? 0 : assumptions.indexOf(weakest));
	const highest = Math.max(...asked.map(({ weakest }) => rank(weakest)));
	const judged = asked
		.filter(({ weakest }) => rank(weakest) === highest)
		.map(({ pending, weakest }) => judgeOne(model, pending, weakest, fairness));
	return judged.reduce((a, b) => (badness(b) > badness(a) ? b : a), judged[0] ?? vacuous);
}

/**
 * Of threads that begin at the same node, the first alone: exchanged, they make the same graph. Not where the C names
 * threads, for it may mean one of them.
 */
function withoutTwins({ tables }: CheckModel, progresses: readonly Progress[]): readonly Progress[] {
	if (tables.operation.some(namesThread)) return progresses;
	const entryOf = ({ thread }: Progress) => tables.entries[thread];
	return progresses.filter(
		(each, index) => progresses.findIndex((other) => entryOf(other) === entryOf(each)) === index,
	);
}

function namesThread(number: number): boolean {
	const name = primitiveNames[number];
	const parameters: readonly ParameterKind[] = name === undefined ? [] : primitives[name].parameters;
	return parameters.some((parameter) => typeof parameter === 'object' && parameter.struct === 'task_struct');
}

/** Judges that somebody can always run, until all have finished. */
export function judgeDeadlock(model: CheckModel, graph: Graph): Judgement {
	const stuck = firstStuck(graph, model.tables);
	if (stuck === null) return unlessSeen(isWhole(graph));
	const stem = wayTo(graph, stuck);
	replayDeadlock(model, stem);
	return violatedBy(stem);
}

/** Judges that a watch, which the graph was searched with, is never passed. */
export function judgeWatch(model: CheckModel, graph: Graph, watch: Watch): Judgement {
	const sighting = graph.sightings.get(watch.name);
	if (sighting === undefined) return unlessSeen(isWhole(graph));
	const stem = [...wayTo(graph, sighting.state), stepFrom(graph, sighting.state, sighting.thread)];
	replayWatched(model, stem, watch);
	return violatedBy(stem);
}

/** Judges that the C never misuses an operation, as in giving back a lock that the thread does not hold. */
export function judgeMisuse(model: CheckModel, graph: Graph): Judgement & { readonly error: ModelError | null } {
	const sighting = graph.sightings.get(MISUSE);
	if (sighting === undefined) return { ...unlessSeen(graph.complete), error: null };
	const stem = [...wayTo(graph, sighting.state), stepFrom(graph, sighting.state, sighting.thread)];
	return { ...violatedBy(stem), error: replayMisuse(model, stem) };
}

/** Whether all that can happen is in the graph: where the C misuses an operation, nothing is known of what follows. */
function isWhole(graph: Graph): boolean {
	return graph.complete && graph.failing.size === 0;
}

function unlessSeen(isKnown: boolean): Judgement {
	return { verdict: isKnown ? 'HOLDS' : 'UNKNOWN', thread: null, weakest: null, lasso: null, reasons: [] };
}

function violatedBy(stem: readonly TakenStep[]): Judgement {
	return { verdict: 'VIOLATED', thread: null, weakest: null, lasso: { stem, loop: [] }, reasons: [] };
}

function judgeOne(
	model: CheckModel,
	pending: Pending,
	weakest: WeakestAssumption | null,
	fairness: Fairness,
): Judgement {
	const { progress } = pending;
	const mayHold = weakest !== null && assumptions.indexOf(weakest) <= assumptions.indexOf(fairness);
	const lasso = mayHold ? null : shortestLasso(pending, fairness);
	const verdict = lasso !== null ? 'VIOLATED' : weakest === null ? 'UNKNOWN' : 'HOLDS';
	const reasons = lasso === null ? [] : replayLasso(model, lasso, progress, fairness);
	return { verdict, thread: progress.thread, weakest, lasso, reasons };
}

/** The higher, the worse; shorter lassos are worse, since they are told more easily. */
function badness({ lasso }: Judgement): number {
	return lasso === null ? 0 : 1 / (1 + lasso.stem.length + lasso.loop.length);
}
