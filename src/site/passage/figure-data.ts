import type { Experiment } from '../../experiment/named-experiments.ts';
import type { Turn } from '../../experiment/turn.ts';
import { type ListingPart, listingsOf } from '../listing/listing.ts';
import { type QueueRoom, queueRoom } from '../timeline/queue-room.ts';
import { type ByChoice, byChoice, chosen } from './by-choice.ts';
import { type Stretch, scenesOf } from './compute.ts';
import { isRandom } from './keys-that-matter.ts';
import { publishPictures } from './picture-files.ts';
import { resultOf } from './results.ts';
import type { Scene, SceneStep } from './scene.ts';

/** What a figure shows under each choice: too much to travel with the page, which shows but one. */
export interface Pictures {
	readonly scenes: ByChoice<Scene>;
	/** Null for a figure without a listing. */
	readonly listings: ByChoice<readonly ListingPart[]> | null;
}

/** All that travels with the page: what a figure needs to be played in the choice in which the page starts. */
export interface FigureData {
	readonly turn: Turn;
	readonly scene: Scene;
	/** Empty for a figure without a listing. */
	readonly listing: readonly ListingPart[];
	/** The threads that have a lane, in the order of the lanes. */
	readonly lanes: readonly number[];
	/** What the queues need under any choice. */
	readonly room: readonly QueueRoom[];
	/** The recipe's first seed, which is the one shown. */
	readonly seed: number;
	/** Whether another seed makes another run. */
	readonly isRandom: boolean;
	/** Of the whole run, as the command line prints it. */
	readonly digests: ByChoice<string>;
	/** Digests of the models. */
	readonly models: ByChoice<string>;
	/** The address of the figure's `Pictures`, as JSON. */
	readonly pictures: string;
}

/** What an author asks of a figure. */
export interface FigureWishes {
	readonly stretch: Stretch;
	/** Names of threads; all unless told. */
	readonly lanes?: readonly string[] | undefined;
	/** Names of functions; an empty list is no listing. */
	readonly functions: readonly string[];
	/** The choice in which the page starts. */
	readonly start: string;
}

/**
 * Puts a figure's data together, and its pictures into a file of their own.
 *
 * @throws {Error} that lists what there is, if a thread or a function is not there.
 */
export function figureData(
	{ name, recipe, turn }: Pick<Experiment, 'name' | 'recipe' | 'turn'>,
	{ stretch, lanes, functions, start }: FigureWishes,
): { data: FigureData; pictures: Pictures } {
	const hasListing = functions.length > 0;
	const recorded = scenesOf(recipe, turn, stretch);
	const scenes = hasListing ? recorded : byChoice(turn, (choice) => withoutPlaces(chosen(recorded, choice)));
	const listings = hasListing ? listingsOf(recipe, turn, functions) : null;
	const pictures = { scenes, listings };
	const { threads } = chosen(scenes, start);
	const data = {
		turn,
		scene: chosen(scenes, start),
		listing: listings === null ? [] : chosen(listings, start),
		lanes: (lanes ?? threads).map((lane) => laneOf(lane, threads)),
		room: queueRoom(Object.values(scenes).flatMap(({ queues }) => queues)),
		seed: recipe.seed,
		isRandom: isRandom(recipe),
		digests: byChoice(turn, (choice) => resultOf({ ...recipe, [turn.key]: choice }).digest),
		models: byChoice(turn, (choice) => resultOf({ ...recipe, [turn.key]: choice }).modelDigest),
		pictures: publishPictures(name, pictures),
	};
	return { data, pictures };
}

/** Where nobody reads the code, where a thread stands in it is of no use. */
function withoutPlaces(scene: Scene): Scene {
	const steps = scene.steps.map(([time_ns, thread, words, queues]): SceneStep => [time_ns, thread, words, queues, []]);
	return { ...scene, steps, chains: [], code: {} };
}

function laneOf(name: string, names: readonly string[]): number {
	const thread = names.indexOf(name);
	if (thread < 0) throw new Error(`lanes: there is no thread '${name}' in this run; there are ${names.join(', ')}.`);
	return thread;
}
