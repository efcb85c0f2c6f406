import type { Estimate } from '../../experiment/estimate.ts';
import { figure, kindOf, margin, type TimeUnit, unitFor } from '../format.ts';
import { type ValueForm, valueText } from './value-text.ts';

/** How an estimate is written, where not simply as value and interval. */
export type Remark = 'none' | 'range' | 'longer';

export interface EstimateText {
	readonly text: string;
	/** Its 95 % interval as '± 1.2', in the value's unit; null if there is none, or the text says it. */
	readonly interval: string | null;
	readonly remark: Remark | null;
}

/**
 * Writes an estimate and its 95 % interval. Nothing that is measured can be negative: an interval that reaches below 0
 * is a range from 0 instead. What never happened in any seed has no interval.
 *
 * @param run_ns how long each run was, if known: a fault that is as old at its end never ended, whatever its seed.
 */
export function estimateText(estimate: Estimate, form: ValueForm, run_ns?: number): EstimateText {
	const { value, plusOrMinus } = estimate;
	if (value === null) return { text: form.none, interval: null, remark: 'none' };
	const kind = kindOf(form.of);
	const unit = form.unit ?? unitFor(value);
	const text = valueText(estimate, { ...form, unit });
	const plain: EstimateText = { text, interval: null, remark: null };
	if (isAsOldAsTheRun(form.of, value, run_ns)) return { ...plain, text: `>\u00a0${text}`, remark: 'longer' };
	if (plusOrMinus === null) return plain;
	if (kind !== 'time' && value === 0) return { ...plain, text: form.none, remark: 'none' };
	if (value < plusOrMinus) return { ...plain, text: rangeText(value + plusOrMinus, form.of, unit), remark: 'range' };
	return { ...plain, interval: `±\u00a0${margin(value, plusOrMinus, kind, unit)}` };
}

/** The first fault begins after one pause, which is next to nothing of a run. */
const FIRST_PAUSE_MOST = 0.005;

function isAsOldAsTheRun(of: string, value: number, run_ns: number | undefined): boolean {
	return run_ns !== undefined && of.endsWith('.age_ns') && value >= run_ns * (1 - FIRST_PAUSE_MOST);
}

function rangeText(to: number, of: string, unit: TimeUnit): string {
	return `0\u00a0to\u00a0${figure(to, kindOf(of), unit).replaceAll(' ', '\u00a0')}`;
}
