import { Random } from '../../src/engine/simulate/random.ts';

/** Chance for one input: the same seed and number throw the same. */
export class Dice {
	readonly #random: Random;

	/** @param number the input's, from 0 */
	constructor(seed: number, number: number) {
		this.#random = new Random(seed, 1, () => number);
	}

	/** A whole number from 0 to below `bound`. */
	below(bound: number): number {
		return Math.floor((this.#random.next(0) * bound) / 2 ** 32);
	}

	/** Whether it happens, once in so many times. */
	oneIn(times: number): boolean {
		return this.below(times) === 0;
	}

	/** One of the items; there must be one. */
	one<Item>(items: readonly Item[]): Item {
		return items[this.below(items.length)] as Item;
	}

	/** From 1 to `max`, each power of two as likely as any other: mostly few, at times very many. */
	size(max: number): number {
		return 1 + this.below(Math.min(max, 2 ** (1 + this.below(Math.ceil(Math.log2(max + 1))))));
	}

	/** A stretch of a text, `lengthMax` characters at most. */
	stretch(text: string, lengthMax: number): { readonly from: number; readonly to: number } {
		const from = this.below(text.length + 1);
		return { from, to: Math.min(text.length, from + this.size(lengthMax)) };
	}
}
