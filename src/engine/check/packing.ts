/**
 * How a state lies in a few words: each thread's local state in as many bits as it needs, none cut
 * in two, and in the last word the number of what the threads share.
 */
export interface Packing {
	/** Words of a state. */
	readonly width: number;
	/** Per thread, its word, and in it the bits above which it lies, and a mask as wide as it is. */
	readonly word: Int32Array;
	readonly shift: Int32Array;
	readonly mask: Int32Array;
}

/** @param counts how many local states each thread has */
export function packingOf(counts: readonly number[]): Packing {
	const word = new Int32Array(counts.length);
	const shift = new Int32Array(counts.length);
	const mask = new Int32Array(counts.length);
	let at = 0;
	let used = 0;
	for (const [thread, count] of counts.entries()) {
		const bits = 32 - Math.clz32(count - 1);
		if (used + bits > 32) {
			at += 1;
			used = 0;
		}
		word[thread] = at;
		shift[thread] = used;
		mask[thread] = 2 ** bits - 1;
		used += bits;
	}
	return { width: at + 2, word, shift, mask };
}
