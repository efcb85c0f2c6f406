/** Above this share of the places taken, a table needs more of them. */
export const FULLEST = 3 / 4;

/**
 * How many places an open-addressed table has: two or three blocks of a power of two, so that it can
 * grow by half or a third, where doubling would leave more of it empty.
 */
export interface Places {
	readonly blocks: 2 | 3;
	/** Each block has 2 to the power of so many places. */
	readonly blockBits: number;
}

/** The fewest places that are at least so many. */
export function placesFor(count: number): Places {
	const blockBits = 31 - Math.clz32(count - 1);
	return 3 * 2 ** (blockBits - 1) >= count ? { blocks: 3, blockBits: blockBits - 1 } : { blocks: 2, blockBits };
}

export function placeCount({ blocks, blockBits }: Places): number {
	return blocks << blockBits;
}

/** The next larger. */
export function morePlaces({ blocks, blockBits }: Places): Places {
	return blocks === 2 ? { blocks: 3, blockBits } : { blocks: 2, blockBits: blockBits + 1 };
}

/** Where to look first for a hash: its first bits choose the block, its last the place in it. */
export function placeOf(hash: number, { blocks, blockBits }: Places): number {
	return ((((hash >>> 24) * blocks) >>> 8) << blockBits) | (hash & ((1 << blockBits) - 1));
}

/** A number whose bits all depend on those of the given: a hash, or a part of one. */
export function mixed(value: number): number {
	const product = Math.imul(value, 0x9e3779b1);
	return product ^ (product >>> 15);
}
