import type { Way } from '../../experiment/schedule/shortest-way.ts';

/** What the worker is asked for. */
export interface WayRequest {
	readonly experiment: string;
	/** Of the rule that the experiment's reader can turn. */
	readonly choice: string;
	/** The threads that ran so far, in order. */
	readonly history: readonly number[];
}

/** What it answers: how far it is, the way, or what went wrong, in a sentence. */
export type WayAnswer =
	| { readonly kind: 'progress'; readonly states: number }
	| { readonly kind: 'way'; readonly way: Way }
	| { readonly kind: 'problem'; readonly problem: string };
