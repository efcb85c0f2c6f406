import { describe, expect, test } from 'vitest';
import { explore } from '../../src/engine/check/exploration.ts';
import { cellsOf, EDGE_TARGET_SHIFT, EDGE_THREAD, type Graph } from '../../src/engine/check/graph.ts';
import { primitiveNames } from '../../src/engine/kernel/primitives.ts';
import { type RwSemaphoreName, rwSemaphores } from '../../src/engine/kernel/rw-semaphore.ts';
import { FINISHED } from '../../src/engine/model/tables.ts';
import type { Plan } from '../../src/engine/simulate/plan.ts';
import { simulate } from '../../src/engine/simulate/simulate.ts';
import { eraNames } from '../../src/experiment/content.ts';
import { prepare } from '../../src/experiment/prepare.ts';
import { emptyRecipe, type Recipe } from '../../src/experiment/recipe.ts';
import { content } from '../support/scenarios.ts';
import { Stepper } from '../support/stepper.ts';

const rwsems = Object.keys(rwSemaphores) as RwSemaphoreName[];
const SEEDS = [1, 2, 3];
const EVENTS = 1500;
const STATES_MAX = 50_000;

/** All as quick as the steps, so that everybody is in everybody's way; the semaphore's time-out fires, too. */
const quick: Partial<Recipe> = Object.fromEntries(
	Object.keys(emptyRecipe)
		.filter((key) => key.endsWith('-ns') && key !== 'step-ns')
		.map((key) => [key, 'exponential:150']),
);

const casts: readonly Partial<Recipe>[] = [
	{ ...quick, victims: 1, lockers: 1, writers: 1 },
	{ ...quick, victims: 1, writers: 2 },
	{ ...quick, faulters: 2 },
	{ ...quick, victims: 1, neighbours: 1, 'wake-ns': 5000 },
	{ ...quick, bystanders: 1, gups: 1, writers: 1, 'step-ns': 1 },
	{ ...quick, nowaits: 1, lockers: 1, inverters: 1, 'wake-ns': 0 },
	{ ...quick, victims: 1, monitors: 1, writers: 1 },
	{ ...quick, victims: 1, lockers: 1, signallers: 1, killers: 1, 'killer-gap-ns': 'exponential:20000' },
	{ victims: 1, lockers: 1, writers: 1, 'duration-ms': 20 },
];

/** The states of a search, by their cells as text. */
function numbersOf(graph: Graph): ReadonlyMap<string, number> {
	return new Map(Array.from({ length: graph.states }, (_, state) => [cellsOf(graph, state).join(), state]));
}

function hasStep({ edgeStarts, edges }: Graph, from: number, thread: number, to: number): boolean {
	const own = edges.subarray(edgeStarts[from], edgeStarts[from + 1]);
	return own.some((edge) => (edge & EDGE_THREAD) === thread && edge >>> EDGE_TARGET_SHIFT === to);
}

/** What a thread does by a step, with the answer: 'up_read=0'; 'asleep=1' if its time-out fires. */
function deedOf({ tables }: Plan, node: number, result: number): string {
	return `${primitiveNames[tables.operation[node] as number] ?? 'asleep'}=${result}`;
}

/** The operations before which a thread may rest, and 'asleep' for who tries out of its sleep. */
function stepsIn({ moves }: Graph, { tables }: Plan): string[] {
	return moves.locals.nodes
		.flatMap((nodes) => [...nodes])
		.filter((node) => tables.operation[node] !== FINISHED)
		.map((node) => primitiveNames[tables.operation[node] as number] ?? 'asleep');
}

/**
 * Follows a timed run through the graph of a search, every delay read as standing at the next step.
 *
 * @param deeds is told what was done
 * @returns the different states that it came through; or in words where it left the graph
 */
function follow(
	plan: Plan,
	graph: Graph,
	numbers: ReadonlyMap<string, number>,
	deeds = new Set<string>(),
): Set<number> | string {
	const visited = new Set([0]);
	let at = 0;
	let left: string | null = null;
	simulate(plan, {
		step(time_ns, thread, node, result, cells) {
			if (left !== null) return;
			deeds.add(deedOf(plan, node, result));
			const stepper = new Stepper(plan, cells);
			for (const each of plan.threads.keys()) stepper.settle(each);
			const state = numbers.get(stepper.cells.join());
			if (state === undefined) left = `at ${time_ns} ns, in a state that is not in the graph`;
			else if (!hasStep(graph, at, thread, state)) left = `at ${time_ns} ns, by a step that is not in the graph`;
			else visited.add(state);
			at = state ?? at;
		},
		activity() {},
		retry() {},
	});
	return left ?? visited;
}

function graphOf({ tables, counts }: Plan, discipline: RwSemaphoreName): Graph {
	const graph = explore({ tables, counts, discipline }, [], { states: STATES_MAX });
	if (!graph.complete) throw new Error(`more than ${STATES_MAX} states`);
	return graph;
}

describe('no state of a timed run lies outside the explored graph, nor any of its steps', () => {
	const rules = eraNames(content, 'page-lock').flatMap((pageLock, index) =>
		eraNames(content, 'policy').map(
			(policy, row) => [pageLock, policy, rwsems[(index + row) % rwsems.length] as string] as const,
		),
	);
	/** By rw_semaphore, what was done in any run; and which of the model's actors were there. */
	const done = new Map(rwsems.map((rwsem) => [rwsem, new Set<string>()]));
	const actors = new Set<string>();
	/** The operations with which a step may begin. */
	const steps = new Set<string>();

	test.for(rules)('page lock %s, policy %s, rw_semaphore %s', ([pageLock, policy, rwsem]) => {
		let all = 0;
		for (const cast of casts) {
			const recipe = { ...emptyRecipe, 'page-lock-unfairness': 1, 'page-lock': pageLock, policy, rwsem, ...cast };
			const { plan } = prepare(recipe, content);
			const graph = graphOf(plan, plan.discipline);
			const numbers = numbersOf(graph);
			for (const { actor } of plan.threads) actors.add(actor);
			for (const name of stepsIn(graph, plan)) steps.add(name);
			for (const seed of SEEDS) {
				const visited = follow({ ...plan, seed, eventLimit: EVENTS }, graph, numbers, done.get(plan.discipline));
				if (typeof visited === 'string') throw new Error(`${JSON.stringify({ ...recipe, seed })}: leaves ${visited}`);
				all += visited.size;
			}
		}
		expect(all).toBeGreaterThan(500);
	});

	test('among them every actor, every step, time-outs and signals', () => {
		expect(actors).toEqual(
			new Set(Object.keys(content.model).flatMap((file) => /^actors\/(.*)\.c$/.exec(file)?.[1] ?? [])),
		);
		const everything = new Set([...done.values()].flatMap((deeds) => [...deeds]));
		const names = new Set([...everything].map((deed) => deed.replace(/=.*/, '')));
		expect(names).toEqual(steps);
		const timedOut = rwsems.filter((rwsem) => done.get(rwsem)?.has('asleep=1'));
		expect(timedOut).toEqual(['handoff', 'v5.3']);
		expect([...everything]).toEqual(
			expect.arrayContaining(['fatal_signal_pending=1', 'signal_pending=1', 'dequeue_signal=1', 'asleep=0']),
		);
	});

	test('which is noticed of a run by other rules than those that were searched', () => {
		const recipe = { ...emptyRecipe, ...quick, victims: 1, writers: 2, rwsem: 'v4.20' };
		const { plan } = prepare(recipe, content);
		const graph = graphOf(plan, 'queue');
		expect(follow({ ...plan, eventLimit: EVENTS }, graph, numbersOf(graph))).toMatch(/^at \d+ ns, in a state/);
	});
});
