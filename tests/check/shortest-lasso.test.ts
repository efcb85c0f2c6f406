import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explore } from '../../src/engine/check/exploration.ts';
import { shortestLasso } from '../../src/engine/check/lasso.ts';
import type { Fairness } from '../../src/engine/check/model.ts';
import { pendingOf } from '../../src/engine/check/pending.ts';
import { replayLasso } from '../../src/engine/check/replay.ts';
import { untilFinished } from '../support/small-search.ts';
import { type LassoLength, naiveLasso } from './naive-lasso.ts';
import { plainSearch } from './plain-checker.ts';
import { randomFlows } from './random-flow.ts';

/** Larger graphs are passed over: trying every way takes its time. */
const STATES_MAX = 200;
const RUNS = 400;

describe('the shortest lasso, against trying everything on small random graphs', () => {
	test.for(['none', 'weak', 'strong'] as const)(
		'has as few steps, then as few in its stem: %s',
		(fairness: Fairness) => {
			const found: LassoLength[] = [];
			fc.assert(
				fc.property(randomFlows, fc.nat(2), (model, number) => {
					const thread = number % model.counts.threads;
					const graph = explore(model, [], { states: STATES_MAX });
					fc.pre(graph.complete);
					const progress = untilFinished(model, thread);
					const lasso = shortestLasso(pendingOf(graph, model.tables, progress), fairness);
					const length = lasso && { stem: lasso.stem.length, loop: lasso.loop.length };
					expect(length).toEqual(naiveLasso(plainSearch(model), progress, fairness));
					if (lasso === null || length === null) return;
					replayLasso(model, lasso, progress, fairness);
					found.push(length);
				}),
				{ numRuns: RUNS, seed: 1 },
			);
			expect(found.length).toBeGreaterThan(RUNS / 4);
			expect(Math.max(...found.map(({ loop }) => loop))).toBeGreaterThan(fairness === 'none' ? 3 : 6);
			expect(Math.max(...found.map(({ stem }) => stem))).toBeGreaterThan(3);
		},
	);
});
