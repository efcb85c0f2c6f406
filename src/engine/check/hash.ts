/** Above this share of the places taken, an open-addressed table doubles; it has a power of two of them. */
export const FULLEST = 3 / 4;

/** A number whose bits all depend on those of the given: a hash, or a part of one. */
export function mixed(value: number): number {
	const product = Math.imul(value, 0x9e3779b1);
	return product ^ (product >>> 15);
}
