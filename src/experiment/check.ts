import type { WeakestAssumption } from '../engine/check/assumption.ts';
import { expectedMarks } from '../engine/check/expected-marks.ts';
import { type CheckLimits, DEFAULT_LIMITS, Exploration } from '../engine/check/exploration.ts';
import type { Graph } from '../engine/check/graph.ts';
import { type Judgement, judge, judgeDeadlock, judgeMisuse, judgeWatch, type Verdict } from '../engine/check/judge.ts';
import type { Fairness, Progress } from '../engine/check/model.ts';
import { pendingOf } from '../engine/check/pending.ts';
import { engineVersion } from '../engine/engine-version.ts';
import type { ModelContent } from './content.ts';
import { digest } from './digest.ts';
import { type PreparedCheck, prepareCheck } from './prepare-check.ts';
import { progressProperties, retryMarks, watches } from './properties.ts';
import type { Recipe } from './recipe.ts';
import { type Origin, type ResultHead, resultHead } from './result-head.ts';
import { misuseOf, type TraceStep, traceOf } from './trace.ts';

/** What became of a property. Steps are counted from 1, the stem's first, and on through the loop. */
export interface PropertyResult {
	readonly name: string;
	/** The thread that fares worst, by its name; null where the property is not one of a single thread. */
	readonly thread: string | null;
	readonly verdict: Verdict;
	/** It holds because nobody is there whom it is about. */
	readonly vacuous: boolean;
	/** Null for what is no property of progress, and where not all states are known. */
	readonly weakestAssumption: WeakestAssumption | null;
	readonly stem: readonly TraceStep[];
	/** Over and over, for ever; empty where nobody can run any more, and in a trace to what must not be. */
	readonly loop: readonly TraceStep[];
	/** By the thread's name, why the loop is fair to it: it runs in that step, or cannot run before it. */
	readonly fairness: Readonly<Record<string, { readonly reason: 'runs' | 'blocked'; readonly step: number | null }>>;
}

/** What a search came to: the very object that `bin/polite check --json` prints. */
export interface CheckResult extends ResultHead {
	/** 16 hexadecimal digits over all below; null if not all states were explored. */
	readonly digest: string | null;
	/** What was assumed of the scheduler. */
	readonly fairness: Fairness;
	readonly states: number;
	readonly transitions: number;
	/** Steps to the farthest state. */
	readonly depth: number;
	/** Whether these are all states. */
	readonly complete: boolean;
	/**
	 * How often the victim's fault is expected to be retried if each step is anybody's who can run, each equally likely,
	 * to 12 digits, of which 9 are sure; null without a victim, if not all states are known, or if it takes too long.
	 */
	readonly expectedRetries: number | 'infinite' | null;
	readonly properties: readonly PropertyResult[];
}

/** How a search is to be done; whatever is left out is as in `bin/polite check`. */
export interface CheckOptions {
	readonly fairness?: Fairness;
	readonly limits?: CheckLimits;
	readonly experiment?: Origin;
}

/** States expanded in one go of `search`: some hundredth of a second. */
const SLICE = 20_000;

/**
 * A search in slices: `advance` until it says that it is done, look at `progress` in between, then take
 * the `result`; of a search that was stopped before it says what is known, and UNKNOWN of the rest.
 */
export class Search {
	readonly #prepared: PreparedCheck;
	readonly #recipe: Recipe;
	readonly #options: CheckOptions;
	readonly #exploration: Exploration;

	/** @throws EraError, CompileError, ModelError if the content's C is not in order; CheckError for more threads than a search holds */
	constructor(recipe: Recipe, content: ModelContent, options: CheckOptions = {}) {
		this.#recipe = recipe;
		this.#options = options;
		this.#prepared = prepareCheck(recipe, content);
		const { searched } = this.#prepared;
		this.#exploration = new Exploration(searched, watches(searched.tables), options.limits ?? DEFAULT_LIMITS);
	}

	/** Returns whether the search is over. */
	advance(): boolean {
		return this.#exploration.advance(SLICE);
	}

	get progress() {
		return this.#exploration.progress;
	}

	/** What the states found take, in bytes; to judge them takes as much again or twice. */
	get bytes(): number {
		return this.#exploration.graph.bytes;
	}

	/** Judges what was found. Throws Error if a trace does not replay, which would be a fault of the search. */
	result(): CheckResult {
		const { graph } = this.#exploration;
		const prepared = this.#prepared;
		const { experiment = null, fairness = 'weak' } = this.#options;
		const progresses = progressProperties(prepared);
		const victims = progresses.find(({ name }) => name === 'victim-completes')?.progresses ?? [];
		const found = {
			fairness,
			states: graph.states,
			transitions: graph.transitions,
			depth: graph.depth,
			complete: graph.complete,
			expectedRetries: expectedRetries(prepared, graph, victims[0] ?? null),
			properties: [
				...progresses.map(({ name, progresses: each }) =>
					told(prepared, name, judge(prepared.searched, graph, each, fairness), each.length === 0),
				),
				...safetyProperties(prepared, graph),
			],
		};
		const identity = [engineVersion, prepared.model.digest, JSON.stringify(prepared.threads), this.#recipe.rwsem];
		return {
			...resultHead(experiment, this.#recipe, prepared.model.digest),
			digest: graph.complete ? digest([...identity, JSON.stringify(found)].join('\n'), 16) : null,
			...found,
		};
	}
}

/** Searches a valid recipe to its end. Throws as `Search` does. */
export function check(recipe: Recipe, content: ModelContent, options: CheckOptions = {}): CheckResult {
	const search = new Search(recipe, content, options);
	while (!search.advance());
	return search.result();
}

function safetyProperties(prepared: PreparedCheck, graph: Graph): PropertyResult[] {
	const { searched } = prepared;
	const misuse = judgeMisuse(searched, graph);
	return [
		told(prepared, 'no-deadlock', judgeDeadlock(searched, graph), false),
		...watches(searched.tables).map((watch) => told(prepared, watch.name, judgeWatch(searched, graph, watch), false)),
		{ ...told(prepared, 'no-misuse', { ...misuse, lasso: null }, false), stem: misuseOf(prepared, misuse) },
	];
}

function expectedRetries({ searched }: PreparedCheck, graph: Graph, victim: Progress | null) {
	if (victim === null || !graph.complete || graph.failing.size > 0) return null;
	const expected = expectedMarks(pendingOf(graph, searched.tables, victim), retryMarks(searched.tables));
	if (expected === null) return null;
	return expected === Number.POSITIVE_INFINITY ? ('infinite' as const) : Number(expected.toPrecision(12));
}

function told(prepared: PreparedCheck, name: string, judgement: Judgement, vacuous: boolean): PropertyResult {
	const { verdict, thread, weakest, lasso, reasons } = judgement;
	const stemLength = lasso?.stem.length ?? 0;
	const steps = lasso === null ? [] : traceOf(prepared, [...lasso.stem, ...lasso.loop]);
	const nameOf = (each: number) => (prepared.threads[each] as PreparedCheck['threads'][number]).name;
	return {
		name,
		thread: thread === null ? null : nameOf(thread),
		verdict,
		vacuous,
		weakestAssumption: weakest,
		stem: steps.slice(0, stemLength),
		loop: steps.slice(stemLength),
		fairness: Object.fromEntries(
			reasons.flatMap((reason, each) => {
				if (reason === null) return [];
				const step = reason.step === null ? null : stemLength + reason.step + 1;
				return [[nameOf(each), { reason: reason.reason, step }]];
			}),
		),
	};
}
