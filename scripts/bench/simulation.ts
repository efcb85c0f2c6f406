import { readContent } from '../../src/cli/content.ts';
import { simulate } from '../../src/engine/simulate/simulate.ts';
import { eraNames } from '../../src/experiment/content.ts';
import { prepare } from '../../src/experiment/prepare.ts';
import { emptyRecipe, type Recipe } from '../../src/experiment/recipe.ts';
import { milliseconds } from './measure.ts';
import { noObstacle, type Part } from './part.ts';
import { type Aim, measured, type Row } from './row.ts';

const ROUNDS = 9;
/** Half a million events or more: long enough for a timer, short enough to fit between two disturbances. */
const DURATION_MS = 1000;
const YARDSTICK_ROUNDS = 20_000_000;
/** Below this something is wrong, in million events a second. */
const EXPECTED_AT_LEAST = 4;

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

/** One timed run. */
interface Sample {
	readonly pageLock: string;
	readonly millionsPerSecond: number;
	/** Events to a thousand rounds of the yardstick timed next to it. */
	readonly ratio: number;
}

/**
 * Simulated events a second; an event is a thread given the word: a step taken or a time spent. Machines differ, and so
 * does one from minute to minute: so a fixed loop of integer arithmetic is timed next to each run, and the events to a
 * thousand of its rounds are what to compare between machines.
 */
export const simulation: Part = {
	name: 'simulation',
	title: 'Simulated events, 8 contended threads, all policies',
	obstacle: noObstacle,
	measure: () => {
		const locks = eraNames(content, 'page-lock');
		const cases = locks.flatMap((pageLock) => eraNames(content, 'policy').map((policy) => timed(pageLock, policy)));
		for (const sample of cases) sample();
		const samples = Array.from({ length: ROUNDS }, () => cases.map((sample) => sample())).flat();
		return [
			...locks.flatMap((lock) =>
				rowsOf(
					`${lock} page lock`,
					samples.filter(({ pageLock }) => pageLock === lock),
				),
			),
			...rowsOf('any page lock', samples, { atLeast: EXPECTED_AT_LEAST }),
		];
	},
};

function timed(pageLock: string, policy: string): () => Sample {
	const { plan } = prepare({ ...crowd, policy, 'page-lock': pageLock }, content);
	return () => {
		const yardstick_ms = milliseconds(runYardstick);
		let events = 0;
		const run_ms = milliseconds(() => {
			events = simulate(plan).events;
		});
		return {
			pageLock,
			millionsPerSecond: events / run_ms / 1000,
			ratio: (1000 * events * yardstick_ms) / (run_ms * YARDSTICK_ROUNDS),
		};
	};
}

/** Keeps the yardstick's result alive, or the compiler would leave the loop out. */
let residue = 1;

function runYardstick(): void {
	for (let round = 0; round < YARDSTICK_ROUNDS; round++) {
		residue ^= residue << 13;
		residue ^= residue >>> 17;
		residue ^= residue << 5;
	}
}

function rowsOf(scenario: string, samples: readonly Sample[], aim?: Aim): Row[] {
	return [
		measured(
			{ what: 'events', scenario, unit: 'million/s', ...(aim && { aim }) },
			samples.map(({ millionsPerSecond }) => millionsPerSecond),
		),
		measured(
			{ what: 'to 1000 rounds of a loop', scenario, unit: '' },
			samples.map(({ ratio }) => ratio),
		),
	];
}
