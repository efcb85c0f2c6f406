import type { RunResult } from '../../experiment/run.ts';
import type { ByChoice } from './by-choice.ts';
import type { Stretch } from './compute.ts';
import type { Scene } from './scene.ts';

/** A seed other than the page's own, computed here: the results and, for each stretch asked for, the scenes. */
export interface OtherSeed {
	readonly seed: number;
	readonly results: ByChoice<Pick<RunResult, 'actors' | 'digest'>>;
	readonly scenes: readonly ByChoice<Scene>[];
}

/** What the worker is asked for. */
export interface SeedRequest {
	readonly experiment: string;
	readonly seed: number;
	readonly stretches: readonly Stretch[];
}

/** What it answers: the seed, or what went wrong, in a sentence. */
export type SeedAnswer = OtherSeed | { readonly error: string };
