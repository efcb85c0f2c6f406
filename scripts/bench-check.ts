/*
 * How fast the search is on this machine, on one core, and what it keeps:
 *
 *     npm run bench
 *
 * Medians of several runs, with the least and the largest: machines differ, and so does one machine from
 * minute to minute. Judges nothing: exit 0, with a warning where it is slower or larger than was aimed at.
 * Against spin, where it is installed, compare-with-spin.ts --time measures in the same run.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { readContent } from '../src/cli/content.ts';
import { Exploration, explore } from '../src/engine/check/exploration.ts';
import { judge } from '../src/engine/check/judge.ts';
import { check } from '../src/experiment/check.ts';
import { actorsText } from '../src/experiment/matrix.ts';
import { type PreparedCheck, prepareCheck } from '../src/experiment/prepare-check.ts';
import { progressProperties, watches } from '../src/experiment/properties.ts';
import { emptyRecipe, type Recipe } from '../src/experiment/recipe.ts';
import { isViolated, plainSearch } from '../tests/check/plain-checker.ts';
import { timeWorkers } from './bench-worker.ts';
import { median, milliseconds, spread } from './measure.ts';

const ROUNDS = 9;
/** A plain search takes seconds. */
const PLAIN_ROUNDS = 3;
const PROCESSES = 9;

/** What was aimed at. */
const STATES_PER_SECOND_MIN = 4e6;
const BYTES_PER_STATE_MAX = 60;
const FIRST_LASSO_MS = 25;
const WORKER_LASSO_MS = 100;
const STANDARD_CELL_MS = 1000;

/** From so many states on, what a search keeps is told by the state: below, the table of moves weighs more. */
const STATES_MIN = 20_000;
/** How often a search is asked what it keeps, in states expanded. */
const BYTES_EVERY = 250;

const content = readContent();

const recipe = (policy: string, pageLock: string, rwsem: string, actors: Partial<Recipe>): Recipe => ({
	...emptyRecipe,
	policy,
	'page-lock': pageLock,
	rwsem,
	...actors,
});
const standard = { victims: 1, lockers: 2, writers: 1, bystanders: 1 };
const small = recipe('v4.20', 'v4.20', 'queue', { victims: 1, lockers: 2, writers: 1 });

/** Some 2 x 10^5 states each. */
const searches = [
	recipe('v4.20', 'v4.20', 'queue', { victims: 1, lockers: 3, writers: 1 }),
	recipe('v5.7', 'v5.9', 'v5.3', standard),
	recipe('v4.20', 'v4.20', 'queue', { victims: 1, lockers: 2, writers: 2, bystanders: 1 }),
];
/** From three threads to six. */
const kept = [
	recipe('v4.20', 'v5.9', 'queue', { victims: 1, lockers: 2, writers: 2 }),
	recipe('v5.7', 'v4.20', 'v5.3', standard),
	...searches,
	recipe('v4.20', 'v4.20', 'v4.20', { ...standard, writers: 2 }),
	recipe('v4.20', 'v4.20', 'queue', { victims: 1, faulters: 2, lockers: 1, writers: 1 }),
];

function main(): void {
	console.log(`The search, on Node ${process.version}: medians, least and largest.\n`);
	searches.forEach(searchSpeed);
	console.log('');
	kept.forEach(bytesKept);
	console.log('');
	againstPlainChecker();
	firstLasso();
	standardCell();
}

function actorsOf({ victims, faulters, lockers, writers, bystanders }: Recipe): string {
	const counts = Object.entries({ victims, faulters, lockers, writers, bystanders });
	return actorsText(Object.fromEntries(counts.filter(([, count]) => count > 0)));
}

function warnIf(isMissed: boolean, aim: string): void {
	if (isMissed) console.log(`  WARNING: ${aim} was aimed at.`);
}

/** All states and steps, with the marks watched that must not be passed. */
function searchSpeed(recipe: Recipe): void {
	const { searched } = prepareCheck(recipe, content);
	const watched = watches(searched.tables);
	const { states } = explore(searched, watched);
	const rates = Array.from({ length: ROUNDS }, () => states / milliseconds(() => explore(searched, watched)) / 1000);
	console.log(`${actorsOf(recipe)}: ${states} states, ${spread(rates, 2)} million a second`);
	warnIf(median(rates) * 1e6 < STATES_PER_SECOND_MIN, `${STATES_PER_SECOND_MIN / 1e6} million`);
}

/** What the arrays take, full or not, in a state's share: in the end, and at the worst moment. */
function bytesKept(recipe: Recipe): void {
	const { searched } = prepareCheck(recipe, content);
	const exploration = new Exploration(searched, watches(searched.tables));
	let most = 0;
	for (let isOver = false; !isOver; ) {
		isOver = exploration.advance(BYTES_EVERY);
		const { states, bytes } = exploration.graph;
		if (states >= STATES_MIN) most = Math.max(most, bytes / states);
	}
	const { states, bytes } = exploration.graph;
	const share = (bytes / states).toFixed(1);
	console.log(`${actorsOf(recipe)}: ${states} states, ${share} bytes a state, ${most.toFixed(1)} at most on the way`);
	warnIf(most > BYTES_PER_STATE_MAX, `${BYTES_PER_STATE_MAX} bytes`);
}

function againstPlainChecker(): void {
	const prepared = prepareCheck(small, content);
	const { searched } = prepared;
	const progress = victimCompletes(prepared);
	const plain_ms = rounds(PLAIN_ROUNDS, () => isViolated(plainSearch(searched), progress, 'weak'));
	const fast_ms = rounds(ROUNDS, () => judge(searched, explore(searched), [progress], 'weak'));
	console.log(`${actorsOf(small)}, until the victim is judged:`);
	console.log(`  ${spread(fast_ms, 1)} ms; plain checker ${spread(plain_ms, 0)} ms;`);
	console.log(`  ratio ${(median(plain_ms) / median(fast_ms)).toFixed(0)}`);
}

function victimCompletes(prepared: PreparedCheck) {
	const victim = progressProperties(prepared)[0]?.progresses[0];
	if (victim === undefined) throw new Error('nobody is there whose fault could be judged');
	return victim;
}

function rounds(count: number, work: () => void): number[] {
	work();
	return Array.from({ length: count }, () => milliseconds(work));
}

/** In fresh processes, so that nothing has been compiled by the engine that runs the script. */
function firstLasso(): void {
	const program = path.join(import.meta.dirname, 'bench-first-lasso.ts');
	const times = Array.from({ length: PROCESSES }, () => {
		const { stdout, stderr, status } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
		if (status !== 0) throw new Error(`bench-first-lasso.ts ended with ${status}:\n${stderr}`);
		return JSON.parse(stdout) as { first_ms: number; later_ms: number };
	});
	const first_ms = times.map((time) => time.first_ms);
	const later_ms = times.map((time) => time.later_ms);
	console.log('1 victim, 1 locker, from C to the shortest lasso:');
	console.log(`  ${spread(first_ms, 1)} ms the first time in a process, ${spread(later_ms, 1)} ms later on`);
	warnIf(median(first_ms) > FIRST_LASSO_MS, `${FIRST_LASSO_MS} ms`);
}

/** The whole of `bin/polite check`: every property, its lasso, the expected retries. */
function standardCell(): void {
	for (const [policy, pageLock, rwsem] of [
		['v4.20', 'v4.20', 'v4.20'],
		['v5.7', 'v5.9', 'v5.3'],
	] as const) {
		const cell = recipe(policy, pageLock, rwsem, standard);
		const times = rounds(ROUNDS, () => check(cell, content));
		console.log(`${actorsOf(cell)}; ${policy}, ${pageLock}, ${rwsem}: every property in ${spread(times, 0)} ms`);
		warnIf(median(times) > STANDARD_CELL_MS, `${STANDARD_CELL_MS} ms`);
	}
}

async function lassoInWorker(): Promise<void> {
	const times = await timeWorkers(PROCESSES);
	const first_ms = times.map((time) => time.first_ms);
	const second_ms = times.map((time) => time.second_ms);
	console.log('1 victim, 1 locker, from C to the shortest lasso in a worker of Chromium:');
	console.log(`  ${spread(first_ms, 1)} ms the first time in a worker, ${spread(second_ms, 1)} ms the second`);
	warnIf(median(first_ms) > WORKER_LASSO_MS, `${WORKER_LASSO_MS} ms`);
}

main();
await lassoInWorker();
