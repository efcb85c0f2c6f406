import { simulate } from '../../src/engine/simulate/simulate.ts';
import { type Moments, meanWait_ns, plainQueue, type QueueName, SERVICE_NS, services } from './plain-queue.ts';

/** Standard deviations of the normal distribution within which 99 % lie. */
const Z99 = 2.576;

/** What a queue's mean wait should be, in units of the mean service time. */
export interface ClosedForm {
	readonly mean: number;
	/** Of the mean of n customers in a row: this over n, as n grows. Neighbours wait for one another, so it is more than one's. */
	readonly variance: number;
}

/**
 * The closed forms of a queue with random arrivals, one counter, and any service time of mean 1: the mean is that of
 * Pollaczek and Khinchine, the moments of the wait are Takacs's. For the variance of the mean, g(w) = a w^2 + b w with
 * a = load / 2(1 - load) and b = 1 / (1 - load) solves Poisson's equation, g - Pg = w - mean; the variance is
 * 2 E[g (W - mean)] - Var W. For exponential service it is Daley's of 1968.
 */
export function closedForm(load: number, [, second, third, fourth]: Moments): ClosedForm {
	const factor = load / (1 - load);
	const first = (factor * second) / 2;
	const square = factor * (second * first + third / 3);
	const cube = factor * ((3 * second * square) / 2 + third * first + fourth / 4);
	const ofOne = square - first * first;
	return { mean: first, variance: factor * (cube - first * square) + (2 / (1 - load) - 1) * ofOne };
}

/** What came of many seeds of a queue, in units of the mean service time. */
export interface Waits {
	readonly expected: number;
	/** How far from it 99 % of all seeds should lie. */
	readonly plusOrMinus: number;
	/** How many do not lie farther. */
	readonly within: number;
	readonly seeds: number;
	/** The mean of all seeds, and how far from the expected it should lie in 99 % of all cases. */
	readonly mean: number;
	readonly meanPlusOrMinus: number;
}

/**
 * Runs a plain queue under many seeds, beside the closed form.
 *
 * @param arrivals of each seed, on average
 */
export function measureWaits(name: QueueName, load: number, arrivals: number, seeds: number): Waits {
	const { service, moments } = services[name];
	const { mean: expected, variance } = closedForm(load, moments);
	const plusOrMinus = Z99 * Math.sqrt(variance / arrivals);
	const waits = Array.from({ length: seeds }, (_, seed) => {
		return meanWait_ns(simulate(plainQueue(load, service, arrivals, seed))) / SERVICE_NS;
	});
	return {
		expected,
		plusOrMinus,
		within: waits.filter((wait) => Math.abs(wait - expected) <= plusOrMinus).length,
		seeds,
		mean: waits.reduce((sum, wait) => sum + wait, 0) / seeds,
		meanPlusOrMinus: plusOrMinus / Math.sqrt(seeds),
	};
}
