import type { Experiment } from '../../experiment/named-experiments.ts';
import type { Turn } from '../../experiment/turn.ts';
import { type ListingPart, listingsOf } from '../listing/listing.ts';
import { type QueueRoom, queueRoom } from '../timeline/queue-room.ts';
import { type ByChoice, byChoice, chosen } from './by-choice.ts';
import { type Stretch, scenesOf } from './compute.ts';
import { resultOf } from './results.ts';
import type { Scene } from './scene.ts';

/** All that a figure needs to follow the switch without asking anybody. */
export interface FigureData {
	readonly turn: Turn;
	readonly scenes: ByChoice<Scene>;
	/** Null for a figure without a listing. */
	readonly listings: ByChoice<readonly ListingPart[]> | null;
	/** The threads that have a lane, in the order of the lanes. */
	readonly lanes: readonly number[];
	/** What the queues need under any choice. */
	readonly room: readonly QueueRoom[];
	/** The recipe's first seed, which is the one shown. */
	readonly seed: number;
	/** Of the whole run, as the command line prints it. */
	readonly digests: ByChoice<string>;
}

/** What an author asks of a figure. */
export interface FigureWishes {
	readonly stretch: Stretch;
	/** Names of threads; all unless told. */
	readonly lanes?: readonly string[] | undefined;
	/** Names of functions; an empty list is no listing. */
	readonly functions: readonly string[];
}

/**
 * Puts a figure's data together.
 *
 * @throws {Error} that lists what there is, if a thread or a function is not there.
 */
export function figureData(
	{ recipe, turn }: Pick<Experiment, 'recipe' | 'turn'>,
	{ stretch, lanes, functions }: FigureWishes,
): FigureData {
	const scenes = scenesOf(recipe, turn, stretch);
	const names = chosen(scenes, recipe[turn.key]).threads;
	return {
		turn,
		scenes,
		listings: functions.length > 0 ? listingsOf(recipe, turn, functions) : null,
		lanes: (lanes ?? names).map((name) => laneOf(name, names)),
		room: queueRoom(Object.values(scenes).flatMap(({ queues }) => queues)),
		seed: recipe.seed,
		digests: byChoice(turn, (choice) => resultOf({ ...recipe, [turn.key]: choice }).digest),
	};
}

function laneOf(name: string, names: readonly string[]): number {
	const thread = names.indexOf(name);
	if (thread < 0) throw new Error(`lanes: there is no thread '${name}' in this run; there are ${names.join(', ')}.`);
	return thread;
}
