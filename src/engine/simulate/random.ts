/** Odd, and its bits look random: consecutive counters land far apart. 2^32 divided by the golden ratio. */
const STRIDE = 0x9e3779b9;

/**
 * Mixes 32 bits so that each bit of the input may flip each bit of the output. The multipliers are
 * those of Chris Wellons' "lowbias32" (hash-prospector, public domain).
 */
function mix(value: number): number {
	let bits = value;
	bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
	bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
	return (bits ^ (bits >>> 15)) >>> 0;
}

/**
 * Many independent streams of random numbers from one seed, by counting: the n-th number of a
 * stream depends on seed, stream and n alone. So two policies on the same seed meet the same
 * rivals with the same times, however often they ask for other things in between.
 */
export class Random {
	readonly #keys: Uint32Array;
	readonly #counters: Uint32Array;

	/** @param nameOf the number that tells a stream from all others, whatever its place; the place itself if left out */
	constructor(seed: number, streams: number, nameOf: (stream: number) => number = (stream) => stream) {
		this.#counters = new Uint32Array(streams);
		this.#keys = Uint32Array.from({ length: streams }, (_, stream) =>
			mix(mix(seed ^ STRIDE) + Math.imul(nameOf(stream) + 1, STRIDE)),
		);
	}

	/** The stream's next number, 0 .. 2^32 - 1, all equally likely. */
	next(stream: number): number {
		const count = ((this.#counters[stream] as number) + 1) >>> 0;
		this.#counters[stream] = count;
		return mix(((this.#keys[stream] as number) + Math.imul(count, STRIDE)) | 0);
	}
}
