import type { Estimate } from '../../experiment/estimate.ts';
import { figure, kindOf, type TimeUnit } from '../format.ts';

/** How a sentence wants its figure. */
export interface ValueForm {
	/** The path to the figure, which tells what it measures. */
	readonly of: string;
	readonly unit?: TimeUnit | undefined;
	/** What to say if there is none. */
	readonly none: string;
}

/** Writes an estimate's value as a sentence has it. Digits and unit stay together where the line ends. */
export function valueText({ value }: Pick<Estimate, 'value'>, { of, unit, none }: ValueForm): string {
	return value === null ? none : figure(value, kindOf(of), unit).replaceAll(' ', '\u00a0');
}
