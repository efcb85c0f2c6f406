import { minusLogarithm } from './logarithm.ts';
import type { Random } from './random.ts';

/** A time in whole nanoseconds: always the same, evenly spread, or without memory around a mean. */
export type Duration =
	| { readonly kind: 'constant'; readonly ns: number }
	/** Both ends included. */
	| { readonly kind: 'uniform'; readonly from_ns: number; readonly to_ns: number }
	| { readonly kind: 'exponential'; readonly mean_ns: number };

/** Draws one time from `stream`, in whole nanoseconds. A constant draws nothing. */
export function sample(duration: Duration, random: Random, stream: number): number {
	switch (duration.kind) {
		case 'constant':
			return duration.ns;
		case 'uniform':
			return duration.from_ns + Math.floor((random.next(stream) * (duration.to_ns - duration.from_ns + 1)) / 2 ** 32);
		case 'exponential':
			return Math.floor(duration.mean_ns * minusLogarithm(random.next(stream)));
	}
}
