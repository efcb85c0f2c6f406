import { operation, primitiveNames, primitives } from '../../src/engine/kernel/primitives.ts';
import { SUCCESSORS, type Tables } from '../../src/engine/model/tables.ts';
import type { ActorResult } from '../../src/engine/simulate/measure.ts';
import type { Plan } from '../../src/engine/simulate/plan.ts';
import { simulate } from '../../src/engine/simulate/simulate.ts';
import type { ModelContent } from '../../src/experiment/content.ts';
import { ONE_FAULT, prepareCheck } from '../../src/experiment/prepare-check.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';

/** The mean of the time that each thread lets go by before a step: long beside the step's own 1 ns. */
const STEP_MEAN_NS = 1_000_000;

/** The number of the one time that a thread may spend; all that the C spends takes none. */
const BEFORE_A_STEP = 1;

const instantly = { kind: 'constant', ns: 0 } as const;

/**
 * The plan under which the timed run is a random scheduler: before each step a thread waits for a time without memory, of
 * the same mean for all; so whoever can run is equally likely to be next. One fault of a victim, as in a search.
 */
export function randomSchedulerPlan(recipe: Recipe, content: ModelContent): Plan {
	const { searched, threads } = prepareCheck(recipe, content);
	return {
		tables: withTimeBeforeSteps(searched.tables),
		threads,
		counts: searched.counts,
		discipline: searched.discipline,
		durations: [instantly, { kind: 'exponential', mean_ns: STEP_MEAN_NS }],
		step_ns: 1,
		wake: instantly,
		timeOut: instantly,
		streams: [0, 1, 2, 3],
		seed: 1,
		duration_ns: STEP_MEAN_NS,
		eventLimit: Number.POSITIVE_INFINITY,
	};
}

/** How often the victim's fault is retried, under a seed's order. */
export function retriesUnder(plan: Plan, seed: number): number {
	// The same order from the start, for longer and longer, until the fault has ended.
	for (let steps = 100; ; steps *= 4) {
		const { actors } = simulate({ ...plan, seed, duration_ns: steps * STEP_MEAN_NS });
		const { retries } = actors[ONE_FAULT] as ActorResult;
		if (retries.mean !== null) return retries.mean;
	}
}

/** The same threads with a time to spend before each step; sections stay one step. What the C itself spends is none. */
function withTimeBeforeSteps(tables: Tables): Tables {
	const { nodeCount } = tables;
	const before = new Map<number, number>();
	for (let node = 0; node < nodeCount; node++) if (isStep(tables, node)) before.set(node, nodeCount + before.size);
	const added = [...before.keys()];
	const operations = [...tables.operation, ...added.map(() => operation.spend)];
	const isOfC = (node: number) => tables.operation[node] === operation.spend;
	const late = (way: number) => (way >= 0 && (way & 1) === 0 ? (before.get(way >> 1) ?? way >> 1) * 2 : way);
	return {
		nodeCount: operations.length,
		operation: Int32Array.from(operations),
		object: Int32Array.from([
			...tables.object.map((object, node) => (isOfC(node) ? 0 : object)),
			...added.map(() => BEFORE_A_STEP),
		]),
		argument: Int32Array.from([...tables.argument, ...added.map(() => 0)]),
		successor: Int32Array.from([
			...tables.successor.map(late),
			...added.flatMap((node) => [node * 2, ...Array(SUCCESSORS - 1).fill(-1)]),
		]),
		positions: [...tables.positions, ...added.map(() => [])],
		edgePlaces: [...tables.edgePlaces, ...added.flatMap(() => Array(SUCCESSORS).fill([]))],
		entries: tables.entries.map((entry) => before.get(entry) ?? entry),
	};
}

function isStep({ operation: operations }: Tables, node: number): boolean {
	const name = primitiveNames[operations[node] as number];
	return name !== undefined && primitives[name].kind === 'step';
}
