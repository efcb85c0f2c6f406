import { readContent } from '../../src/cli/content.ts';
import { explore } from '../../src/engine/check/exploration.ts';
import { judge } from '../../src/engine/check/judge.ts';
import { type PreparedCheck, prepareCheck } from '../../src/experiment/prepare-check.ts';
import { progressProperties } from '../../src/experiment/properties.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';
import { isViolated, plainSearch } from '../../tests/check/plain-checker.ts';
import { median, milliseconds } from './measure.ts';
import { noObstacle, type Part } from './part.ts';
import { measured, type Row } from './row.ts';
import { castOf, scenario } from './scenario.ts';

const ROUNDS = 5;
/** The fast one is done so soon that one time says little. */
const FAST_IN_A_ROUND = 5;

const recipes = [
	scenario('v4.20', 'fifo', 'queue', { victims: 1, lockers: 2, writers: 1 }),
	scenario('v4.20', 'v4.20', 'queue', { victims: 1, lockers: 2, writers: 1 }),
];

/**
 * Beside the plain checker, by which the tests measure this one: all states and whether the victim ever ends, by both in
 * turn. Ours also says what it takes and shows the shortest way.
 */
export const plain: Part = {
	name: 'plain',
	title: 'Beside the plain checker: is the victim ever done?',
	obstacle: noObstacle,
	measure: () => recipes.flatMap(compare),
};

function compare(recipe: Recipe): Row[] {
	const prepared = prepareCheck(recipe, readContent());
	const { searched } = prepared;
	const victim = victimCompletes(prepared);
	const fast = () => judge(searched, explore(searched), [victim], 'weak');
	const slow = () => isViolated(plainSearch(searched), victim, 'weak');
	fast();
	slow();
	const times = Array.from({ length: ROUNDS }, () => ({
		slow_ms: milliseconds(slow),
		fast_ms: median(Array.from({ length: FAST_IN_A_ROUND }, () => milliseconds(fast))),
	}));
	const scenario = `${castOf(recipe)}, ${recipe['page-lock']} page lock`;
	return [
		measured(
			{ what: 'ours', scenario, unit: 'ms' },
			times.map(({ fast_ms }) => fast_ms),
		),
		measured(
			{ what: 'plain', scenario, unit: 'ms' },
			times.map(({ slow_ms }) => slow_ms),
		),
		measured(
			{ what: 'plain / ours', scenario, unit: 'times' },
			times.map(({ slow_ms, fast_ms }) => slow_ms / fast_ms),
		),
	];
}

function victimCompletes(prepared: PreparedCheck) {
	const victim = progressProperties(prepared)[0]?.progresses[0];
	if (victim === undefined) throw new Error('nobody is there whose fault could be judged');
	return victim;
}
