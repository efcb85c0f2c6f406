import { readContent } from '../../src/cli/content.ts';
import { check } from '../../src/experiment/check.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';
import { threadsOf } from '../../src/experiment/threads.ts';
import { rounds } from './measure.ts';
import { noObstacle, type Part } from './part.ts';
import { counted, measured, type Row } from './row.ts';
import { scenario, standard } from './scenario.ts';

const ROUNDS = 5;
/** What was aimed at for the standard five threads. */
const STANDARD_MS = 1000;

/** From two threads to six, in the order in which the title names them; five are the standard. */
const casts: readonly Partial<Recipe>[] = [
	{ victims: 1, lockers: 1 },
	{ victims: 1, lockers: 2 },
	{ victims: 1, lockers: 2, writers: 1 },
	standard,
	{ ...standard, writers: 2 },
];

/** The page lock as the thread pictures it beside a fair semaphore, and both as v4.20 has them. */
const lines = [
	{ line: 'strict line', pageLock: 'fifo', rwsem: 'queue' },
	{ line: 'kernel locks', pageLock: 'v4.20', rwsem: 'v4.20' },
];

/**
 * By number of threads, the whole of `bin/polite check`, from C: every property, its lasso, the weakest assumption, the
 * expected retries.
 */
export const verdict: Part = {
	name: 'verdict',
	title: 'Time to verdict: victim, locker, locker, writer, bystander, writer',
	obstacle: noObstacle,
	measure: () =>
		lines.flatMap(({ line, pageLock, rwsem }) =>
			['v4.20', 'rfc'].flatMap((policy) =>
				casts.flatMap((cast) =>
					rowsOf(`${line}, ${policy}`, scenario(policy, pageLock, rwsem, cast), cast === standard),
				),
			),
		),
};

function rowsOf(rules: string, recipe: Recipe, isStandard: boolean): Row[] {
	const content = readContent();
	const scenario = `${rules}, ${threadsOf(recipe).length} threads`;
	const { states } = check(recipe, content);
	const times_ms = rounds(ROUNDS, () => check(recipe, content));
	return [
		counted({ what: 'states', scenario, unit: '' }, states),
		measured({ what: 'time', scenario, unit: 'ms', ...(isStandard && { aim: { atMost: STANDARD_MS } }) }, times_ms),
	];
}
