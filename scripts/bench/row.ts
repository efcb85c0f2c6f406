import { median } from './measure.ts';

/** Between what a figure lay when it was taken several times. */
export interface Spread {
	readonly least: number;
	readonly most: number;
	/** How many times. */
	readonly of: number;
}

/** What a figure should be, to be told where it is not. */
export type Aim = { readonly atLeast: number } | { readonly atMost: number };

/** One figure. */
export interface Row {
	/** What was measured, as in 'time'. */
	readonly what: string;
	/** Of what, as in '1 victim, 2 lockers'. */
	readonly scenario: string;
	/** Of several values, the median. */
	readonly value: number;
	/** As in 'ms'; empty for what is counted. */
	readonly unit: string;
	/** Null for a figure that is the same each time. */
	readonly spread: Spread | null;
	readonly aim: Aim | null;
}

/** Which figure, and what it was hoped to be. */
type Label = Pick<Row, 'what' | 'scenario' | 'unit'> & { readonly aim?: Aim };

/** A figure that differs from time to time. Throws Error without a value. */
export function measured({ aim, ...label }: Label, values: readonly number[]): Row {
	if (values.length === 0) throw new Error(`'${label.what}' of '${label.scenario}' was never measured`);
	const spread = { least: Math.min(...values), most: Math.max(...values), of: values.length };
	return { ...label, value: median(values), spread, aim: aim ?? null };
}

/** A figure that is the same each time. */
export function counted({ aim, ...label }: Label, value: number): Row {
	return { ...label, value, spread: null, aim: aim ?? null };
}

/** Whether a figure is not what it was hoped to be. */
export function isMissed({ value, aim }: Row): boolean {
	if (aim === null) return false;
	return 'atLeast' in aim ? value < aim.atLeast : value > aim.atMost;
}
