import { interval } from '../engine/simulate/interval.ts';

/** One measure of a run. */
export interface Estimate {
	/** The measure; of several seeds, the mean of theirs. Null if no seed has any. */
	readonly value: number | null;
	/** Half the width of the 95 % interval over the seeds (Student's t); null if fewer than two have the measure. */
	readonly plusOrMinus: number | null;
	/** How many seeds have the measure: a percentile of nothing is none. */
	readonly seeds: number;
}

/** Puts one measure of several seeds together. */
export function estimate(values: readonly (number | null)[]): Estimate {
	const some = values.filter((value) => value !== null);
	const found = interval(some);
	return { value: found?.mean ?? null, plusOrMinus: found?.plusOrMinus ?? null, seeds: some.length };
}
