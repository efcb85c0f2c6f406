/*
 * How fast the engine is on this machine, on one core:
 *
 *     npm run bench
 *
 * Prints simulated events per second, and how long the way from C to tables takes. An event is a
 * thread given the word: a step taken or a time spent. Machines differ, and so does one machine
 * from minute to minute; so a fixed loop of integer arithmetic is timed in between, and the events
 * to a thousand of its rounds are what to compare. Judges nothing: exit 0, with a warning if slow.
 */
import { readContent } from '../src/cli/content.ts';
import { primitives } from '../src/engine/kernel/primitives.ts';
import { unfold } from '../src/engine/model/unfold.ts';
import { simulate } from '../src/engine/simulate/simulate.ts';
import { eraNames } from '../src/experiment/content.ts';
import { compileModel } from '../src/experiment/model.ts';
import { prepare } from '../src/experiment/prepare.ts';
import { emptyRecipe, type Recipe } from '../src/experiment/recipe.ts';
import { median, milliseconds } from './measure.ts';

const ROUNDS = 9;
/** Half a million events or more: long enough for a timer, short enough to fit between two disturbances. */
const DURATION_MS = 1000;
const YARDSTICK_ROUNDS = 20_000_000;
/** Below this something is wrong, in events a second. */
const EXPECTED_AT_LEAST = 4_000_000;

const content = readContent();

/** Eight threads that get in one another's way. */
const crowd: Recipe = {
	...emptyRecipe,
	victims: 1,
	faulters: 2,
	bystanders: 1,
	writers: 2,
	lockers: 2,
	'duration-ms': DURATION_MS,
};

interface Case {
	readonly name: string;
	/** Runs once; returns how many events. */
	readonly run: () => number;
	/** Of each timed run, events a second. */
	readonly rates: number[];
	/** Of each timed run, events to a thousand rounds of the yardstick timed next to it. */
	readonly ratios: number[];
}

const cases = eraNames(content, 'page-lock').flatMap((pageLock) =>
	eraNames(content, 'policy').map((policy): Case => {
		const { plan } = prepare({ ...crowd, policy, 'page-lock': pageLock }, content);
		return { name: `${pageLock} lock, ${policy}`, run: () => simulate(plan).events, rates: [], ratios: [] };
	}),
);

/** Keeps the yardstick's result alive, or the compiler would leave the loop out. */
let residue = 1;

function runYardstick(): void {
	for (let round = 0; round < YARDSTICK_ROUNDS; round++) {
		residue ^= residue << 13;
		residue ^= residue >>> 17;
		residue ^= residue << 5;
	}
}

const seconds = (work: () => void): number => milliseconds(work) / 1000;

function timeOnce({ run, rates, ratios }: Case): void {
	const yardstick_s = seconds(runYardstick);
	let events = 0;
	const run_s = seconds(() => {
		events = run();
	});
	rates.push(events / run_s);
	ratios.push((1000 * events * yardstick_s) / (run_s * YARDSTICK_ROUNDS));
}

/** From the model's text to the tables of eight threads, all eras in turn; seconds for each. */
function timeTables(): number[] {
	const { threads } = prepare(crowd, content).plan;
	return eraNames(content, 'page-lock').flatMap((pageLock) =>
		eraNames(content, 'policy').map((policy) =>
			seconds(() => {
				const { program } = compileModel(content, { policy, 'page-lock': pageLock });
				if (program !== null) unfold(program, primitives, threads);
			}),
		),
	);
}

for (const { run } of cases) run();
const tables_s = Array.from({ length: ROUNDS }, timeTables).flat();
for (let round = 0; round < ROUNDS; round++) cases.forEach(timeOnce);

const millions = (rate: number) => (rate / 1e6).toFixed(1).padStart(8);
const row = (name: string, best: string, middle: string, ratio: string) =>
	console.log(name.padEnd(24) + best.padStart(10) + middle.padStart(10) + ratio.padStart(26));

console.log(`Simulated events, 8 contended threads, ${ROUNDS} runs each on Node ${process.version}.`);
console.log('An event is a thread given the word: a step taken or a time spent.\n');
row('', 'best', 'median', 'events to 1000 rounds');
row('', 'M/s', 'M/s', 'of an integer loop');
for (const { name, rates, ratios } of cases) {
	row(name, millions(Math.max(...rates)), millions(median(rates)), median(ratios).toFixed(1));
}
const all = cases.flatMap(({ rates }) => rates);
const allRatios = cases.flatMap(({ ratios }) => ratios);
row('all', millions(Math.max(...all)), millions(median(all)), median(allRatios).toFixed(1));
const inMilliseconds = (time_s: number) => (time_s * 1000).toFixed(1);
console.log(
	`\nFrom C to tables: best ${inMilliseconds(Math.min(...tables_s))} ms, median ${inMilliseconds(median(tables_s))} ms.`,
);
if (median(all) < EXPECTED_AT_LEAST) {
	console.log(
		`\nWARNING: fewer than ${EXPECTED_AT_LEAST / 1e6} million events a second; something is wrong, or the machine is busy.`,
	);
}
