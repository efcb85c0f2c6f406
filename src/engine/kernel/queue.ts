import type { Shape } from './shape.ts';

/** A thread's entry in a queue; `kind` is 0 .. 3, see `Shape`. */
export const entryOf = (thread: number, kind: number): number => thread * 4 + kind;

/** Whose entry it is. */
export const threadOfEntry = (entry: number): number => entry >> 2;

/** How that thread stands there. */
export const kindOfEntry = (entry: number): number => entry & 3;

/**
 * The queues in the cells: first come, first in line. `queue` is a queue's number. A thread stands
 * in one queue at most.
 */
export class Queue {
	readonly #queues: number;
	readonly #stride: number;
	readonly #queuedOn: number;

	constructor(shape: Shape) {
		this.#queues = shape.queues;
		this.#stride = shape.queueStride;
		this.#queuedOn = shape.queuedOn;
	}

	length(cells: Int32Array, queue: number): number {
		return cells[this.#queues + queue * this.#stride] as number;
	}

	/** The entry at `position` from the head; the queue must be that long. */
	entry(cells: Int32Array, queue: number, position: number): number {
		return cells[this.#queues + queue * this.#stride + 1 + position] as number;
	}

	holds(cells: Int32Array, queue: number, thread: number): boolean {
		return cells[this.#queuedOn + thread] === queue + 1;
	}

	addTail(cells: Int32Array, queue: number, thread: number, kind: number): void {
		const start = this.#queues + queue * this.#stride;
		const length = cells[start] as number;
		cells[start + 1 + length] = entryOf(thread, kind);
		cells[start] = length + 1;
		cells[this.#queuedOn + thread] = queue + 1;
	}

	/** Takes the first out of the queue, which must not be empty, and returns its thread. */
	removeFirst(cells: Int32Array, queue: number): number {
		const start = this.#queues + queue * this.#stride;
		const thread = threadOfEntry(cells[start + 1] as number);
		this.#close(cells, start, 0);
		cells[this.#queuedOn + thread] = 0;
		return thread;
	}

	/** Takes a thread out of the queue wherever it stands; nothing happens if it does not. */
	remove(cells: Int32Array, queue: number, thread: number): void {
		if (!this.holds(cells, queue, thread)) return;
		const start = this.#queues + queue * this.#stride;
		let position = 0;
		while (threadOfEntry(cells[start + 1 + position] as number) !== thread) position++;
		this.#close(cells, start, position);
		cells[this.#queuedOn + thread] = 0;
	}

	/** Moves those behind `position` up; the cell that falls free is 0, so that equal states have equal cells. */
	#close(cells: Int32Array, start: number, position: number): void {
		const length = (cells[start] as number) - 1;
		for (let at = start + 1 + position; at < start + 1 + length; at++) cells[at] = cells[at + 1] as number;
		cells[start + 1 + length] = 0;
		cells[start] = length;
	}
}
