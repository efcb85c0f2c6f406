import { interval } from '../../src/engine/simulate/interval.ts';
import { check } from '../../src/experiment/check.ts';
import { emptyRecipe, type Recipe } from '../../src/experiment/recipe.ts';
import { content } from '../support/scenarios.ts';
import { randomSchedulerPlan, retriesUnder } from './random-scheduler.ts';

/** From the 95 % interval to that of 99 %, for many seeds. */
const WIDER = 2.576 / 1.96;

/** What is compared: who is there, by which rules. */
export const scenarios: readonly Partial<Recipe>[] = [
	{ policy: 'rfc', lockers: 1 },
	{ policy: 'rfc', lockers: 2 },
	{ policy: 'v4.20', lockers: 2 },
	{ policy: 'v4.20', 'page-lock': 'v4.20', lockers: 2 },
	{ policy: 'rfc', 'page-lock': 'v4.20', lockers: 2, writers: 1 },
	{ policy: 'rfc', 'page-lock': 'v5.9', lockers: 1, neighbours: 1 },
	{ policy: 'v5.7', 'page-lock': 'v5.9', lockers: 2 },
	{ policy: 'rfc', lockers: 1, faulters: 1, writers: 1 },
];

/** The expected number of retries: as the check solves for it, and as the mean of timed runs under a random scheduler. */
export interface Retries {
	readonly solved: number;
	readonly mean: number;
	/** How far from it the solved should lie in 99 % of all cases. */
	readonly plusOrMinus: number;
}

/** Solves and measures. Throws Error where the check has no finite number. */
export function compareRetries(scenario: Partial<Recipe>, seeds: number): Retries {
	const recipe = { ...emptyRecipe, victims: 1, ...scenario };
	const { expectedRetries: solved } = check(recipe, content);
	if (typeof solved !== 'number') throw new Error(`the check says ${solved}; choose a scenario with a finite number`);
	const plan = randomSchedulerPlan(recipe, content);
	const found = interval(Array.from({ length: seeds }, (_, seed) => retriesUnder(plan, seed)));
	if (found === null || found.plusOrMinus === null) throw new Error('one seed has no interval; ask for more');
	return { solved, mean: found.mean, plusOrMinus: found.plusOrMinus * WIDER };
}
