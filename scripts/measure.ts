import { performance } from 'node:perf_hooks';

/** How long some work takes, in ms. */
export function milliseconds(work: () => void): number {
	const began_ms = performance.now();
	work();
	return performance.now() - began_ms;
}

/** The middle one of several values. */
export function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[values.length >> 1] as number;
}

/** Several values in a line: the middle one, then the least and the largest. */
export function spread(values: readonly number[], digits: number): string {
	const text = (value: number) => value.toFixed(digits);
	return `${text(median(values))} (${text(Math.min(...values))} to ${text(Math.max(...values))})`;
}
