/** Room for half a mark at both ends, in per cent of the width. */
const EDGE = 5;

/** An axis on which each doubling is as wide as the next. */
export interface DoublingAxis {
	/** Powers of two. */
	readonly from: number;
	readonly to: number;
}

/** The axis of whole doublings that has a place for all these numbers, which are above 0. */
export function doublingAxis(values: readonly number[]): DoublingAxis {
	const from = Math.floor(Math.log2(Math.min(...values)));
	const to = Math.ceil(Math.log2(Math.max(...values)));
	return { from: 2 ** from, to: 2 ** Math.max(to, from + 1) };
}

/** Where a number stands, in per cent of the width with a hundredth of precision. */
export function acrossDoublings(value: number, { from, to }: DoublingAxis): number {
	const share = Math.log2(value / from) / Math.log2(to / from);
	return Math.round((EDGE + share * (100 - 2 * EDGE)) * 100) / 100;
}

/** Every doubling on the axis. */
export function doublings({ from, to }: DoublingAxis): number[] {
	return Array.from({ length: Math.round(Math.log2(to / from)) + 1 }, (_, count) => from * 2 ** count);
}
