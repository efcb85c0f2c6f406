import { SHARED } from '../../engine/kernel/objects.ts';
import { kindOfEntry, threadOfEntry } from '../../engine/kernel/queue.ts';
import { NOT_HELD, pageQueue, type Shape, semaphoreQueue } from '../../engine/kernel/shape.ts';
import { FINISHED } from '../../engine/model/tables.ts';
import { type Cast, entriesOf, listed } from '../record-cast.ts';

/** Why a thread that cannot run cannot, as a sentence without its subject: "sleeps in line for the page lock, behind locker 2". */
export function whyNot(cast: Cast, cells: Int32Array, thread: number): string {
	const { shape, tables } = cast;
	if (tables.operation[cells[thread] as number] === FINISHED) return 'has nothing left to do';
	const queue = (cells[shape.queuedOn + thread] as number) - 1;
	if (queue < 0) return 'sleeps until woken';
	if (queue < shape.pages) return waitsForPage(cast, cells, thread, queue);
	if (queue < shape.pages + shape.mms) return waitsForSemaphore(cast, cells, thread, queue - shape.pages);
	return 'sleeps until userfaultfd lets it write';
}

function waitsForPage({ shape, names }: Cast, cells: Int32Array, thread: number, page: number): string {
	const name = page === 0 ? 'the page lock' : `the lock of page ${page}`;
	const line = entriesOf(shape, cells, pageQueue(page));
	const entry = line.find((each) => threadOfEntry(each) === thread) as number;
	const owner = cells[shape.pageOwner + page] as number;
	const holder = owner === 0 ? [] : [names[owner - 1] as string];
	if (kindOfEntry(entry) === SHARED) {
		return `sleeps until woken by an unlock; ${name} is ${owner === 0 ? 'free' : `held by ${holder}`}`;
	}
	return `sleeps in line for ${name}${behind([...holder, ...namesAhead(names, line, thread)])}`;
}

function waitsForSemaphore({ shape, names }: Cast, cells: Int32Array, thread: number, mm: number): string {
	const holders = namesOfHolders(shape, names, cells, mm);
	const how = cells[shape.semaphoreWriter + mm] === 0 ? 'reading' : 'writing';
	const held = holders.length === 0 ? '' : `, held for ${how} by ${listed(holders)}`;
	const ahead = namesAhead(names, entriesOf(shape, cells, semaphoreQueue(shape, mm)), thread);
	return `waits for mmap_sem${held}${ahead.length === 0 ? '' : `; in line${behind(ahead)}`}`;
}

function namesOfHolders(shape: Shape, names: readonly string[], cells: Int32Array, mm: number): string[] {
	return names.filter((_, thread) => cells[shape.held + mm * shape.threads + thread] !== NOT_HELD);
}

function namesAhead(names: readonly string[], line: readonly number[], thread: number): string[] {
	const threads = line.map(threadOfEntry);
	return threads.slice(0, threads.indexOf(thread)).map((other) => names[other] as string);
}

function behind(ahead: readonly string[]): string {
	return ahead.length === 0 ? '' : ` behind ${listed(ahead)}`;
}
