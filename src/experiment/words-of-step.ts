import { EXCLUSIVE, HANDOFF, SHARED } from '../engine/kernel/objects.ts';
import { primitiveNames } from '../engine/kernel/primitives.ts';
import { kindOfEntry, threadOfEntry } from '../engine/kernel/queue.ts';
import { ASKED, TIMED_OUT, WOKEN } from '../engine/kernel/semaphore-discipline.ts';
import {
	FATAL_SIGNAL,
	HELD_FOR_READING,
	HELD_FOR_WRITING,
	NOT_HELD,
	pageQueue,
	type Shape,
	semaphoreQueue,
	userfaultQueue,
} from '../engine/kernel/shape.ts';
import { ASLEEP } from '../engine/model/tables.ts';
import { type Cast, entriesOf, listed } from './record-cast.ts';

/** One step, as an observer of the run sees it. */
export interface SeenStep {
	readonly thread: number;
	/** Where the thread stood before. */
	readonly node: number;
	readonly result: number;
	readonly before: Int32Array;
	readonly after: Int32Array;
}

/** What a step did, as a sentence without its subject: "finds the page locked". */
export function wordsOfStep(cast: Cast, step: SeenStep): string {
	const changes = [
		...pageChanges(cast, step),
		...semaphoreChanges(cast, step),
		...pteChanges(cast, step),
		...userfaultChanges(cast, step),
		...signalChanges(cast, step),
	];
	return changes.length > 0 ? changes.join(', ') : whatItSaw(cast, step);
}

/** Page 0 is the one that all is about; any other is somebody's own, and told by its number. */
const pageName = (page: number): string => (page === 0 ? 'the page' : `page ${page}`);
const lockOf = (page: number): string => (page === 0 ? 'the page lock' : `the lock of page ${page}`);

function pageChanges(cast: Cast, step: SeenStep): string[] {
	return Array.from({ length: cast.shape.pages }, (_, page) => [
		...ownerChanges(cast, step, page),
		...ownPlace(cast, step, page),
	]).flat();
}

function ownerChanges({ shape, names }: Cast, { thread, before, after }: SeenStep, page: number): string[] {
	const was = before[shape.pageOwner + page] as number;
	const is = after[shape.pageOwner + page] as number;
	// By the owner itself, or in a walk on behalf of the first in line.
	const handedTo = is !== was && is !== 0 && is !== thread + 1 ? is - 1 : null;
	const woken = entriesOf(shape, before, pageQueue(page))
		.map(threadOfEntry)
		.filter((other) => other !== thread && other !== handedTo && after[shape.queuedOn + other] === 0);
	const words: string[] = [];
	if (was === 0 && is === thread + 1) words.push(`takes ${lockOf(page)}`);
	if (was === thread + 1 && is === 0) words.push(`unlocks ${pageName(page)}`);
	if (woken.length > 0) words.push(`wakes ${listed(woken.map((other) => names[other] as string))}`);
	if (handedTo !== null) words.push(`hands ${lockOf(page)} to ${names[handedTo]}`);
	return words;
}

/** By the kind of its entry, what somebody queues for. */
const aims: ReadonlyMap<number, string> = new Map([
	[SHARED, 'to be told of the unlock'],
	[EXCLUSIVE, 'for the page lock'],
	[HANDOFF, 'to be handed the page lock'],
]);

/** What became of the thread's own place in a page's queue. */
function ownPlace({ shape }: Cast, { thread, before, after }: SeenStep, page: number): string[] {
	const queue = pageQueue(page);
	const stood = before[shape.queuedOn + thread] === queue + 1;
	const stands = after[shape.queuedOn + thread] === queue + 1;
	if (stood && !stands) return ['leaves the queue'];
	if (stood || !stands) return [];
	const line = entriesOf(shape, after, queue);
	const place = line.length === 1 ? '' : `, as number ${line.length}`;
	return [`queues ${aims.get(kindOfEntry(line.at(-1) as number))}${place}`];
}

function semaphoreChanges(cast: Cast, step: SeenStep): string[] {
	return Array.from({ length: cast.shape.mms }, (_, mm) => semaphoreChange(cast, step, mm)).flat();
}

function semaphoreChange({ shape, names }: Cast, { thread, before, after }: SeenStep, mm: number): string[] {
	const at = shape.held + mm * shape.threads;
	const queue = semaphoreQueue(shape, mm) + 1;
	const was = before[at + thread];
	const is = after[at + thread];
	const granted = names.filter(
		(_, other) => other !== thread && before[at + other] === NOT_HELD && after[at + other] !== NOT_HELD,
	);
	const words: string[] = [];
	if (was === NOT_HELD && is === HELD_FOR_READING) words.push('takes mmap_sem for reading');
	if (was === NOT_HELD && is === HELD_FOR_WRITING) words.push('takes mmap_sem for writing');
	if (was !== NOT_HELD && is === NOT_HELD) words.push('lets go of mmap_sem');
	if (granted.length > 0) words.push(`mmap_sem goes to ${listed(granted)}`);
	const stood = before[shape.queuedOn + thread] === queue;
	if (!stood && after[shape.queuedOn + thread] === queue) words.push('finds mmap_sem taken and queues for it');
	if (words.length === 0 && stood) words.push(...whileQueued(shape, before, after, mm));
	return words;
}

/** What somebody did who sleeps in mmap_sem's queue, and sleeps on. */
function whileQueued({ semaphoreFirst }: Shape, before: Int32Array, after: Int32Array, mm: number): string[] {
	const was = before[semaphoreFirst + mm] as number;
	const is = after[semaphoreFirst + mm] as number;
	const words: string[] = [];
	if ((is & ~was & TIMED_OUT) !== 0) words.push('has waited too long for mmap_sem');
	if ((was & ~is & WOKEN) !== 0) words.push('finds mmap_sem taken again');
	if ((is & ~was & ASKED) !== 0) words.push('asks that nobody enter ahead');
	return words;
}

function pteChanges({ shape }: Cast, { before, after }: SeenStep): string[] {
	for (let at = shape.pte; at < shape.pte + shape.mms * shape.pages; at++) {
		const page = pageName((at - shape.pte) % shape.pages);
		if (before[at] === 0 && after[at] === 1) return [`maps ${page}`];
		if (before[at] === 1 && after[at] === 0) return [`has its mapping of ${page} dropped`];
	}
	return [];
}

/** What became of the mm's write-protected pages, and of those whom its userfaultfd keeps waiting. */
function userfaultChanges({ shape, names }: Cast, { thread, before, after }: SeenStep): string[] {
	const words: string[] = [];
	for (let at = shape.writeProtected; at < shape.signals; at++) {
		if (before[at] === 0 && after[at] === 1) words.push('protects the page from writes');
		if (before[at] === 1 && after[at] === 0) words.push('lets the page be written again');
	}
	for (let mm = 0; mm < shape.userfaults; mm++) {
		const queue = userfaultQueue(shape, mm) + 1;
		const left = names.filter(
			(_, other) => before[shape.queuedOn + other] === queue && after[shape.queuedOn + other] === 0,
		);
		const own = names[thread] as string;
		if (left.includes(own)) words.push('need not wait for userfaultfd');
		else if (left.length > 0) words.push(`wakes ${listed(left)}`);
		if (before[shape.queuedOn + thread] !== queue && after[shape.queuedOn + thread] === queue) {
			words.push('queues until userfaultfd lets it write');
		}
	}
	return words;
}

function signalChanges({ shape, names }: Cast, { before, after }: SeenStep): string[] {
	return names.flatMap((name, other) => {
		const was = before[shape.signals + other] as number;
		const is = after[shape.signals + other] as number;
		if ((is & ~was & FATAL_SIGNAL) !== 0) return [`kills ${name}`];
		if (is > was) return [`sends ${name} a signal`];
		return is < was ? ['handles a signal'] : [];
	});
}

/** A step that changed nothing has looked at something. */
function whatItSaw({ tables, shape }: Cast, { thread, node, result, after }: SeenStep): string {
	const name = primitiveNames[tables.operation[node] as number];
	const sleeps = tables.operation[after[thread] as number] === ASLEEP && after[shape.queuedOn + thread] !== 0;
	switch (name) {
		case 'test_and_set_bit_lock':
			return `finds ${pageName(tables.object[node] as number)} locked`;
		case 'test_bit':
			if (result === 0) return 'sees the page unlocked';
			return sleeps ? 'sees the page still locked and goes to sleep' : 'sees the page still locked';
		case 'down_read_trylock':
			return 'finds mmap_sem taken';
		case 'pte_present':
			return `finds ${pageName(tables.argument[node] as number)} ${result === 1 ? '' : 'not '}mapped`;
		case 'fatal_signal_pending':
		case 'signal_pending':
			return result === 1 ? 'finds a signal that waits for it' : 'finds no signal that would stop it';
		case 'send_sig':
			return 'sends a signal that waits already';
		case 'dequeue_signal':
			return 'has no signal to handle';
		case 'pte_uffd_wp':
			return result === 1 ? 'finds the page protected from writes' : 'finds that the page may be written';
		case 'pte_clear':
			return `is about to touch ${pageName(tables.argument[node] as number)}, which is not mapped`;
		default:
			return 'looks at the queue';
	}
}
