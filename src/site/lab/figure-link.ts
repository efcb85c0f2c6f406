import type { Recipe } from '../../experiment/recipe.ts';

/** A figure's state, as the laboratory opens it. */
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

/** The laboratory's address that shows a figure's state, from the site's root; light enough for every chapter. */
export function figureLink({ experiment, changes, modelDigest, digest }: FigureState): string {
	const told = Object.entries(changes).map(([name, value]) => `${name}=${value}`);
	const pairs = ['v=1', ...told, `m=${modelDigest}`, `d=${digest.slice(0, ANSWER_DIGITS)}`];
	return `/lab/#x/${experiment}/#${pairs.join('&')}`;
}
