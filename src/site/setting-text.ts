import type { Key } from '../experiment/keys.ts';
import { parseTime } from '../experiment/time.ts';

/** Writes what a recipe says for a key as a sentence has it: '100 ms', '4 us on average', 'fifo'. */
export function settingText(key: Key, value: string | number): string {
	if (key.kind === 'time') return timeText(value);
	const unit = key.kind === 'whole' && key.unit !== null ? `\u00a0${key.unit}` : '';
	return `${value}${unit}`;
}

/** Writes a recipe's time with how it is spread: '100 us', 'exponential, mean 80 us', 'even from 2 us to 6 us'. */
export function timeWords(value: string | number): string {
	const time = parseTime(value);
	switch (time?.kind) {
		case 'exponential':
			return `exponential, mean ${exactTime(time.mean_ns)}`;
		case 'uniform':
			return `even from ${exactTime(time.from_ns)} to ${exactTime(time.to_ns)}`;
		default:
			return timeText(value);
	}
}

function timeText(value: string | number): string {
	const time = parseTime(value);
	switch (time?.kind) {
		case 'constant':
			return exactTime(time.ns);
		case 'exponential':
			return `${exactTime(time.mean_ns)} on average`;
		case 'uniform':
			return `${exactTime(time.from_ns)} to ${exactTime(time.to_ns)}`;
		default:
			return String(value);
	}
}

/** A recipe's times are what somebody chose: written as they are, in the largest unit that needs one decimal at most. */
function exactTime(time_ns: number): string {
	if (time_ns >= 1e6 && time_ns % 1e5 === 0) return `${time_ns / 1e6}\u00a0ms`;
	if (time_ns >= 1e3 && time_ns % 1e2 === 0) return `${time_ns / 1e3}\u00a0us`;
	return `${time_ns}\u00a0ns`;
}
