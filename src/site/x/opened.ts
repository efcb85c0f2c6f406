import type { Comparison } from '../../experiment/link/compare-opened.ts';
import type { Scene } from '../passage/scene.ts';
import type { Told } from '../verdict/told.ts';

/** What the page asks of the worker. */
export interface OpenOrder {
	/** The experiment's place and what the reader's address has behind '#', as it came. */
	readonly address: string;
	/** The site's own address, whole, for the link in the citation. */
	readonly site: string;
	/** The tag of this edition. */
	readonly revision: string;
}

/** What a link holds, in words. */
export interface Held {
	readonly asks: string;
	/** What differs from the experiment: 'lockers 3'. */
	readonly changes: readonly string[];
	/** The change to the C, as a diff; empty without one. */
	readonly patch: string;
	/** Asks the same in a clone. */
	readonly command: string;
	/** The laboratory's address for it, relative to the site's base: written anew from what was understood. */
	readonly laboratory: string;
}

/** What it came to. */
export interface Found {
	readonly comparison: Comparison;
	/** 'victim-completes VIOLATED, for victim'. */
	readonly answer: string;
	readonly citation: string;
	readonly figure: { readonly kind: 'run'; readonly scene: Scene } | { readonly kind: 'check'; readonly told: Told };
	/** All that was found, as JSON. */
	readonly data: string;
}

/** What the worker tells the page, in this order; a refusal may come instead of anything. */
export type OpenReport =
	| { readonly report: 'held'; readonly held: Held }
	| { readonly report: 'progress'; readonly words: string }
	| { readonly report: 'found'; readonly found: Found }
	| { readonly report: 'refused'; readonly message: string };
