import type { WeakestAssumption } from '../../engine/check/assumption.ts';

/** Where a property holds under that assumption: in which orders, as the begin of a sentence. */
export const ordersWords: Readonly<Record<WeakestAssumption, string>> = {
	none: 'In whatever order the threads run',
	weak: 'In every order of a fair scheduler',
	strong: 'In every order of a very fair scheduler',
	'strong-lock': 'In every order of a fair lock',
	random: 'With luck',
	nothing: 'In no order',
};

/** Where a property is violated: what would end the loop, as the end of a sentence. */
export const rescueWords: Readonly<Record<WeakestAssumption, string>> = {
	none: 'any order ends it',
	weak: 'a fair scheduler ends it',
	strong: 'a very fair scheduler ends it',
	'strong-lock': 'only a fair lock ends it',
	random: 'only luck ends it',
	nothing: 'nothing ends it',
};
