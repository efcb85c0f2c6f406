import { emptyRecipe, type Recipe } from '../../src/experiment/recipe.ts';

type Actors = Partial<Recipe>;

const rules = (policy: string, pageLock: string, rwsem: string) => ({ policy, 'page-lock': pageLock, rwsem });

const pair: Actors = { victims: 1, lockers: 1 };
const trio: Actors = { victims: 1, lockers: 2 };
const standard: Actors = { victims: 1, lockers: 2, writers: 1 };
const stealing: Actors = { victims: 1, lockers: 1, writers: 2 };
const userfault: Actors = { victims: 1, lockers: 1, monitors: 1 };

const changes: readonly Partial<Recipe>[] = [
	{ ...rules('v4.20', 'fifo', 'queue'), ...standard },
	{ ...rules('v4.20', 'fifo', 'queue'), ...stealing },
	{ ...rules('v4.20', 'v4.20', 'queue'), ...standard },
	{ ...rules('v4.20', 'v4.20', 'v4.20'), ...standard },
	{ ...rules('v4.20', 'v5.9', 'v5.3'), ...trio, bystanders: 1 },
	{ ...rules('v4.20', 'v5.9-rc', 'handoff'), ...standard },
	{ ...rules('v4.20', 'v5.9', 'handoff'), ...stealing },
	{ ...rules('v4.20', 'fifo', 'v4.20'), ...stealing },
	{ ...rules('v4.20', 'fifo', 'v5.3'), ...stealing },
	{ ...rules('rfc', 'fifo', 'queue'), ...pair },
	{ ...rules('rfc', 'fifo', 'queue'), ...standard },
	{ ...rules('rfc', 'v4.20', 'v4.20'), ...standard },
	{ ...rules('rfc', 'v5.9', 'v5.3'), ...stealing },
	{ ...rules('rfc', 'v5.9-rc', 'queue'), ...trio },
	{ ...rules('diff1-typed', 'fifo', 'queue'), ...standard },
	{ ...rules('diff1-typed', 'v4.20', 'v4.20'), ...trio },
	{ ...rules('diff1-parens', 'fifo', 'handoff'), ...standard },
	{ ...rules('diff1-parens', 'v5.9', 'queue'), ...trio },
	{ ...rules('v5.7', 'v4.20', 'v5.3'), ...trio, writers: 1 },
	{ ...rules('v5.7', 'v5.9', 'v5.3'), ...pair, writers: 1 },
	{ ...rules('v5.7', 'fifo', 'queue'), ...standard },
	{ ...rules('never-polite', 'fifo', 'queue'), ...standard },
	{ ...rules('never-polite', 'v5.9', 'queue'), ...trio, bystanders: 1 },
	{ ...rules('v5.7', 'v5.9', 'queue'), ...trio, 'page-lock-unfairness': 1 },
	{ ...rules('v4.20', 'fifo', 'queue'), ...pair, bystanders: 2 },
	{ ...rules('rfc', 'fifo', 'queue'), ...pair, neighbours: 1 },
	{ ...rules('v4.20', 'v4.20', 'queue'), ...pair, faulters: 1 },
	{ ...rules('v4.20', 'v4.20', 'queue'), ...pair, gups: 1 },
	{ ...rules('diff1-parens', 'v4.20', 'v4.20'), ...pair, gups: 1 },
	{ ...rules('diff1-parens', 'v5.9', 'queue'), ...pair, gups: 1, 'page-lock-unfairness': 1 },
	{ ...rules('rfc', 'fifo', 'queue'), lockers: 1, nowaits: 1 },
	{ ...rules('diff1-typed', 'v4.20', 'queue'), lockers: 1, nowaits: 1 },
	{ ...rules('v4.20', 'fifo', 'queue'), ...userfault },
	{ ...rules('rfc', 'v4.20', 'v4.20'), ...userfault },
	{ ...rules('v5.7', 'v5.9', 'v5.3'), ...userfault },
	{ ...rules('v4.20', 'v4.20', 'queue'), ...pair, killers: 1 },
	{ ...rules('rfc', 'v5.9', 'v4.20'), ...pair, killers: 1, writers: 1 },
	{ ...rules('v4.20', 'fifo', 'handoff'), ...pair, signallers: 1, monitors: 1 },
	{ ...rules('v4.20', 'v4.20', 'queue'), victims: 2, lockers: 1, killers: 1, signallers: 1 },
	{ ...rules('v4.20', 'fifo', 'queue'), ...pair, inverters: 1 },
	{ ...rules('rfc', 'v4.20', 'v5.3'), ...pair, inverters: 1 },
	{ ...rules('v4.20', 'v5.9', 'handoff'), inverters: 2, victims: 1 },
];

/** What is compared: every page lock, semaphore, policy and actor at least once; more than half are violated. */
export const spinRecipes: readonly Recipe[] = changes.map((change) => ({ ...emptyRecipe, ...change }));
