import { kindOfEntry, type Queue, threadOfEntry } from './queue.ts';
import { HELD_FOR_READING, HELD_FOR_WRITING, NOT_HELD, type Shape, semaphoreQueue } from './shape.ts';

/** Tells the caller's world that a thread may run again. */
export type Wake = (thread: number) => void;

/** How somebody stands in an mmap_sem's queue. */
export const READER = 0;
export const WRITER = 1;

/** Who holds and who queues for each mmap_sem: the books that every discipline keeps in the same way. */
export class SemaphoreBooks {
	readonly #shape: Shape;
	readonly #queue: Queue;
	readonly #wake: Wake;

	constructor(shape: Shape, queue: Queue, wake: Wake) {
		this.#shape = shape;
		this.#queue = queue;
		this.#wake = wake;
	}

	isFree(cells: Int32Array, mm: number): boolean {
		return this.readers(cells, mm) === 0 && !this.isWritten(cells, mm);
	}

	isWritten(cells: Int32Array, mm: number): boolean {
		return cells[this.#shape.semaphoreWriter + mm] !== 0;
	}

	readers(cells: Int32Array, mm: number): number {
		return cells[this.#shape.semaphoreReaders + mm] as number;
	}

	isAnyoneQueued(cells: Int32Array, mm: number): boolean {
		return this.#queue.length(cells, semaphoreQueue(this.#shape, mm)) > 0;
	}

	/** Whether the first in the queue, which must not be empty, wants to write. */
	isFirstWriter(cells: Int32Array, mm: number): boolean {
		return kindOfEntry(this.#queue.entry(cells, semaphoreQueue(this.#shape, mm), 0)) === WRITER;
	}

	/** The first in the queue if it wants to write, else -1. */
	readonly firstWriter = (cells: Int32Array, mm: number): number => {
		return this.isAnyoneQueued(cells, mm) && this.isFirstWriter(cells, mm) ? this.#first(cells, mm) : -1;
	};

	join(cells: Int32Array, mm: number, thread: number, kind: number): void {
		this.#queue.addTail(cells, semaphoreQueue(this.#shape, mm), thread, kind);
	}

	wakeFirst(cells: Int32Array, mm: number): void {
		this.#wake(this.#first(cells, mm));
	}

	takeForReading(cells: Int32Array, mm: number, thread: number): void {
		const { semaphoreReaders, held, threads } = this.#shape;
		cells[semaphoreReaders + mm] = (cells[semaphoreReaders + mm] as number) + 1;
		cells[held + mm * threads + thread] = HELD_FOR_READING;
	}

	takeForWriting(cells: Int32Array, mm: number, thread: number): void {
		const { semaphoreWriter, held, threads } = this.#shape;
		cells[semaphoreWriter + mm] = thread + 1;
		cells[held + mm * threads + thread] = HELD_FOR_WRITING;
	}

	/** Gives it back; returns whether nobody holds it now. */
	giveBack(cells: Int32Array, mm: number, thread: number): boolean {
		const { semaphoreReaders, semaphoreWriter, held, threads } = this.#shape;
		const at = held + mm * threads + thread;
		if (cells[at] === HELD_FOR_WRITING) cells[semaphoreWriter + mm] = 0;
		else cells[semaphoreReaders + mm] = (cells[semaphoreReaders + mm] as number) - 1;
		cells[at] = NOT_HELD;
		return this.isFree(cells, mm);
	}

	/** The first in the queue, a writer, leaves it with mmap_sem; who is first now has gone through nothing yet. */
	letFirstWrite(cells: Int32Array, mm: number): number {
		const thread = this.#queue.removeFirst(cells, semaphoreQueue(this.#shape, mm));
		cells[this.#shape.semaphoreFirst + mm] = 0;
		this.takeForWriting(cells, mm, thread);
		return thread;
	}

	/** Grants it to the readers next to one another at the head of the queue, and wakes them. */
	grantReadersAtHead(cells: Int32Array, mm: number): void {
		while (this.isAnyoneQueued(cells, mm) && !this.isFirstWriter(cells, mm)) this.#grantReader(cells, mm, 0);
	}

	/** Grants it to all readers in the queue, past the writers between them, and wakes them. */
	grantReadersAnywhere(cells: Int32Array, mm: number): void {
		const line = semaphoreQueue(this.#shape, mm);
		for (let position = 0; position < this.#queue.length(cells, line); ) {
			if (kindOfEntry(this.#queue.entry(cells, line, position)) === READER) this.#grantReader(cells, mm, position);
			else position++;
		}
	}

	/** The first in the queue, which must not be empty. */
	#first(cells: Int32Array, mm: number): number {
		return threadOfEntry(this.#queue.entry(cells, semaphoreQueue(this.#shape, mm), 0));
	}

	#grantReader(cells: Int32Array, mm: number, position: number): void {
		const line = semaphoreQueue(this.#shape, mm);
		const thread = threadOfEntry(this.#queue.entry(cells, line, position));
		this.#queue.remove(cells, line, thread);
		this.takeForReading(cells, mm, thread);
		this.#wake(thread);
	}
}
