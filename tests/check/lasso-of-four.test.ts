import { expect, test } from 'vitest';
import { shortestLasso } from '../../src/engine/check/lasso.ts';
import { replayLasso } from '../../src/engine/check/replay.ts';
import { searched, smallSearch, untilFinished } from '../support/small-search.ts';
import { locking, triedLasso } from './tried-lasso.ts';

// As src/engine/check/lasso.test.ts, of a model of which to try everything takes a while.
test.each(['none', 'weak', 'strong'] as const)('under %s no lasso is shorter, and it replays', (fairness) => {
	const model = smallSearch(locking, 'a b b c');
	const progress = untilFinished(model, 0);
	const { pending } = searched(model, progress);
	const lasso = shortestLasso(pending, fairness);
	expect(lasso && [lasso.stem.length, lasso.loop.length]).toEqual(triedLasso(pending, fairness));
	if (lasso !== null) replayLasso(model, lasso, progress, fairness);
});
