import { performance } from 'node:perf_hooks';

/** How long some work takes, in ms. */
export function milliseconds(work: () => void): number {
	const began_ms = performance.now();
	work();
	return performance.now() - began_ms;
}

/** How long some work takes so many times, in ms, after once unmeasured, in which it is compiled. */
export function rounds(count: number, work: () => void): number[] {
	work();
	return Array.from({ length: count }, () => milliseconds(work));
}

/** The middle one of several values. */
export function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[values.length >> 1] as number;
}
