import { expect, test } from 'vitest';
import { locking, triedLasso } from '../../../tests/check/tried-lasso.ts';
import { searched, smallSearch, untilFinished } from '../../../tests/support/small-search.ts';
import { shortestLasso } from './lasso.ts';
import type { CheckModel, Fairness } from './model.ts';
import { replayLasso } from './replay.ts';

const models: readonly (readonly [string, CheckModel])[] = [
	['a b', smallSearch(locking, 'a b')],
	['a b b', smallSearch(locking, 'a b b')],
	['a b c', smallSearch(locking, 'a b c')],
	['d c c, v4.20', smallSearch(locking, 'd c c', 'v4.20')],
	['d c b, v4.20', smallSearch(locking, 'd c b', 'v4.20')],
	['spinner toggler', smallSearch(locking, 'spinner toggler')],
	['spinner toggler c', smallSearch(locking, 'spinner toggler c')],
	['b b', smallSearch(locking, 'b b')],
	['d c c', smallSearch(locking, 'd c c')],
];
const cases = models.flatMap(([name, model]) =>
	(['none', 'weak', 'strong'] as const).map((fairness) => [name, fairness, model] as const),
);

test.each(cases)('%s under %s: no lasso is shorter, and it replays', (_, fairness, model) => {
	const progress = untilFinished(model, 0);
	const { pending } = searched(model, progress);
	const lasso = shortestLasso(pending, fairness);
	expect(lasso && [lasso.stem.length, lasso.loop.length]).toEqual(triedLasso(pending, fairness));
	if (lasso !== null) replayLasso(model, lasso, progress, fairness);
});

test('both answers come up under each fairness', () => {
	const found = (fairness: Fairness) =>
		models.map(([, model]) => shortestLasso(searched(model, untilFinished(model, 0)).pending, fairness) !== null);
	expect(new Set(found('strong'))).toEqual(new Set([true, false]));
	expect(new Set(found('weak'))).toEqual(new Set([true, false]));
});
