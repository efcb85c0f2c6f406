/**
 * Folds a run, event by event, into 64 bits: two runs that differ in one event, its time or its
 * order differ here, but for one case in 2^64. Not made to withstand forgery.
 */
export class Fold {
	#low = 0x243f6a88;
	#high = 0x85a308d3;

	add(value: number): void {
		this.#low = Math.imul(this.#low ^ value, 0x01000193);
		this.#low ^= this.#low >>> 15;
		this.#high = Math.imul((this.#high ^ value) + 0x7f4a7c15, 0x2c1b3c6d);
		this.#high ^= this.#high >>> 13;
	}

	/** 16 hexadecimal digits. */
	toString(): string {
		return [this.#high, this.#low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
	}
}
