import { describe, expect, test } from 'vitest';
import { Queue } from '../engine/kernel/queue.ts';
import {
	HELD_FOR_READING,
	HELD_FOR_WRITING,
	pageQueue,
	type Shape,
	semaphoreQueue,
	shapeOf,
	userfaultQueue,
} from '../engine/kernel/shape.ts';
import { queuesAt } from './queues-at.ts';
import { wordsOfQueues } from './words-of-queues.ts';

const shape = shapeOf({ threads: 3, mms: 2, pages: 2, userfaults: 1 });
const names = ['Ann', 'Ben', 'Cid'];
const [ANN, BEN, CID] = [0, 1, 2];

type Change = (cells: Int32Array, shape: Shape, queue: Queue) => void;

const owns =
	(thread: number, page: number): Change =>
	(cells) => {
		cells[shape.pageOwner + page] = thread + 1;
	};
const queues =
	(thread: number, line: number, kind: number): Change =>
	(cells, _shape, queue) => {
		queue.addTail(cells, line, thread, kind);
	};
const holds =
	(thread: number, mm: number, how: number): Change =>
	(cells) => {
		cells[shape.held + mm * shape.threads + thread] = how;
		if (how === HELD_FOR_WRITING) cells[shape.semaphoreWriter + mm] = thread + 1;
	};

describe('the queues in words', () => {
	const freePage = 'The page lock is free; nobody queues.';
	const freeSemaphore = 'mmap_sem is free; nobody queues.';

	test.for<[string, Change[], string[]]>([
		['nothing is held', [], [freePage, freeSemaphore]],
		['a page is owned', [owns(BEN, 0)], ['The page lock is held by Ben; nobody queues.', freeSemaphore]],
		[
			'two wait for it, each in its way, from the head on',
			[owns(ANN, 0), queues(CID, pageQueue(0), 0), queues(BEN, pageQueue(0), 1)],
			['The page lock is held by Ann; in line: Cid (waits for the unlock), Ben (wants the lock).', freeSemaphore],
		],
		[
			'one is to be handed it',
			[queues(BEN, pageQueue(0), 2)],
			['The page lock is free; in line: Ben (is to be handed the lock).', freeSemaphore],
		],
		[
			'userfaultfd keeps somebody waiting',
			[queues(ANN, userfaultQueue(shape, 0), 0), queues(CID, userfaultQueue(shape, 0), 0)],
			[freePage, freeSemaphore, 'userfaultfd keeps Ann and Cid waiting.'],
		],
		[
			'another page is told of only if somebody has to do with it',
			[owns(CID, 1)],
			[freePage, 'The lock of page 1 is held by Cid; nobody queues.', freeSemaphore],
		],
		[
			'readers hold mmap_sem, a writer waits',
			[holds(ANN, 0, HELD_FOR_READING), holds(BEN, 0, HELD_FOR_READING), queues(CID, semaphoreQueue(shape, 0), 1)],
			[freePage, 'mmap_sem is held for reading by Ann and Ben; in line: Cid (to write).'],
		],
		[
			'a writer holds it',
			[holds(CID, 0, HELD_FOR_WRITING)],
			[freePage, 'mmap_sem is held for writing by Cid; nobody queues.'],
		],
		[
			'another mm is told of only if somebody has to do with it',
			[queues(BEN, semaphoreQueue(shape, 1), 0)],
			[freePage, freeSemaphore, 'mmap_sem of mm 1 is free; in line: Ben (to read).'],
		],
	])('%s', ([, changes, words]) => {
		const cells = new Int32Array(shape.cellCount);
		const queue = new Queue(shape);
		for (const change of changes) change(cells, shape, queue);
		expect(wordsOfQueues(queuesAt(shape, cells), names)).toEqual(words);
	});
});
