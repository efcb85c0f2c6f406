import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Schedule } from './schedule.ts';

const THREADS_MAX = 9;

/** Few different times, so that many are equal; some threads wait to be woken. */
const time_ns = fc.oneof(
	{ weight: 9, arbitrary: fc.nat(6) },
	{ weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
);
const entries = fc.array(fc.tuple(fc.nat(THREADS_MAX - 1), time_ns), { maxLength: 60 });

describe('the schedule', () => {
	test('puts the earliest first, of equal ones the one entered before, as a sorted list does', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: THREADS_MAX }), entries, (threads, script) => {
				const schedule = new Schedule(threads);
				let list: { thread: number; time_ns: number }[] = [];
				for (const [number, entered_ns] of script) {
					const thread = number % threads;
					schedule.set(thread, entered_ns);
					// Sorting is stable: who is entered last stands behind its equals.
					list = [...list.filter((entry) => entry.thread !== thread), { thread, time_ns: entered_ns }];
					const sorted = list.filter((entry) => entry.time_ns < Infinity).toSorted((a, b) => a.time_ns - b.time_ns);
					expect(schedule.time).toBe(sorted[0]?.time_ns ?? Number.POSITIVE_INFINITY);
					if (sorted[0] !== undefined) {
						expect(schedule.first).toBe(sorted[0].thread);
						expect(schedule.timeWithout(schedule.first)).toBe(sorted[1]?.time_ns ?? Number.POSITIVE_INFINITY);
					}
				}
			}),
			{ numRuns: 500 },
		);
	});

	test('knows no event at the beginning', () => {
		expect(new Schedule(3).time).toBe(Number.POSITIVE_INFINITY);
	});

	test('of one thread knows no rival', () => {
		const schedule = new Schedule(1);
		schedule.set(0, 5);
		expect([schedule.first, schedule.time, schedule.timeWithout(0)]).toEqual([0, 5, Number.POSITIVE_INFINITY]);
	});
});
