import type { LinkPromise } from './promise-of.ts';
import type { Subject } from './subject.ts';

/** What a link holds. */
export interface Link extends Subject {
	readonly promise: LinkPromise;
}

/** A link's keys and values, in its order. */
export type Pairs = ReadonlyMap<string, string>;
