import { EXCLUSIVE, HANDOFF, SHARED } from '../../engine/kernel/objects.ts';
import { kindOfEntry, threadOfEntry } from '../../engine/kernel/queue.ts';
import { WRITER } from '../../engine/kernel/semaphore-books.ts';
import { type LockQueue, PAGE_LOCK, SEMAPHORE, USERFAULTFD } from '../../experiment/queues-at.ts';
import { type QueueRoom, queueRoom } from './queue-room.ts';

/** Somebody at a lock: how it is drawn, and the word beside its mark. */
export interface QueuePlace {
	readonly thread: number;
	/** Its class is `queue-WAY`. */
	readonly way: 'holds' | 'wants' | 'told' | 'given';
	readonly word: string;
}

/** A lock as it is drawn. */
export interface QueueRow {
	readonly label: string;
	readonly holders: readonly QueuePlace[];
	readonly line: readonly QueuePlace[];
	/** Whether to say that nobody holds it; nobody ever holds a userfaultfd. */
	readonly free: boolean;
	/** The places that stay empty for now. */
	readonly empty: number;
}

/** The locks of a moment as rows: one for each lock that has room, whether anybody has to do with it now or not. */
export function queuePicture(queues: readonly LockQueue[], room: readonly QueueRoom[]): QueueRow[] {
	return queueRoom([queues], room).map(([lock, number, places]) => {
		const now = queues.find(([other, otherNumber]) => other === lock && otherNumber === number);
		const [, , holders, line] = now ?? [lock, number, [], []];
		const free = lock !== USERFAULTFD && holders.length === 0;
		return {
			label: labelOf(lock, number),
			holders: holders.map((entry) => ({ thread: threadOfEntry(entry), way: 'holds', word: holderWord(lock, entry) })),
			line: line.map((entry) => ({ thread: threadOfEntry(entry), ...placeInLine(lock, kindOfEntry(entry)) })),
			free,
			empty: places - holders.length - line.length - (free ? 1 : 0),
		};
	});
}

function labelOf(lock: number, number: number): string {
	if (lock === USERFAULTFD) return 'userfaultfd';
	if (lock === PAGE_LOCK) return number === 0 ? 'page lock' : `page ${number} lock`;
	return number === 0 ? 'mmap_sem' : `mmap_sem ${number}`;
}

function holderWord(lock: number, entry: number): string {
	if (lock === PAGE_LOCK) return 'holds';
	return kindOfEntry(entry) === WRITER ? 'writes' : 'reads';
}

function placeInLine(lock: number, kind: number): Pick<QueuePlace, 'way' | 'word'> {
	if (lock === SEMAPHORE) return { way: 'wants', word: kind === WRITER ? 'to write' : 'to read' };
	if (lock === USERFAULTFD) return { way: 'told', word: 'waits' };
	return pagePlaces.get(kind) as Pick<QueuePlace, 'way' | 'word'>;
}

const pagePlaces: ReadonlyMap<number, Pick<QueuePlace, 'way' | 'word'>> = new Map([
	[SHARED, { way: 'told', word: 'is told' }],
	[EXCLUSIVE, { way: 'wants', word: 'wants' }],
	[HANDOFF, { way: 'given', word: 'is given' }],
]);
