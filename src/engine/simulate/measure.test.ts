import { describe, expect, test } from 'vitest';
import { HELD_FOR_READING, HELD_FOR_WRITING, shapeOf } from '../kernel/shape.ts';
import { HOLDS_PAGE, IN_FAULT } from './activity.ts';
import { Measure } from './measure.ts';

const threads = [
	{ actor: 'one', mm: 0, page: 0 },
	{ actor: 'two', mm: 0, page: 0 },
];
const shape = shapeOf({ threads: 2, mms: 1, pages: 1 });

/** Thread 0's results after some changes of its cells, each noted at its time. */
function noted(...changes: [time_ns: number, cell: number, value: number][]) {
	const measure = new Measure(shape, threads);
	const cells = new Int32Array(shape.cellCount);
	for (const [time_ns, cell, value] of changes) {
		cells[cell] = value;
		measure.noteQueue(cells, 0, time_ns);
		measure.noteLocks(cells, 0, time_ns);
	}
	return measure.results(1000)['one'];
}

describe('a measure', () => {
	test('knows how long a lock was held, and by which hand', () => {
		const result = noted(
			[10, shape.held, HELD_FOR_READING],
			[15, shape.held, 0],
			[20, shape.held, HELD_FOR_WRITING],
			[27, shape.held, 0],
			[30, shape.pageOwner, 1],
			[39, shape.pageOwner, 0],
		);
		expect([result?.readHeld_ns.max, result?.writeHeld_ns.max, result?.pageHeld_ns.max]).toEqual([5, 7, 9]);
	});

	test("does not count another's page lock as the thread's", () => {
		expect(noted([10, shape.pageOwner, 2], [20, shape.pageOwner, 0])?.pageHeld_ns.count).toBe(0);
	});

	test.for([
		['readWait_ns', 2, HELD_FOR_READING],
		['writeWait_ns', 2, HELD_FOR_WRITING],
		['pageSleepHolding_ns', 1, HELD_FOR_READING],
		['pageSleepPolite_ns', 1, 0],
	] as const)('counts a wait where it belongs: %s', ([name, queuedOn, held]) => {
		const result = noted([100, shape.queuedOn, queuedOn], [140, shape.held, held], [150, shape.queuedOn, 0]);
		const counts = (['readWait_ns', 'writeWait_ns', 'pageSleepHolding_ns', 'pageSleepPolite_ns'] as const).filter(
			(one) => result?.[one].count === 1,
		);
		expect([counts, result?.[name].max]).toEqual([[name], 50]);
	});

	test('does not count what was held or waited for when the run ended', () => {
		const result = noted([10, shape.held, HELD_FOR_READING], [20, shape.queuedOn, 1]);
		expect([result?.readHeld_ns.count, result?.pageSleepHolding_ns.count]).toEqual([0, 0]);
	});

	test('takes a semaphore taken at once for a wait of 0', () => {
		const measure = new Measure(shape, threads);
		measure.tookAtOnce(0, false);
		measure.tookAtOnce(1, true);
		const { one, two } = measure.results(10);
		expect([one?.readWait_ns, one?.writeWait_ns.count]).toMatchObject([{ count: 1, max: 0 }, 0]);
		expect([two?.writeWait_ns, two?.readWait_ns.count]).toMatchObject([{ count: 1, max: 0 }, 0]);
	});

	test('begins to count retries anew with each fault', () => {
		const measure = new Measure(shape, threads);
		measure.faultBegins(0, 5);
		measure.faultRetries(0);
		measure.faultEnds(0, 25);
		measure.faultBegins(0, 30);
		expect([measure.isInFault(0), measure.retriesSoFar(0), measure.isInFault(1)]).toEqual([true, 0, false]);
		measure.faultEnds(0, 40);
		const { one } = measure.results(100);
		expect([one?.fault_ns, one?.retries, one?.retriesInAll]).toMatchObject([
			{ count: 2, mean: 15 },
			{ count: 2, mean: 0.5 },
			1,
		]);
	});

	test('adds up activities up to the end, and tells which are new', () => {
		const measure = new Measure(shape, threads);
		const news = [
			measure.noteActivity(0, IN_FAULT, 10),
			measure.noteActivity(0, IN_FAULT, 20),
			measure.noteActivity(0, HOLDS_PAGE, 50),
		];
		expect(news).toEqual([true, false, true]);
		expect(measure.results(100)['one']?.activity_ns).toMatchObject({
			idle: 10,
			'runs in the fault': 40,
			'holds the page lock': 50,
		});
	});
});
