import { MOVE_CELLS } from './move.ts';
import { grown } from './word-table.ts';

/** A row is longer by so many moves each time that it is full. */
const MOVES_MORE = 4;
/** The rank of the move of all who cannot run, in every row; 0 is of a situation that nobody asked for yet. */
const BLOCKED_RANK = 1;

/**
 * The moves found so far, those in one shared part side by side: a state looks up one for each of its
 * threads, and most of that time would be spent on waiting for memory. So a situation costs but the byte of its
 * move's rank in the row, and nothing is hashed.
 */
export class MoveRows {
	/** Local states of all threads. */
	readonly localCount: number;
	/** The rows, wherever there was room; replaced when it grows. */
	cells = new Int32Array(256 * MOVE_CELLS);
	/** By shared part and local state, the move's rank in the row; replaced when it grows. */
	ranks: Uint8Array | Uint16Array;
	/** By shared part, where a move of rank 0 would begin, if there were one; replaced when it grows. */
	starts = new Int32Array(0);
	/** By shared part, the moves in its row. */
	#counts = new Int32Array(0);
	#end = 0;
	/** By size, in MOVES_MORE, where rows began that have become larger. */
	readonly #free: number[][] = [];

	constructor(localCount: number) {
		this.localCount = localCount;
		this.ranks = localCount < 2 ** 8 - BLOCKED_RANK ? new Uint8Array(0) : new Uint16Array(0);
	}

	/** Where the move of a situation begins in `cells`; -1 if nobody asked yet. */
	find(shared: number, local: number): number {
		const rank = this.ranks[Math.imul(shared, this.localCount) + local] as number;
		return rank === 0 ? -1 : (this.starts[shared] as number) + rank * MOVE_CELLS;
	}

	/** Adds the move of a situation, in which the thread cannot run unless more is written; other moves of that row may change their places. */
	add(shared: number, local: number): number {
		if (this.#counts[shared] === 0) this.addBlocked(shared, local);
		const count = this.#counts[shared] as number;
		if (count % MOVES_MORE === 0) this.#lengthen(shared, count);
		this.#counts[shared] = count + 1;
		this.ranks[shared * this.localCount + local] = count + 1;
		return (this.starts[shared] as number) + (count + 1) * MOVE_CELLS;
	}

	/** Adds a situation in which the thread cannot run. */
	addBlocked(shared: number, local: number): void {
		if (this.#counts[shared] === 0) {
			this.#lengthen(shared, 0);
			this.#counts[shared] = BLOCKED_RANK;
		}
		this.ranks[shared * this.localCount + local] = BLOCKED_RANK;
	}

	/** Makes room for so many shared parts. */
	reserve(sharedCount: number): void {
		while (sharedCount > this.starts.length) {
			this.starts = grown(this.starts);
			this.#counts = grown(this.#counts);
		}
		const least = sharedCount * this.localCount;
		if (least <= this.ranks.length) return;
		const Ranks = this.ranks instanceof Uint8Array ? Uint8Array : Uint16Array;
		const ranks = new Ranks(Math.ceil(least * 1.125));
		ranks.set(this.ranks);
		this.ranks = ranks;
	}

	/** What a shared part takes, in bytes, before there is a move in it. */
	get rowBytes(): number {
		return this.localCount * this.ranks.BYTES_PER_ELEMENT;
	}

	/** What they take, in bytes. */
	get bytes(): number {
		const arrays = [this.cells, this.ranks, this.starts, this.#counts];
		return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
	}

	/** Moves a full row to where it has room for more. */
	#lengthen(shared: number, count: number): void {
		const size = count / MOVES_MORE;
		const from = (this.starts[shared] as number) + MOVE_CELLS;
		const to = this.#take(size + 1);
		this.cells.copyWithin(to, from, from + count * MOVE_CELLS);
		this.cells.fill(0, to + count * MOVE_CELLS, to + (count + MOVES_MORE) * MOVE_CELLS);
		if (size > 0) this.#freeOf(size).push(from);
		this.starts[shared] = to - MOVE_CELLS;
	}

	#take(size: number): number {
		const free = this.#freeOf(size).pop();
		if (free !== undefined) return free;
		const at = this.#end;
		this.#end += size * MOVES_MORE * MOVE_CELLS;
		while (this.#end > this.cells.length) this.cells = grown(this.cells);
		return at;
	}

	#freeOf(size: number): number[] {
		while (this.#free.length <= size) this.#free.push([]);
		return this.#free[size] as number[];
	}
}
