import type { Estimate } from '../../experiment/estimate.ts';
import { kindOf, margin, type TimeUnit } from '../format.ts';

/** Writes the 95 % interval beside an estimate's value, as '± 1.2', in the value's unit; null if there is none. */
export function intervalText({ value, plusOrMinus }: Estimate, of: string, unit: TimeUnit): string | null {
	if (value === null || plusOrMinus === null) return null;
	return `±\u00a0${margin(value, plusOrMinus, kindOf(of), unit)}`;
}
