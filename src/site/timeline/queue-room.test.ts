import { expect, test } from 'vitest';
import { type LockQueue, PAGE_LOCK, SEMAPHORE, USERFAULTFD } from '../../experiment/queues-at.ts';
import { queueRoom } from './queue-room.ts';

const before: LockQueue[] = [
	[PAGE_LOCK, 0, [], [4, 8, 12]],
	[SEMAPHORE, 0, [0, 4], []],
];
const after: LockQueue[] = [
	[PAGE_LOCK, 0, [1], [4]],
	[SEMAPHORE, 0, [], [9]],
	[USERFAULTFD, 0, [], [0]],
	[PAGE_LOCK, 1, [5], []],
];

test('room is what the fullest moment of each lock needs, and a place to say that it is free', () => {
	expect(queueRoom([before, after])).toEqual([
		[PAGE_LOCK, 0, 4],
		[PAGE_LOCK, 1, 1],
		[SEMAPHORE, 0, 2],
		[USERFAULTFD, 0, 1],
	]);
});

test('room that was there already is kept, and grows if it must', () => {
	const room = queueRoom(
		[before],
		[
			[PAGE_LOCK, 0, 2],
			[SEMAPHORE, 0, 7],
			[SEMAPHORE, 1, 2],
		],
	);
	expect(room).toEqual([
		[PAGE_LOCK, 0, 4],
		[SEMAPHORE, 0, 7],
		[SEMAPHORE, 1, 2],
	]);
});
