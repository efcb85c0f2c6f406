import type { Recipe } from '../../experiment/recipe.ts';

/** A figure's state, as its link says it. */
export interface FigureState {
	/** The named experiment. */
	readonly experiment: string;
	/** What differs from it. */
	readonly changes: Partial<Recipe>;
	readonly modelDigest: string;
	/** Of the run, 16 hexadecimal digits. */
	readonly digest: string;
}

/** Digits of a run's digest that a link holds. */
const ANSWER_DIGITS = 8;

/** The link to a figure's state, relative to the site's base as `encodeLink` writes it, and light enough for every chapter. */
export function figureLink({ experiment, changes, modelDigest, digest }: FigureState): string {
	const told = Object.entries(changes).map(([name, value]) => `${name}=${value}`);
	const pairs = ['v=1', ...told, `m=${modelDigest}`, `d=${digest.slice(0, ANSWER_DIGITS)}`];
	return `x/${experiment}/#${pairs.join('&')}`;
}
