import type { Place } from '../engine/c/source.ts';
import type { TakenStep } from '../engine/check/graph.ts';
import type { Lasso } from '../engine/check/lasso.ts';
import { wayToRest } from '../engine/check/local-states.ts';
import { replay } from '../engine/check/replay.ts';
import { type PrimitiveName, primitiveNames, primitives } from '../engine/kernel/primitives.ts';
import { shapeOf } from '../engine/kernel/shape.ts';
import type { ModelError } from '../engine/model/model-error.ts';
import { ASLEEP, SUCCESSORS, type Tables } from '../engine/model/tables.ts';
import type { PreparedCheck } from './prepare-check.ts';
import type { Cast } from './record-cast.ts';
import type { NamedThread } from './threads.ts';
import { wordsOfStep } from './words-of-step.ts';

/** One step of a trace, told in full: the very object that `bin/polite check --json` prints. */
export interface TraceStep {
	/** By its name, as in 'locker 2'. */
	readonly thread: string;
	/** The C function that the thread runs. */
	readonly actor: string;
	/** Where the operation stands in the model's C. */
	readonly file: string;
	/** First the operation's own line, then those of the same file that the thread ran through behind it. */
	readonly lines: readonly number[];
	/** The (first) operation of the step, as the C calls it; 'asleep' for one who tries out of its sleep. */
	readonly operation: string;
	/** What it is about, as in 'page 0'. */
	readonly object: string;
	/** What the step did, as a sentence without its subject. */
	readonly words: string;
}

/**
 * Tells steps by playing them.
 * @throws Error if they do not go as the search has it
 */
export function traceOf(prepared: PreparedCheck, steps: readonly TakenStep[]): TraceStep[] {
	const { searched, threads } = prepared;
	const { tables, counts } = searched;
	const cast: Cast = { tables, shape: shapeOf(counts), names: threads.map(({ name }) => name) };
	const trace: TraceStep[] = [];
	replay(searched, steps, (step, before, after) => {
		const ranThrough = placesOf(tables, step, after[step.thread] as number);
		trace.push(told(prepared, step, ranThrough, wordsOfStep(cast, { ...step, before, after })));
	});
	return trace;
}

/** Tells the way to an error of the C, if there is one: the last step's words say what is wrong. */
export function misuseOf(
	prepared: PreparedCheck,
	{ lasso, error }: { readonly lasso: Lasso | null; readonly error: ModelError | null },
): TraceStep[] {
	const last = lasso?.stem.at(-1);
	if (lasso === null || error === null || last === undefined) return [];
	return [...traceOf(prepared, lasso.stem.slice(0, -1)), told(prepared, last, [], error.message)];
}

function told(
	{ searched: { tables }, threads }: PreparedCheck,
	{ thread, node }: TakenStep,
	ranThrough: readonly Place[],
	words: string,
): TraceStep {
	const { name, actor } = threads[thread] as NamedThread;
	const place = tables.positions[node]?.at(-1);
	return {
		thread: name,
		actor,
		file: place?.file ?? '',
		lines: [
			...new Set(
				[...(place === undefined ? [] : [place]), ...ranThrough]
					.filter(({ file }) => file === place?.file)
					.map(({ line }) => line),
			),
		],
		operation: operationAt(tables, node),
		object: objectAt(tables, node),
		words,
	};
}

/** The places that a thread ran through in one step: in a section, on the shortest way through it that ends as it did. */
function placesOf(tables: Tables, { node, result }: TakenStep, settled: number): readonly Place[] {
	const before = new Map([[node, [] as readonly Place[]]]);
	for (const [at, places] of before) {
		for (let answer = 0; answer < SUCCESSORS; answer++) {
			const way = at * SUCCESSORS + answer;
			const next = tables.successor[way] as number;
			if (next < 0) continue;
			const ran = [...places, ...(tables.edgePlaces[way] ?? [])];
			const goesOn = (next & 1) === 1;
			if (goesOn && !before.has(next >> 1)) before.set(next >> 1, ran);
			if (!goesOn && answer === result && wayToRest(tables, next >> 1).has(settled)) return ran;
		}
	}
	return [];
}

function operationAt({ operation }: Tables, node: number): string {
	return operation[node] === ASLEEP ? 'asleep' : (primitiveNames[operation[node] as number] as string);
}

/** By the struct that the operation is given: a page's flags and queue are the page's, a semaphore its mm's. */
function objectAt({ operation, object }: Tables, node: number): string {
	if (operation[node] === ASLEEP) return `mm ${object[node]}`;
	const { parameters } = primitives[primitiveNames[operation[node] as number] as PrimitiveName];
	const structs = parameters.map((parameter) => (typeof parameter === 'object' ? parameter.struct : ''));
	const isOfMm = structs.includes('mm_struct') || structs.includes('rw_semaphore');
	return `${isOfMm ? 'mm' : 'page'} ${object[node]}`;
}
