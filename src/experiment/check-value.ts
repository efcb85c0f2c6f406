import { suggest } from '../engine/c/suggest.ts';
import { type EraKey, type Key, keys, THREADS_MAX } from './keys.ts';
import { PATCH_LIMITS } from './patch/limits.ts';
import type { Recipe } from './recipe.ts';
import { formatTime, parseTime, TIME_FORMS } from './time.ts';

/** What is wrong with a recipe: what was found, what is allowed, what to do. */
export interface Problem {
	/** The key meant, null if it is the recipe as a whole. */
	readonly key: string | null;
	readonly message: string;
}

type Checked = { readonly value: unknown; readonly allowed: null } | { readonly allowed: string };

/**
 * The value of one key in canonical form, or what is allowed instead.
 *
 * @param eraNames which eras of a kind there are
 */
export function checkValue(key: Key, value: unknown, eraNames: (kind: EraKey) => readonly string[]): Checked {
	switch (key.kind) {
		case 'era':
		case 'choice': {
			const names = key.kind === 'choice' ? key.choices : eraNames(key.name as EraKey);
			return typeof value === 'string' && names.includes(value)
				? { value, allowed: null }
				: { allowed: oneOf(names, value) };
		}
		case 'whole': {
			const { min, max } = key;
			if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max)
				return { value, allowed: null };
			return { allowed: `a whole number from ${min} to ${max}` };
		}
		case 'time': {
			const duration = parseTime(value);
			return duration === null ? { allowed: TIME_FORMS } : { value: formatTime(duration), allowed: null };
		}
		case 'diff':
			return typeof value === 'string' && value.length <= PATCH_LIMITS.characters
				? { value, allowed: null }
				: { allowed: `the text of a unified diff, at most ${PATCH_LIMITS.characters} characters` };
	}
}

function oneOf(names: readonly string[], value: unknown): string {
	const close = typeof value === 'string' ? suggest(value, names) : null;
	return close === null ? `one of ${names.join(', ')}` : `one of ${names.join(', ')}; did you mean ${close}?`;
}

/** What is wrong with who is there: nobody, too many, or a signal with nobody to get it; null if nothing is. */
export function checkThreads(recipe: Recipe): Problem | null {
	const counts = keys.filter(({ group }) => group === 'threads').map(({ name }) => name);
	const total = counts.reduce((sum, name) => sum + Number(recipe[name]), 0);
	if (total === 0)
		return { key: null, message: `found no threads, expected at least 1; set one of ${counts.join(', ')}` };
	const senders = (['killers', 'signallers'] as const).find((name) => recipe[name] > 0);
	if (senders !== undefined && recipe.victims === 0) {
		return { key: senders, message: `found ${recipe[senders]}, but no victim to send a signal to; set victims` };
	}
	if (total <= THREADS_MAX) return null;
	return { key: null, message: `found ${total} threads in all, expected at most ${THREADS_MAX}; ask for fewer` };
}

/** A value as the reader wrote it, cut where it gets long or deep: what JSON may nest is deeper than what can be written. */
export function showValue(value: unknown): string {
	const cut = (_: string, each: unknown) => (each !== value && isNested(each) ? '...' : each);
	const text = JSON.stringify(value, cut) ?? String(value);
	return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Whether it is a list or an object that holds another. */
function isNested(value: unknown): boolean {
	const isObject = (each: unknown) => typeof each === 'object' && each !== null;
	return isObject(value) && Object.values(value as object).some(isObject);
}
