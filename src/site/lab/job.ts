import type { Diagnostic } from '../../engine/c/diagnostic.ts';
import type { SourceFile } from '../../engine/c/source.ts';
import type { ActorEstimates } from '../../experiment/actor-estimates.ts';
import type { CheckResult } from '../../experiment/check.ts';
import type { LinkPromise } from '../../experiment/link/promise-of.ts';
import type { Question } from '../../experiment/link/question.ts';
import type { HunkFate } from '../../experiment/patch/landing-words.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import type { Origin } from '../../experiment/result-head.ts';
import type { RunResult } from '../../experiment/run.ts';
import type { Stretch } from '../passage/compute.ts';
import type { Scene } from '../passage/scene.ts';

/** A recipe and the named experiment, if any, that it was made of. */
export interface Ordered {
	readonly recipe: Recipe;
	readonly experiment: Origin | null;
}

/** A run, and what a timeline shows of its first seed. */
export interface Ran {
	readonly result: RunResult;
	readonly scene: Scene;
}

/** One value of the key that is swept, and what the runs with it came to. */
export interface SweepPoint {
	readonly value: string | number;
	readonly actors: Readonly<Record<string, ActorEstimates>>;
}

/** The C that a reader sees, and what the compiler says of it. */
export interface ReadC {
	readonly files: readonly SourceFile[];
	readonly diagnostics: readonly Diagnostic[];
	/** What differs from the eras' own text, as the recipe holds it; '' if nothing that runs. */
	readonly patch: string;
	/** The same as it was typed, white space and comments too. */
	readonly diff: string;
	/** Why the change is not in the recipe, or null. */
	readonly problem: string | null;
}

/**
 * What became of a pasted patch, hunk by hunk, and the C with it; or the line where it was refused, and the eras, in
 * words, over which it would land.
 */
export type Pasted =
	| { readonly landed: true; readonly hunks: readonly HunkFate[]; readonly read: ReadC }
	| {
			readonly landed: false;
			readonly line: number | null;
			readonly message: string;
			readonly over: readonly string[];
	  };

/** What an address holds, as the laboratory shows it. */
export interface Addressed {
	/** The named experiment, or null. */
	readonly from: string | null;
	readonly recipe: Recipe;
	/** What the recipe is compared with, if somebody chose that; else null. */
	readonly base: Recipe | null;
	readonly question: Question;
	readonly promise: LinkPromise;
}

/** What is to be cited: what the page found, with what it was compared. */
export interface Cited extends Omit<Addressed, 'promise' | 'question'> {
	readonly about:
		| { readonly kind: 'run'; readonly result: RunResult; readonly base: RunResult | null }
		| { readonly kind: 'check'; readonly result: CheckResult; readonly property: string };
	/** The site's own address, whole. */
	readonly site: string;
	/** The tag of this edition. */
	readonly revision: string;
}

/** All that the laboratory's worker does, by name: what it is given, and what it answers. */
export interface Jobs {
	/** Runs recipes one after the other. */
	run: { given: { readonly ordered: readonly Ordered[]; readonly stretch: Stretch }; answer: readonly Ran[] };
	/** Runs a recipe once for each value of one of its keys. */
	sweep: {
		given: { readonly recipe: Recipe; readonly key: string; readonly values: readonly (string | number)[] };
		answer: readonly SweepPoint[];
	};
	/** Reads an address, and judges it as a stranger's. */
	decode: { given: { readonly address: string }; answer: Addressed };
	/** Writes an address, relative to the site's base. */
	encode: { given: Addressed; answer: string };
	/** Writes a citation and the link in it, whole. */
	cite: { given: Cited; answer: { readonly text: string; readonly link: string } };
	/** Shows the C of a recipe, its patch landed. */
	open: { given: { readonly recipe: Recipe }; answer: ReadC };
	/** Reads C that was typed over the text of a recipe's eras. */
	read: { given: { readonly recipe: Recipe; readonly files: readonly SourceFile[] }; answer: ReadC };
	/** Lays a pasted text over the C of a recipe's eras. */
	paste: { given: { readonly recipe: Recipe; readonly text: string }; answer: Pasted };
}

export type JobName = keyof Jobs;

/** What the page tells the worker. */
export interface JobOrder<Name extends JobName = JobName> {
	readonly job: Name;
	readonly given: Jobs[Name]['given'];
}

/** What the worker tells the page. */
export type JobReport =
	| { readonly report: 'progress'; readonly done: number; readonly of: number }
	| { readonly report: 'done'; readonly answer: Jobs[JobName]['answer'] }
	| { readonly report: 'failed'; readonly message: string };
