import { EDGE_LOCK } from './graph.ts';
import { CHANGE, EFFECT, MOVE_CELLS, SHARED_AFTER, STEPS } from './move.ts';
import type { Moves } from './moves.ts';
import type { Packing } from './packing.ts';

/** States that are expanded together, at most: what they need between the loops stays in the nearest cache. */
export const BATCH_STATES = 64;

/** Effects of a move with which more is to be done than to go where it leads. */
const SPECIAL = ~(STEPS | EDGE_LOCK);

/**
 * The successors of some states at once. What a search waits for is memory: so each loop does one
 * thing for all states, without a call and without a loop in it, and its loads do not wait for each other.
 */
export class Successors {
	/** By state and then by thread, the state after the thread's step; of no meaning if it takes none. */
	readonly rows: Int32Array;
	/** Those rows that are steps, in order, and what an edge says of each but its target. */
	readonly steps: Int32Array;
	readonly labels: Int32Array;
	stepCount = 0;
	/** Those rows, steps or not, with whose moves more is to be done. */
	readonly specials: Int32Array;
	specialCount = 0;
	/** Per state, how many steps it and those before it have. */
	readonly ends = new Int32Array(BATCH_STATES);
	/** Per row, its move's effect. */
	readonly effects: Int32Array;
	/** Per row, where its move begins in the moves' cache. */
	readonly #found: Int32Array;
	readonly #threadOf: Int32Array;
	readonly #stateOf: Int32Array;
	readonly #moves: Moves;
	readonly #packing: Packing;
	readonly #threads: number;

	constructor(moves: Moves, packing: Packing) {
		this.#moves = moves;
		this.#packing = packing;
		this.#threads = packing.word.length;
		const size = BATCH_STATES * this.#threads;
		this.rows = new Int32Array(size * packing.width);
		this.steps = new Int32Array(size);
		this.labels = new Int32Array(size);
		this.specials = new Int32Array(size);
		this.#found = new Int32Array(size);
		this.effects = new Int32Array(size);
		this.#threadOf = Int32Array.from({ length: size }, (_, row) => row % this.#threads);
		this.#stateOf = Int32Array.from({ length: size }, (_, row) => Math.floor(row / this.#threads));
	}

	/**
	 * Finds the successors.
	 * @param words all states
	 * @param from the first state to expand
	 * @param count how many, up to BATCH_STATES
	 */
	find(words: Int32Array, from: number, count: number): void {
		if (!this.#lookUpAll(words, from, count)) {
			this.#learn(words, from, count);
			this.#lookUpAll(words, from, count);
		}
		for (let thread = 0; thread < this.#threads; thread++) this.#go(words, from, count, thread);
		this.#sort(count);
	}

	#lookUpAll(words: Int32Array, from: number, count: number): boolean {
		let isKnown = true;
		for (let thread = 0; thread < this.#threads; thread++) {
			if (!this.#lookUp(words, from, count, thread)) isKnown = false;
		}
		return isKnown;
	}

	/** Looks up what a thread does in each state; returns whether all is known. */
	#lookUp(words: Int32Array, from: number, count: number, thread: number): boolean {
		const { width, word, shift, mask } = this.#packing;
		const { ranks, starts, localCount } = this.#moves.rows;
		const first = this.#moves.firstLocal[thread] as number;
		const found = this.#found;
		const threads = this.#threads;
		const at = word[thread] as number;
		const above = shift[thread] as number;
		const bits = mask[thread] as number;
		const end = count * threads;
		let isKnown = true;
		for (let row = thread, start = from * width; row < end; row += threads, start += width) {
			const local = ((words[start + at] as number) >>> above) & bits;
			const shared = words[start + width - 1] as number;
			const rank = ranks[Math.imul(shared, localCount) + first + local] as number;
			if (rank === 0) isKnown = false;
			found[row] = (starts[shared] as number) + rank * MOVE_CELLS;
		}
		return isKnown;
	}

	/** Has those moves made that nobody made before, state by state: so are shared parts numbered. */
	#learn(words: Int32Array, from: number, count: number): void {
		const { width, word, shift, mask } = this.#packing;
		for (let start = from * width; start < (from + count) * width; start += width) {
			const shared = words[start + width - 1] as number;
			for (let thread = 0; thread < this.#threads; thread++) {
				const packed = words[start + (word[thread] as number)] as number;
				this.#moves.find(shared, thread, (packed >>> (shift[thread] as number)) & (mask[thread] as number));
			}
		}
	}

	/** Lets a thread take its step in each state. */
	#go(words: Int32Array, from: number, count: number, thread: number): void {
		const { width, word, shift } = this.#packing;
		const { cells } = this.#moves.rows;
		const { rows, effects } = this;
		const found = this.#found;
		const threads = this.#threads;
		const own = word[thread] as number;
		const above = shift[thread] as number;
		const end = count * threads;
		const last = width - 1;
		for (let at = 0; at < last; at++) {
			if (at !== own) copyColumn(words, from * width + at, width, rows, thread * width + at, threads * width, count);
		}
		for (let row = thread, start = from * width; row < end; row += threads, start += width) {
			const move = found[row] as number;
			effects[row] = cells[move + EFFECT] as number;
			rows[row * width + own] = (words[start + own] as number) ^ ((cells[move + CHANGE] as number) << above);
			rows[row * width + last] = cells[move + SHARED_AFTER] as number;
		}
	}

	/** Picks the rows that are steps, and those with which more is to be done; no branch that could be guessed wrong. */
	#sort(count: number): void {
		const { steps, labels, specials, ends, effects } = this;
		const threadOf = this.#threadOf;
		const stateOf = this.#stateOf;
		const end = count * this.#threads;
		let stepCount = 0;
		let specialCount = 0;
		for (let row = 0; row < end; row++) {
			const effect = effects[row] as number;
			steps[stepCount] = row;
			labels[stepCount] = (effect & EDGE_LOCK) | (threadOf[row] as number);
			stepCount += effect & STEPS;
			ends[stateOf[row] as number] = stepCount;
			if ((effect & SPECIAL) !== 0) specials[specialCount++] = row;
		}
		this.stepCount = stepCount;
		this.specialCount = specialCount;
	}
}

function copyColumn(
	from: Int32Array,
	start: number,
	stride: number,
	to: Int32Array,
	toStart: number,
	toStride: number,
	count: number,
): void {
	for (let at = 0; at < count; at++) to[toStart + at * toStride] = from[start + at * stride] as number;
}
