import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SHARED } from '../../src/engine/kernel/objects.ts';
import { kindOfEntry } from '../../src/engine/kernel/queue.ts';
import { pageQueue, type Shape } from '../../src/engine/kernel/shape.ts';
import { prepare } from '../../src/experiment/prepare.ts';
import { content, recipes, schedules } from '../support/scenarios.ts';
import { walk } from '../support/walk.ts';

/** Asserts that no page of any state of a page lock's runs is as `isBroken` says; `line` is its queue. */
function assertOwnLaw(
	pageLock: string,
	isBroken: (cells: Int32Array, shape: Shape, page: number, line: readonly number[]) => boolean,
): void {
	const ownLaw = (cells: Int32Array, shape: Shape) => {
		for (let page = 0; page < shape.pages; page++) {
			const start = shape.queues + pageQueue(page) * shape.queueStride;
			const line = [...cells.subarray(start + 1, start + 1 + (cells[start] as number))];
			if (isBroken(cells, shape, page, line)) return `page ${page} breaks its lock's law`;
		}
		return null;
	};
	fc.assert(
		fc.property(recipes, schedules, (recipe, schedule) => {
			expect(walk(prepare({ ...recipe, 'page-lock': pageLock, killers: 0 }, content), schedule, ownLaw)).toBeNull();
		}),
		{ numRuns: 300 },
	);
}

describe('under every policy and page lock, whoever is there and whoever runs next', () => {
	test('a page has one owner, a writer has no reader beside it, and no wake-up is lost', () => {
		fc.assert(
			fc.property(recipes, schedules, (recipe, schedule) => {
				expect(walk(prepare(recipe, content), schedule)).toBeNull();
			}),
			{ numRuns: 1000 },
		);
	});

	test('fifo: the bit is never seen clear while anyone queues exclusively', () => {
		assertOwnLaw('fifo', (cells, { pageOwner }, page, line) => {
			return line.some((entry) => kindOfEntry(entry) !== SHARED) && cells[pageOwner + page] === 0;
		});
	});

	test('v4.20: PG_waiters is set while anyone queues', () => {
		assertOwnLaw('v4.20', (cells, { pageWaiters }, page, line) => line.length > 0 && cells[pageWaiters + page] === 0);
	});

	test('which are laws of that page lock alone', () => {
		expect(() =>
			assertOwnLaw('v4.20', (cells, { pageOwner }, page, line) => line.length > 0 && cells[pageOwner + page] === 0),
		).toThrow();
		expect(() =>
			assertOwnLaw('fifo', (cells, { pageWaiters }, page, line) => line.length > 0 && cells[pageWaiters + page] === 0),
		).toThrow();
	});
});
