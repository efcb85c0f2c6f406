import type { Duration } from '../engine/simulate/duration.ts';

/**
 * How long something takes: a whole number of ns if always the same; 'uniform:2000:8000' if evenly spread, both ends
 * included; 'exponential:5000' if without memory around a mean.
 */
export type Time = number | string;

/** Ten seconds, in ns: beyond it nothing happens in a run that lasts a minute at most. */
export const TIME_MAX_NS = 10 ** 10;

/** What is allowed, for messages. */
export const TIME_FORMS = `a whole number of ns from 0 to ${TIME_MAX_NS}, 'uniform:2000:8000' or 'exponential:5000'`;

/** Reads a time, or returns null if it is none: a wrong form, a negative or too large number, a range that runs backwards. */
export function parseTime(value: unknown): Duration | null {
	if (typeof value === 'number') return isTime(value) ? { kind: 'constant', ns: value } : null;
	if (typeof value !== 'string') return null;
	const [, kind, ...digits] = /^(uniform|exponential):(\d+)(?::(\d+))?$/.exec(value) ?? [];
	const [first, second] = digits.map((text) => (text === undefined ? null : Number(text)));
	if (first === undefined || first === null || !isTime(first)) return null;
	if (kind === 'exponential') return second === null ? { kind, mean_ns: first } : null;
	if (second === undefined || second === null || !isTime(second) || second < first) return null;
	return { kind: 'uniform', from_ns: first, to_ns: second };
}

/** The one way to write a time; `parseTime` reads it back. */
export function formatTime(duration: Duration): Time {
	switch (duration.kind) {
		case 'constant':
			return duration.ns;
		case 'uniform':
			return `uniform:${duration.from_ns}:${duration.to_ns}`;
		case 'exponential':
			return `exponential:${duration.mean_ns}`;
	}
}

function isTime(value: number): boolean {
	return Number.isInteger(value) && value >= 0 && value <= TIME_MAX_NS;
}
