import type { Row } from './row.ts';

/** A figure as it is told: a count in full, a size to a tenth, what differs from time to time to two digits. */
export function figureText({ value, spread }: Row): string {
	if (spread !== null) return twoDigits(value);
	return Number.isInteger(value) ? value.toLocaleString('en-US') : value.toFixed(1);
}

/** The same with the least and the largest behind it, where there are such: '2.6 (2.4-2.8)'. */
export function figureWithSpread(row: Row): string {
	const { spread } = row;
	if (spread === null) return figureText(row);
	return `${figureText(row)} (${twoDigits(spread.least)}-${twoDigits(spread.most)})`;
}

function twoDigits(value: number): string {
	const rounded = Number(value.toPrecision(2));
	if (rounded === 0) return '0';
	return rounded >= 100 ? rounded.toLocaleString('en-US') : rounded.toPrecision(2);
}
