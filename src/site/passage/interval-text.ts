import type { Estimate } from '../../experiment/estimate.ts';
import { figure, kindOf, type TimeUnit } from '../format.ts';

/** Writes the 95 % interval beside an estimate's value, as '± 1.2', in the value's unit; null if there is none. */
export function intervalText(
	{ plusOrMinus }: Pick<Estimate, 'plusOrMinus'>,
	of: string,
	unit: TimeUnit,
): string | null {
	if (plusOrMinus === null) return null;
	const [digits] = figure(plusOrMinus, kindOf(of), unit).split(' ');
	return `±\u00a0${digits}`;
}
