import { estimateAt } from '../../experiment/estimate-at.ts';
import type { RunResult } from '../../experiment/run.ts';
import { unitFor } from '../format.ts';
import { type EstimateText, estimateText, type Remark } from './interval-text.ts';

/** One figure of one run. */
export interface ResultCell {
	readonly result: RunResult;
	/** The path to the figure in the result. */
	readonly of: string;
}

/** Times farther apart than this are not compared digit by digit, and each has the unit that suits it. */
const SPREAD = 50;

/** Writes figures that stand side by side; their times have one unit, so that they can be compared at a glance. */
export function resultTexts(cells: readonly ResultCell[]): EstimateText[] {
	const estimates = cells.map(({ result, of }) => ({ of, result, estimate: estimateAt(result, of) }));
	const values = estimates.map(({ estimate }) => estimate.value ?? 0).filter((value) => value > 0);
	const most = Math.max(0, ...values);
	const isWide = most > SPREAD * Math.min(most, ...values);
	return estimates.map(({ of, result, estimate }) => {
		const unit = unitFor(isWide ? (estimate.value ?? 0) : most);
		return estimateText(estimate, { of, unit, none: 'none' }, result.recipe['duration-ms'] * 1e6);
	});
}

const remarkWords: Readonly<Record<Remark, string>> = {
	none: '“none”: in no run',
	range: '“0 to …”: the interval, cut off at 0',
	longer: '“>”: under way all through the run',
};

/** What a table's caption must add to be read rightly, each as part of a sentence. */
export function resultNotes(rows: readonly (readonly ResultCell[])[]): string[] {
	const seen = new Set(rows.flatMap(resultTexts).map(({ remark }) => remark));
	const remarks = (Object.keys(remarkWords) as Remark[]).filter((remark) => seen.has(remark));
	const hasMost = rows.flat().some(({ of }) => of.endsWith('.max'));
	return [
		...remarks.map((remark) => remarkWords[remark]),
		...(hasMost ? ['“longest” and “most” grow with the length of the run'] : []),
	];
}
