import { sample } from '../../src/engine/simulate/duration.ts';
import { interval } from '../../src/engine/simulate/interval.ts';
import { Random } from '../../src/engine/simulate/random.ts';

/** Random numbers of known mean; of several, each takes what it needs from a stream. */
export const populations = {
	/** A sum of twelve, which is as good as normal. */
	normal: { mean: 6, draw: (random: Random) => sum(12, () => random.next(0) / 2 ** 32) },
	uniform: { mean: 0.5, draw: (random: Random) => random.next(0) / 2 ** 32 },
	exponential: { mean: 1e6, draw: (random: Random) => sample({ kind: 'exponential', mean_ns: 1e6 }, random, 0) },
} as const;
export type PopulationName = keyof typeof populations;

/** In how many of so many experiments, as a share, the project's 95 % interval around `count` random numbers holds their true mean. */
export function coverage(name: PopulationName, count: number, experiments: number, seed = 1): number {
	const { mean: truth, draw } = populations[name];
	const random = new Random(seed, 1);
	let held = 0;
	for (let left = experiments; left > 0; left--) {
		const found = interval(Array.from({ length: count }, () => draw(random)));
		if (found === null || found.plusOrMinus === null) throw new Error('one value has no interval; ask for more');
		if (Math.abs(found.mean - truth) <= found.plusOrMinus) held++;
	}
	return held / experiments;
}

function sum(count: number, draw: () => number): number {
	let total = 0;
	for (let left = count; left > 0; left--) total += draw();
	return total;
}
