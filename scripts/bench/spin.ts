import { readContent } from '../../src/cli/content.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';
import { isSpinInstalled } from '../spin/spin.ts';
import type { Part } from './part.ts';
import { measured, type Row } from './row.ts';
import { castOf, scenario, standard } from './scenario.ts';
import { type SpinTiming, timeSpin } from './time-spin.ts';

const ROUNDS = 3;

/** From small to what a page still answers at once. */
const recipes = [
	scenario('rfc', 'fifo', 'queue', { victims: 1, lockers: 1 }),
	scenario('rfc', 'v4.20', 'v4.20', { victims: 1, lockers: 2, writers: 1 }),
	scenario('v4.20', 'v5.9', 'queue', standard),
];

/** Beside spin, by both in turn: the whole way from recipe to answer, spin's compiler included; and the search alone. */
export const spin: Part = {
	name: 'spin',
	title: 'Beside spin: every property answered, and the search for all states alone',
	obstacle: () => (isSpinInstalled() ? null : 'Spin, or gcc, is not installed.'),
	measure: () => recipes.flatMap(compare),
};

function compare(recipe: Recipe): Row[] {
	const content = readContent();
	const times = Array.from({ length: ROUNDS }, () => timeSpin(recipe, content));
	const scenario = `${castOf(recipe)}, ${recipe['page-lock']} page lock`;
	const row = (what: string, unit: string, figure: (time: SpinTiming) => number) =>
		measured({ what, scenario, unit }, times.map(figure));
	return [
		row('ours', 's', ({ ours }) => ours.answer_s),
		row('spin', 's', ({ spins }) => spins.answer_s),
		row('spin / ours', 'times', ({ spins, ours }) => spins.answer_s / ours.answer_s),
		row('search, spin / ours', 'times', ({ spins, ours }) => spins.search_s / ours.search_s),
	];
}
