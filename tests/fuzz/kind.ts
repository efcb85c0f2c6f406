import type { Dice } from './dice.ts';

/** A kind of text that a stranger can hand to the notebook, and the public functions that read it. */
export interface Kind {
	readonly name: string;
	/** Makes such a text, more or less wrong. */
	readonly make: (dice: Dice) => string;
	/**
	 * Hands a text to the public functions; bounded as they are where they run or search what was read.
	 *
	 * @returns what became of it in a word or two, for a tally
	 * @throws whatever is no error of the project's: a finding
	 */
	readonly attempt: (text: string) => string | Promise<string>;
}
