import type { Fairness } from '../../engine/check/model.ts';
import type { VerdictData } from './verdict-data.ts';

/** What the reader wishes to have searched. */
export interface Wish {
	/** By the rule's key, the choice. */
	readonly rules: Readonly<Record<string, string>>;
	/** By the key, how many threads of the kind. */
	readonly threads: Readonly<Record<string, number>>;
	readonly fairness: Fairness;
}

/** What the page itself shows. */
export function wishOf({ rules, threads, turned, choice }: VerdictData): Wish {
	return {
		rules: { ...valuesOf(rules), [turned]: choice },
		threads: valuesOf(threads),
		fairness: 'weak',
	};
}

function valuesOf<Value>(controls: readonly { readonly key: string; readonly value: Value }[]): Record<string, Value> {
	return Object.fromEntries(controls.map(({ key, value }) => [key, value]));
}
