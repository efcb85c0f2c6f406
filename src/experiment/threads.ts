import type { Counts } from '../engine/kernel/shape.ts';
import type { ThreadBinding } from '../engine/model/unfold.ts';
import type { PlannedThread } from '../engine/simulate/plan.ts';
import type { WholeKey } from './keys.ts';
import type { Recipe } from './recipe.ts';

/** A thread of a run, by a name for the reader: 'victim', or 'locker 2' where there are several. */
export interface NamedThread extends PlannedThread {
	readonly name: string;
}

/**
 * The actors in the order of their threads: the C function each one runs, the key that says how many, and where the
 * `index`th of them lives. All share mm 0 and page 0, and what one is sent is
 * sent to thread 0, the first victim; but a neighbour has an mm of its own and a bystander a page.
 */
const actors: readonly {
	readonly actor: string;
	readonly key: WholeKey;
	readonly mm?: (index: number) => number;
	readonly page?: (index: number) => number;
}[] = [
	{ actor: 'victim', key: 'victims' },
	{ actor: 'faulter', key: 'faulters' },
	{ actor: 'neighbour', key: 'neighbours', mm: (index) => index + 1 },
	{ actor: 'bystander', key: 'bystanders', page: (index) => index + 1 },
	{ actor: 'writer', key: 'writers' },
	{ actor: 'locker', key: 'lockers' },
	{ actor: 'inverter', key: 'inverters' },
	{ actor: 'gup', key: 'gups' },
	{ actor: 'nowait', key: 'nowaits' },
	{ actor: 'monitor', key: 'monitors' },
	{ actor: 'killer', key: 'killers' },
	{ actor: 'signaller', key: 'signallers' },
];

/** One thread of each actor, placed so that each object's number shows: a model's digest is taken over these. */
export const oneOfEach: readonly ThreadBinding[] = actors.map(({ actor, mm, page }) => ({
	actor,
	mm: mm?.(0) ?? 0,
	page: page?.(0) ?? 0,
}));

/** The recipe's threads. */
export function threadsOf(recipe: Recipe): NamedThread[] {
	return actors.flatMap(({ actor, key, mm, page }) => {
		const count = recipe[key];
		return Array.from({ length: count }, (_, index) => ({
			actor,
			name: count === 1 ? actor : `${actor} ${index + 1}`,
			mm: mm?.(index) ?? 0,
			page: page?.(index) ?? 0,
		}));
	});
}

/** How many threads, mms and pages the recipe makes; those that nobody uses are not there. */
export function countsOf(recipe: Recipe): Counts {
	return {
		threads: threadsOf(recipe).length,
		mms: 1 + recipe.neighbours,
		pages: 1 + recipe.bystanders,
		userfaults: recipe.monitors > 0 ? 1 : 0,
	};
}
