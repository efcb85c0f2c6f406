import type { EraKey, Key } from '../../experiment/keys.ts';
import { parseTime } from '../../experiment/time.ts';

/** How many values a sweep may have. */
export const SWEEP_VALUES_MAX = 12;

/** What a sweep over a key may offer first, as a text: all choices, or some values around the one that stands there. */
export function sweepValues(
	key: Key,
	standing: string | number,
	eras: Readonly<Record<EraKey, readonly string[]>>,
): string {
	switch (key.kind) {
		case 'era':
			return eras[key.name as EraKey].join(', ');
		case 'choice':
			return key.choices.join(', ');
		case 'whole': {
			if (key.group === 'threads') return '0, 1, 2, 3, 4, 6, 8';
			const values = [0.25, 0.5, 1, 2, 4].map((times) => Math.round(Number(standing) * times));
			return [...new Set(values.map((value) => Math.max(key.min, Math.min(key.max, value))))].join(', ');
		}
		case 'time':
			return [0.25, 0.5, 1, 2, 4].map((times) => scaled(standing, times)).join(', ');
		case 'diff':
			return '';
	}
}

/** A text's values, and each as a recipe would hold it. */
export function sweptValues(text: string, key: Key): (string | number)[] {
	const isNumber = key.kind === 'whole' || key.kind === 'time';
	return text
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '')
		.map((part) => (isNumber && /^\d+$/.test(part) ? Number(part) : part));
}

function scaled(standing: string | number, times: number): string | number {
	const time = parseTime(standing);
	const of = (ns: number) => Math.round(ns * times);
	switch (time?.kind) {
		case 'constant':
			return of(time.ns);
		case 'exponential':
			return `exponential:${of(time.mean_ns)}`;
		case 'uniform':
			return `uniform:${of(time.from_ns)}:${of(time.to_ns)}`;
		default:
			return standing;
	}
}
