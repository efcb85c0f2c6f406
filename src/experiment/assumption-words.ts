import type { WeakestAssumption } from '../engine/check/assumption.ts';

/** The weakest assumption under which a property holds, as the reader is told it. */
export const assumptionWords: Readonly<Record<WeakestAssumption, string>> = {
	none: 'always',
	weak: 'with a fair scheduler',
	strong: 'with a very fair scheduler',
	'strong-lock': 'only with a fair lock',
	random: 'only by luck',
	nothing: 'not at all',
};
