import type { Counts } from '../engine/kernel/shape.ts';
import type { ThreadBinding } from '../engine/model/unfold.ts';
import type { PlannedThread } from '../engine/simulate/plan.ts';
import type { WholeKey } from './keys.ts';
import type { Recipe } from './recipe.ts';

/** A thread of a run, by a name for the reader: 'victim', or 'locker 2' where there are several. */
export interface NamedThread extends PlannedThread {
	readonly name: string;
}

interface Actor {
	/** The C function that each of them runs. */
	readonly actor: string;
	/** The key that says how many. */
	readonly key: WholeKey;
	/** What each of them has to itself. */
	readonly own?: 'mm' | 'page';
}

/** In the order of their threads. Signals are sent to thread 0, the first victim. */
const actors: readonly Actor[] = [
	{ actor: 'victim', key: 'victims' },
	{ actor: 'faulter', key: 'faulters' },
	{ actor: 'neighbour', key: 'neighbours', own: 'mm' },
	{ actor: 'bystander', key: 'bystanders', own: 'page' },
	{ actor: 'writer', key: 'writers' },
	{ actor: 'locker', key: 'lockers' },
	{ actor: 'inverter', key: 'inverters' },
	{ actor: 'gup', key: 'gups' },
	{ actor: 'nowait', key: 'nowaits' },
	{ actor: 'monitor', key: 'monitors' },
	{ actor: 'killer', key: 'killers' },
	{ actor: 'signaller', key: 'signallers' },
];

/** One thread of each actor: a model's digest is taken over these. */
export const oneOfEach: readonly ThreadBinding[] = placed(
	actors.map(({ actor, own }) => ({ actor, name: actor, own })),
);

/** The recipe's threads. */
export function threadsOf(recipe: Recipe): NamedThread[] {
	return placed(
		actors.flatMap(({ actor, key, own }) => {
			const count = recipe[key];
			return Array.from({ length: count }, (_, index) => ({
				actor,
				name: count === 1 ? actor : `${actor} ${index + 1}`,
				own,
			}));
		}),
	);
}

/** Gives a thread that has an mm or a page to itself the next one; all others share mm 0 and page 0. */
function placed(
	threads: readonly { readonly actor: string; readonly name: string; readonly own: Actor['own'] }[],
): NamedThread[] {
	const used = { mm: 0, page: 0 };
	return threads.map(({ actor, name, own }) => {
		if (own !== undefined) used[own]++;
		return { actor, name, mm: own === 'mm' ? used.mm : 0, page: own === 'page' ? used.page : 0 };
	});
}

/** How many threads, mms and pages the recipe makes; those that nobody uses are not there. */
export function countsOf(recipe: Recipe): Counts {
	const threads = threadsOf(recipe);
	return {
		threads: threads.length,
		mms: 1 + Math.max(0, ...threads.map(({ mm }) => mm)),
		pages: 1 + Math.max(0, ...threads.map(({ page }) => page)),
		userfaults: recipe.monitors > 0 ? 1 : 0,
	};
}
