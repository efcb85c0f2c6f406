import { assumptions, type WeakestAssumption, weakestAssumption } from './assumption.ts';
import type { Graph } from './graph.ts';
import { type Lasso, shortestLasso } from './lasso.ts';
import type { CheckModel, Fairness, Progress } from './model.ts';
import { type Pending, pendingOf } from './pending.ts';
import { type Reason, replayLasso } from './replay.ts';

/** UNKNOWN: what was found of the states says neither. */
export type Verdict = 'HOLDS' | 'VIOLATED' | 'UNKNOWN';

/** What became of one property. */
export interface Judgement {
	readonly verdict: Verdict;
	/** The thread that fares worst; null if the property is about nobody. */
	readonly thread: number | null;
	/** Null unless the verdict could be asked of all states. */
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
export function judge(
	model: CheckModel,
	graph: Graph,
	progresses: readonly Progress[],
	fairness: Fairness,
): Judgement {
	const isWhole = graph.complete && graph.failing.size === 0;
	const asked = progresses.map((progress) => {
		const pending = pendingOf(graph, model.tables, progress);
		return { pending, weakest: isWhole ? weakestAssumption(pending) : null };
	});
	const rank = (weakest: WeakestAssumption | null) => (weakest === null ? 0 : assumptions.indexOf(weakest));
	const highest = Math.max(...asked.map(({ weakest }) => rank(weakest)));
	const judged = asked
		.filter(({ weakest }) => rank(weakest) === highest)
		.map(({ pending, weakest }) => judgeOne(model, pending, weakest, fairness));
	const worst = judged.reduce((a, b) => (badness(b) > badness(a) ? b : a), judged[0] ?? vacuous);
	return worst;
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
