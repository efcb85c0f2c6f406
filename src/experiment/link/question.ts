import { DEFAULT_LIMITS } from '../../engine/check/exploration.ts';
import type { Fairness } from '../../engine/check/model.ts';

/** The properties that a search tells of, in its order. */
export const propertyNames = [
	'victim-completes',
	'queued-enters',
	'writer-enters',
	'bystander-completes',
	'no-deadlock',
	'no-warning',
	'no-sigbus',
	'no-misuse',
] as const;
export type PropertyName = (typeof propertyNames)[number];

export const fairnesses: readonly Fairness[] = ['none', 'weak', 'strong'];

/** What is asked of a recipe: how often and how long, or whether it can be for ever. */
export type Question =
	| { readonly kind: 'run' }
	| {
			readonly kind: 'check';
			readonly property: PropertyName;
			/** What is taken for granted of the scheduler. */
			readonly fairness: Fairness;
			/** Where the search ends and says UNKNOWN. */
			readonly statesMax: number;
	  };

/** Asks for a property as `bin/polite check` does unless told otherwise. */
export function askFor(property: PropertyName, fairness: Fairness = 'weak'): Question {
	return { kind: 'check', property, fairness, statesMax: DEFAULT_LIMITS.states };
}

/** A property's name in a link, where room is short: 'victim', 'no-deadlock'. */
export function shortName(property: PropertyName): string {
	return property.startsWith('no-') ? property : property.replace(/-.*/, '');
}
