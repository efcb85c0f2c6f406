import { EXCLUSIVE, HANDOFF, SHARED } from '../engine/kernel/objects.ts';
import { kindOfEntry, threadOfEntry } from '../engine/kernel/queue.ts';
import { READER, WRITER } from '../engine/kernel/semaphore-books.ts';
import { type LockQueue, PAGE_LOCK, USERFAULTFD } from './queues-at.ts';
import { listed } from './record-cast.ts';

/** Who holds and who queues: a sentence a lock. `names` are the threads'. */
export function wordsOfQueues(queues: readonly LockQueue[], names: readonly string[]): string[] {
	return queues.map(([lock, number, holders, line]) => {
		const nameOf = (entry: number) => names[threadOfEntry(entry)] as string;
		if (lock === USERFAULTFD) return `userfaultfd keeps ${listed(line.map(nameOf))} waiting.`;
		const wishes = lock === PAGE_LOCK ? pageWishes : semaphoreWishes;
		const held =
			holders.length === 0 ? 'is free' : `is held ${howHeld(lock, holders)}by ${listed(holders.map(nameOf))}`;
		const places = line.map((entry) => `${nameOf(entry)} (${wishes.get(kindOfEntry(entry))})`);
		const inLine = places.length === 0 ? 'nobody queues' : `in line: ${places.join(', ')}`;
		return `${lockName(lock, number)} ${held}; ${inLine}.`;
	});
}

/** By how somebody stands in a page's queue, what it is there for. */
const pageWishes: ReadonlyMap<number, string> = new Map([
	[SHARED, 'waits for the unlock'],
	[EXCLUSIVE, 'wants the lock'],
	[HANDOFF, 'is to be handed the lock'],
]);

const semaphoreWishes: ReadonlyMap<number, string> = new Map([
	[READER, 'to read'],
	[WRITER, 'to write'],
]);

function lockName(lock: number, number: number): string {
	if (lock === PAGE_LOCK) return number === 0 ? 'The page lock' : `The lock of page ${number}`;
	return number === 0 ? 'mmap_sem' : `mmap_sem of mm ${number}`;
}

function howHeld(lock: number, [first]: readonly number[]): string {
	if (lock === PAGE_LOCK || first === undefined) return '';
	return kindOfEntry(first) === WRITER ? 'for writing ' : 'for reading ';
}
