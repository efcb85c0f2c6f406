import type { Estimate } from '../../experiment/estimate.ts';
import { twoDigits } from '../format.ts';
import { valueText } from '../passage/value-text.ts';

/** What a figure marks of a distribution; the words of its legend and table. */
export const percentileMarks = [
	{ name: 'p50', words: 'p50, the median' },
	{ name: 'p90', words: 'p90' },
	{ name: 'p99', words: 'p99' },
	{ name: 'max', words: 'longest' },
] as const;

export type PercentileName = (typeof percentileMarks)[number]['name'];

/** A distribution, as far as figures show it; times in ns. The same names as in the result of a run. */
export type Percentiles = Readonly<Record<'count' | PercentileName, Estimate>>;

/**
 * Summarises measured times (ns) exactly: a percentile is the smallest value that its share of all values do not
 * exceed; null if there are none.
 */
export function percentilesOf(values_ns: readonly number[]): Percentiles {
	const sorted = values_ns.toSorted((one, other) => one - other);
	const share = (part: number) => single(sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? null);
	return { count: single(sorted.length), p50: share(0.5), p90: share(0.9), p99: share(0.99), max: share(1) };
}

/** A figure of one measurement, which has no interval. */
export function single(value: number | null): Estimate {
	return { value, plusOrMinus: null, seeds: 1 };
}

/** Writes one of a distribution's times, in the unit of its size. */
export function percentileText(estimate: Estimate): string {
	return valueText(estimate, { of: 'time_ns', none: 'none' });
}

/** Writes how many there are: of one measurement exactly, of several their mean in two digits. */
export function countText({ value, seeds }: Estimate): string {
	if (value === null) return 'none';
	return seeds === 1 ? value.toLocaleString('en-US') : twoDigits(value);
}
