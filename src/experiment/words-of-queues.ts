import { EXCLUSIVE, HANDOFF, SHARED } from '../engine/kernel/objects.ts';
import { kindOfEntry, threadOfEntry } from '../engine/kernel/queue.ts';
import { NOT_HELD, pageQueue, semaphoreQueue, userfaultQueue } from '../engine/kernel/shape.ts';
import { type Cast, entriesOf, listed } from './record-cast.ts';

/** Who holds and who queues: a sentence a lock, for each lock that anybody has to do with. */
export function wordsOfQueues(cast: Cast, cells: Int32Array): string[] {
	const pages = Array.from({ length: cast.shape.pages }, (_, page) => wordsOfPage(cast, cells, page));
	const semaphores = Array.from({ length: cast.shape.mms }, (_, mm) => wordsOfSemaphore(cast, cells, mm));
	const userfaults = Array.from({ length: cast.shape.userfaults }, (_, mm) => wordsOfUserfault(cast, cells, mm));
	return [...pages, ...semaphores, ...userfaults].filter((words) => words !== null);
}

/** By how somebody stands in a page's queue, what it is there for. */
const wishes: ReadonlyMap<number, string> = new Map([
	[SHARED, 'waits for the unlock'],
	[EXCLUSIVE, 'wants the lock'],
	[HANDOFF, 'is to be handed the lock'],
]);

function wordsOfPage({ shape, names }: Cast, cells: Int32Array, page: number): string | null {
	const owner = cells[shape.pageOwner + page] as number;
	const line = entriesOf(shape, cells, pageQueue(page));
	if (page > 0 && owner === 0 && line.length === 0) return null;
	const name = page === 0 ? 'The page lock' : `The lock of page ${page}`;
	const held = owner === 0 ? 'is free' : `is held by ${names[owner - 1]}`;
	const places = line.map((entry) => {
		return `${names[threadOfEntry(entry)]} (${wishes.get(kindOfEntry(entry))})`;
	});
	return `${name} ${held}; ${inLine(places)}.`;
}

function wordsOfSemaphore({ shape, names }: Cast, cells: Int32Array, mm: number): string | null {
	const holders = names.filter((_, thread) => cells[shape.held + mm * shape.threads + thread] !== NOT_HELD);
	const line = entriesOf(shape, cells, semaphoreQueue(shape, mm));
	if (mm > 0 && holders.length === 0 && line.length === 0) return null;
	const name = mm === 0 ? 'mmap_sem' : `mmap_sem of mm ${mm}`;
	const how = cells[shape.semaphoreWriter + mm] === 0 ? 'reading' : 'writing';
	const held = holders.length === 0 ? 'is free' : `is held for ${how} by ${listed(holders)}`;
	return `${name} ${held}; ${inLine(line.map((entry) => names[threadOfEntry(entry)] as string))}.`;
}

function wordsOfUserfault({ shape, names }: Cast, cells: Int32Array, mm: number): string | null {
	const line = entriesOf(shape, cells, userfaultQueue(shape, mm)).map((entry) => names[threadOfEntry(entry)] as string);
	return line.length === 0 ? null : `userfaultfd keeps ${listed(line)} waiting.`;
}

function inLine(places: readonly string[]): string {
	return places.length === 0 ? 'nobody queues' : `in line: ${places.join(', ')}`;
}
