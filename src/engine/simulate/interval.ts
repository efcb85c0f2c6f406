/**
 * Student's t: from 1 degree of freedom on, the number of standard errors around the mean within which 95 % lie.
 */
const t95 = [
	12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
	2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
] as const;

/** Beyond the table, [from so many degrees of freedom on, t]; in between the smaller number's t, the wider interval. */
const t95Beyond = [
	[120, 1.98],
	[60, 2],
	[40, 2.021],
] as const;

/** A mean, and how far the true one may be from it. */
export interface Interval {
	readonly mean: number;
	/** Half the width of the 95 % interval; null if there is one value only. */
	readonly plusOrMinus: number | null;
}

/** Mean and 95 % interval of independent values, by Student's t; null if there are none. */
export function interval(values: readonly number[]): Interval | null {
	const count = values.length;
	if (count === 0) return null;
	const mean = values.reduce((sum, value) => sum + value, 0) / count;
	if (count === 1) return { mean, plusOrMinus: null };
	const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
	return { mean, plusOrMinus: tOf(count - 1) * Math.sqrt(squares / (count - 1) / count) };
}

function tOf(freedom: number): number {
	const inTable = t95[freedom - 1];
	if (inTable !== undefined) return inTable;
	return t95Beyond.find(([from]) => freedom >= from)?.[1] ?? (t95.at(-1) as number);
}
