import { expect, test } from 'vitest';
import { pageQueue, semaphoreQueue, shapeOf, userfaultQueue } from './shape.ts';

test('the parts of a state stand side by side, without a gap and without an overlap', () => {
	const threads = 3;
	const mms = 2;
	const pages = 4;
	const userfaults = 2;
	const shape = shapeOf({ threads, mms, pages, userfaults });
	const parts: [start: number, length: number][] = [
		[0, threads],
		[shape.queuedOn, threads],
		[shape.pageOwner, pages],
		[shape.pageWaiters, pages],
		[shape.semaphoreWriter, mms],
		[shape.semaphoreReaders, mms],
		[shape.semaphoreFirst, mms],
		[shape.held, mms * threads],
		[shape.pte, mms * pages],
		[shape.writeProtected, mms * pages],
		[shape.signals, threads],
		[shape.queues, (pages + mms + userfaults) * (1 + threads)],
	];
	let end = 0;
	for (const [start, length] of parts) {
		expect(start).toBe(end);
		end = start + length;
	}
	expect(shape.cellCount).toBe(end);
});

test('each page, each mmap_sem and each userfaultfd has a queue of its own, long enough for all threads', () => {
	const shape = shapeOf({ threads: 3, mms: 2, pages: 2, userfaults: 2 });
	const semaphores = [semaphoreQueue(shape, 0), semaphoreQueue(shape, 1)];
	const userfaults = [userfaultQueue(shape, 0), userfaultQueue(shape, 1)];
	expect([pageQueue(0), pageQueue(1), ...semaphores, ...userfaults]).toEqual([0, 1, 2, 3, 4, 5]);
	expect(shape.queueStride).toBe(1 + shape.threads);
});
