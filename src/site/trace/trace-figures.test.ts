import { describe, expect, test } from 'vitest';
import { kernelTrace } from './kernel-trace.ts';
import { traceFigures } from './trace-figures.ts';

describe('the writers of a small trace', () => {
	const { writers } = traceFigures({
		threads: ['flt-0', 'wr-0'],
		faults: 1,
		attempts: [1, 1],
		retried: [1, 0],
		sleeps: [
			[0, 0, 0, 0, 100, 0, 0],
			[0, 1, 1, 200, 300, 0, 1],
		],
		writes: [
			[1, 50, 60, 70],
			[1, 150, 200, 210],
			[1, 250, 305, 310],
		],
		stretch: { from_us: 0, to_us: 1, segments: [] },
	});

	test('are overlapped by a sleep with the lock held, not by a polite one nor by one that only touches', () => {
		expect(writers.waitOverlapped_ns).toMatchObject({ count: { value: 1 }, max: { value: 55_000 } });
		expect(writers.waitOther_ns).toMatchObject({ count: { value: 2 }, max: { value: 50_000 } });
	});

	test('are the two sorts together', () => {
		expect(writers.wait_ns).toMatchObject({ count: { value: 3 }, max: { value: 55_000 } });
	});
});

describe('the sleeps of a small trace', () => {
	const { firstAttempts, secondAttempts } = traceFigures({
		threads: ['flt-0', 'flt-1', 'flt-2'],
		faults: 3,
		attempts: [3, 3],
		retried: [3, 0],
		sleeps: [
			[0, 0, 0, 0, 100, 0, 0],
			[1, 0, 0, 10, 110, 0, 0],
			[1, 1, 1, 200, 300, 1, 1],
			[2, 1, 1, 210, 320, 1, 1],
			[0, 1, 1, 400, 430, 2, 0],
		],
		writes: [],
		stretch: { from_us: 0, to_us: 1, segments: [] },
	});

	test('are of two sorts, which are all together', () => {
		expect(firstAttempts).toMatchObject({
			sleepPolite_ns: { count: { value: 2 } },
			sleepOwnRead_ns: { count: { value: 1 } },
			sleepForLock_ns: { count: { value: 1 } },
		});
		expect(secondAttempts).toMatchObject({
			sleepHolding_ns: { count: { value: 3 } },
			sleepOwnRead_ns: { count: { value: 1 }, max: { value: 100_000 } },
			sleepForLock_ns: { count: { value: 2 }, max: { value: 110_000 } },
		});
	});

	test('tell for what page, and for whom', () => {
		expect(secondAttempts.sleepEvicted.count.value).toBe(2);
		expect(secondAttempts.sleepForHolding.count.value).toBe(1);
	});
});

describe('the trace that the site shows', () => {
	test('has every fault end, retried once at most', () => {
		const [first, second] = kernelTrace.attempts;
		expect(kernelTrace.attempts).toHaveLength(2);
		expect(first).toBe(kernelTrace.faults);
		expect(kernelTrace.retried).toEqual([second, 0]);
	});

	test('has first attempts sleep without the lock only, and second ones with it only', () => {
		for (const [, attempt, held] of kernelTrace.sleeps) expect(held).toBe(attempt);
	});

	test('has somebody read the page in whenever an attempt falls asleep, as its definitions say', () => {
		for (const [, , , , , reader] of kernelTrace.sleeps) expect(reader).not.toBeNull();
	});

	test('has second attempts sleep only for pages that were evicted, and for those who sleep likewise, as chapter 6 says', () => {
		const { sleepHolding_ns, sleepForLock_ns, sleepEvicted, sleepForHolding } =
			traceFigures(kernelTrace).secondAttempts;
		expect(sleepEvicted.count).toEqual(sleepHolding_ns.count);
		expect(sleepForHolding.count).toEqual(sleepForLock_ns.count);
	});

	// The recording's notes say so of the mean of three boots, of which this is one; rare events vary by 25 %.
	test('is like the recordings of other boots', () => {
		const { secondAttempts, writers } = traceFigures(kernelTrace);
		expect(Math.abs((secondAttempts.sleepHolding_ns.count.value ?? 0) / 69 - 1)).toBeLessThan(0.25);
		expect(Math.abs((writers.wait_ns.p99.value ?? 0) / 4_718_000 - 1)).toBeLessThan(0.1);
	});

	test('has the lanes of its stretch without gaps', () => {
		const { from_us, to_us, segments } = kernelTrace.stretch;
		for (const thread of kernelTrace.threads.keys()) {
			const lane = segments.filter(([who]) => who === thread);
			expect(lane.map(([, , , to]) => to)).toEqual([...lane.slice(1).map(([, , from]) => from), to_us]);
			expect(lane[0]?.[2]).toBe(from_us);
		}
	});
});
