import { readContent } from '../../src/cli/content.ts';
import { Exploration, explore } from '../../src/engine/check/exploration.ts';
import { prepareCheck } from '../../src/experiment/prepare-check.ts';
import { watches } from '../../src/experiment/properties.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';
import { rounds } from './measure.ts';
import { noObstacle, type Part } from './part.ts';
import { counted, measured, type Row } from './row.ts';
import { scenario, scenarioName, standard } from './scenario.ts';

const ROUNDS = 9;

/** What was aimed at. */
const MILLION_STATES_PER_SECOND_MIN = 4;
const BYTES_PER_STATE_MAX = 60;

/** From so many states on, what a search keeps is told by the state: below, the table of moves weighs more. */
const STATES_MIN = 20_000;
/** How often a search is asked what it keeps, in states expanded. */
const BYTES_EVERY = 250;

/** From some 10^4 states to some 10^6. */
const searched = [
	scenario('v4.20', 'v5.9', 'queue', { victims: 1, lockers: 2, writers: 2 }),
	scenario('v5.7', 'v4.20', 'v5.3', standard),
	scenario('v4.20', 'v4.20', 'queue', { victims: 1, lockers: 3, writers: 1 }),
	scenario('v5.7', 'v5.9', 'v5.3', standard),
	scenario('v4.20', 'v4.20', 'queue', { ...standard, writers: 2 }),
	scenario('v4.20', 'v4.20', 'v4.20', { ...standard, writers: 2 }),
	scenario('v4.20', 'v4.20', 'queue', { victims: 1, faulters: 2, lockers: 1, writers: 1 }),
];

/** How fast all states and steps are found, with the marks watched that must not be passed, and what is kept of them. */
export const search: Part = {
	name: 'search',
	title: 'Search for all states: cast; policy, page lock, semaphore',
	obstacle: noObstacle,
	measure: () => searched.flatMap(searchRows),
};

function searchRows(recipe: Recipe): Row[] {
	const { searched } = prepareCheck(recipe, readContent());
	const watched = watches(searched.tables);
	const { states, inTheEnd, atMost } = bytesKept(new Exploration(searched, watched));
	const times_ms = rounds(ROUNDS, () => explore(searched, watched));
	const scenario = scenarioName(recipe);
	return [
		counted({ what: 'states', scenario, unit: '' }, states),
		measured(
			{ what: 'found', scenario, unit: 'million/s', aim: { atLeast: MILLION_STATES_PER_SECOND_MIN } },
			times_ms.map((time_ms) => states / time_ms / 1000),
		),
		counted({ what: 'in the end', scenario, unit: 'bytes a state' }, inTheEnd),
		counted({ what: 'at most', scenario, unit: 'bytes a state', aim: { atMost: BYTES_PER_STATE_MAX } }, atMost),
	];
}

/** What the arrays take, full or not, in a state's share: in the end, and at the worst moment. */
function bytesKept(exploration: Exploration): { states: number; inTheEnd: number; atMost: number } {
	let atMost = 0;
	for (let isOver = false; !isOver; ) {
		isOver = exploration.advance(BYTES_EVERY);
		const { states, bytes } = exploration.graph;
		if (states >= STATES_MIN) atMost = Math.max(atMost, bytes / states);
	}
	const { states, bytes } = exploration.graph;
	return { states, inTheEnd: bytes / states, atMost };
}
