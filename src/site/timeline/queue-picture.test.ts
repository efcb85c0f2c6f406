import { expect, test } from 'vitest';
import { EXCLUSIVE, HANDOFF, SHARED } from '../../engine/kernel/objects.ts';
import { entryOf } from '../../engine/kernel/queue.ts';
import { READER, WRITER } from '../../engine/kernel/semaphore-books.ts';
import { type LockQueue, PAGE_LOCK, SEMAPHORE, USERFAULTFD } from '../../experiment/queues-at.ts';
import { queuePicture } from './queue-picture.ts';

/** The rows as short text, as in 'page lock: 1 holds; 2 told is told'. */
function rowsOf(...queues: LockQueue[]): string[] {
	return queuePicture(queues, []).map(({ label, holders, line }) => {
		const held = holders.map(({ thread, word }) => `${thread} ${word}`).join(', ');
		return `${label}: ${held}; ${line.map(({ thread, way, word }) => `${thread} ${way} ${word}`).join(', ')}`;
	});
}

test('a page lock has its holder, and each way of standing in its line, from the head on', () => {
	const line = [entryOf(2, SHARED), entryOf(0, EXCLUSIVE), entryOf(3, HANDOFF)];
	expect(rowsOf([PAGE_LOCK, 0, [entryOf(1, EXCLUSIVE)], line])).toEqual([
		'page lock: 1 holds; 2 told is told, 0 wants wants, 3 given is given',
	]);
});

test('readers and writers of mmap_sem are told apart, whether they hold it or queue', () => {
	const line = [entryOf(2, WRITER), entryOf(3, READER)];
	expect(rowsOf([SEMAPHORE, 0, [entryOf(0, READER), entryOf(1, READER)], line])).toEqual([
		'mmap_sem: 0 reads, 1 reads; 2 wants to write, 3 wants to read',
	]);
	expect(rowsOf([SEMAPHORE, 1, [entryOf(1, WRITER)], []])).toEqual(['mmap_sem 1: 1 writes; ']);
});

test('userfaultfd has a line and no holder', () => {
	expect(rowsOf([USERFAULTFD, 0, [], [entryOf(4, SHARED)]])).toEqual(['userfaultfd: ; 4 told waits']);
});

test('a lock that has room is drawn while nobody has to do with it', () => {
	expect(queuePicture([], [[PAGE_LOCK, 1, 3]])).toEqual([
		{ label: 'page 1 lock', holders: [], line: [], free: true, empty: 2 },
	]);
});
