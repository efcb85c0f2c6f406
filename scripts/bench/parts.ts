import { flip } from './flip.ts';
import { lasso } from './lasso.ts';
import { load } from './load.ts';
import type { Part } from './part.ts';
import { plain } from './plain.ts';
import { scrub } from './scrub.ts';
import { search } from './search.ts';
import { simulation } from './simulation.ts';
import { spin } from './spin.ts';
import { verdict } from './verdict.ts';
import { weight } from './weight.ts';
import { worker } from './worker.ts';

/** All parts, in the order of the table. */
export const parts: readonly Part[] = [
	simulation,
	search,
	verdict,
	plain,
	spin,
	lasso,
	worker,
	weight,
	load,
	flip,
	scrub,
];
