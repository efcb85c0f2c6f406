import { didYouMean } from '../engine/c/suggest.ts';
import { DEFAULT_LIMITS } from '../engine/check/exploration.ts';
import type { Fairness } from '../engine/check/model.ts';
import { fairnesses, propertyNames, type Question } from '../experiment/link/question.ts';
import { UsageError } from './usage-error.ts';

/** Reads --fairness. Throws UsageError. */
export function fairnessFrom(text = 'weak'): Fairness {
	const found = fairnesses.find((fairness) => fairness === text);
	if (found !== undefined) return found;
	throw new UsageError(`--fairness: found '${text}', expected ${fairnesses.join(', ')}`);
}

/** Reads --max-states. Throws UsageError. */
export function statesFrom(text = String(DEFAULT_LIMITS.states)): number {
	const states = Number(text);
	if (/^\d+$/.test(text) && states >= 1 && states <= DEFAULT_LIMITS.states) return states;
	throw new UsageError(`--max-states: found '${text}', expected a whole number from 1 to ${DEFAULT_LIMITS.states}`);
}

/** Reads --of with --fairness and --max-states, which go with it; without it a run is meant. Throws UsageError. */
export function questionFrom(values: ReadonlyMap<string, string>): Question {
	const of = values.get('of');
	if (of === undefined) {
		const stray = ['fairness', 'max-states'].find((name) => values.has(name));
		if (stray === undefined) return { kind: 'run' };
		throw new UsageError(`--${stray}: a run has none; say with --of which property is meant`);
	}
	const property = propertyNames.find((name) => name === of);
	if (property === undefined) {
		const known = `the properties are ${propertyNames.join(', ')}`;
		throw new UsageError(`--of: no property '${of}'; ${didYouMean(of, propertyNames, known)}`);
	}
	const statesMax = statesFrom(values.get('max-states'));
	return { kind: 'check', property, fairness: fairnessFrom(values.get('fairness')), statesMax };
}
