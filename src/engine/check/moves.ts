import { NOT_HELD, type Shape, shapeOf } from '../kernel/shape.ts';
import { createStep, type Step } from '../kernel/step.ts';
import { ModelError } from '../model/model-error.ts';
import { SUCCESSORS } from '../model/tables.ts';
import { CheckError } from './check-error.ts';
import { type LocalStates, localStatesOf } from './local-states.ts';
import { CHECK_THREADS_MAX, type CheckModel } from './model.ts';
import {
	CHANGE,
	EFFECT,
	FAILS,
	type MoveInFull,
	SHARED_AFTER,
	STEPS,
	TAKES_LOCK,
	WATCHED,
	WOKEN_SHIFT,
} from './move.ts';
import { MoveRows } from './move-rows.ts';
import { SharedParts } from './shared-parts.ts';
import { grown, WordTable } from './word-table.ts';

/** What nobody has any business to read: another thread's node, while one runs. */
const UNKNOWN_NODE = -1;

/**
 * A search ends where its situations, shared parts times local states, would take more, in bytes; the model's own take
 * less at the most states that a search holds. It keeps their numbers below 2^32, too.
 */
const SITUATION_BYTES_MAX = 2 ** 29;

/**
 * What each thread does in each situation, found by the transition function once and kept. A step
 * depends on where its thread stands and on what threads share, never on where the others stand; and
 * there are far fewer such situations than states. So a state is its threads' local states and the
 * number of its shared part, and to expand it is to look up.
 */
export class Moves {
	readonly locals: LocalStates;
	readonly rows: MoveRows;
	readonly shape: Shape;
	readonly #model: CheckModel;
	readonly #watched: Uint8Array;
	readonly #step: Step;
	readonly #shared: SharedParts;
	/** Situations in which a thread was just woken, and the local state in which it settles. */
	readonly #wakings = new WordTable(1);
	#settled = new Int32Array(256);
	/** Per thread, the number of its first local state among all threads'. */
	readonly firstLocal: Int32Array;
	readonly #cells: Int32Array;
	/** What the threads share in the situation that was loaded, and its number: often that of the next one, too. */
	readonly #before: Int32Array;
	#sharedBefore = -1;
	readonly #key = new Int32Array(1);
	readonly #bytesMax: number;

	/**
	 * @param watched per node, 1 if a move is to say that it was passed
	 * @param bytesMax what the situations may take
	 * @throws CheckError for more threads than a search can hold
	 */
	constructor(model: CheckModel, watched: Uint8Array, bytesMax = SITUATION_BYTES_MAX) {
		const { threads } = model.counts;
		if (threads > CHECK_THREADS_MAX) {
			throw new CheckError(`a search over ${threads} threads; it holds ${CHECK_THREADS_MAX} at most, so ask for fewer`);
		}
		this.#model = model;
		this.#watched = watched;
		this.#bytesMax = bytesMax;
		this.shape = shapeOf(model.counts);
		this.#step = createStep(model.tables, this.shape, model.discipline);
		this.locals = localStatesOf(model.tables);
		this.#cells = new Int32Array(this.shape.cellCount);
		this.#before = new Int32Array(this.shape.cellCount).fill(UNKNOWN_NODE, 0, threads);
		this.#shared = new SharedParts(threads, this.shape.cellCount);
		this.firstLocal = new Int32Array(threads);
		let count = 0;
		for (const [thread, nodes] of this.locals.nodes.entries()) {
			this.firstLocal[thread] = count;
			count += nodes.length;
		}
		this.rows = new MoveRows(count);
	}

	/**
	 * Where all begin: each thread's local state, then the number of the shared part.
	 * @throws ModelError if a thread loops before its first step
	 */
	initial(): Int32Array {
		const { entries } = this.#model.tables;
		this.#cells.fill(0);
		this.#cells.set(entries);
		const locals = Array.from(entries, (_, thread) => this.#settleInCells(thread));
		return Int32Array.of(...locals, this.#numberShared());
	}

	/** Where the move of a thread in a situation begins in `rows.cells`, until another one is found. */
	find(shared: number, thread: number, local: number): number {
		const among = (this.firstLocal[thread] as number) + local;
		if (this.rows.find(shared, among) < 0) this.#make(shared, thread, local, among);
		return this.rows.find(shared, among);
	}

	/** Twice the local state in which a thread settles that was just woken, plus 1 if it passes a watched node. */
	wake(shared: number, thread: number, local: number): number {
		this.#key[0] = Math.imul(shared, this.rows.localCount) + (this.firstLocal[thread] as number) + local;
		const known = this.#wakings.count;
		const number = this.#wakings.add(this.#key);
		if (number === known) {
			this.#load(shared, thread, local);
			if (number >= this.#settled.length) this.#settled = grown(this.#settled);
			const from = this.#cells[thread] as number;
			const settled = this.#settleInCells(thread);
			this.#settled[number] = settled * 2 + (this.#isSeen(thread, from, settled) ? 1 : 0);
		}
		return this.#settled[number] as number;
	}

	/** A step taken once more, in full: for those few that are told. */
	tell(shared: number, thread: number, local: number): MoveInFull {
		this.#load(shared, thread, local);
		try {
			const result = this.#step.run(this.#cells, thread);
			return { result, nodeAfter: this.#cells[thread] as number };
		} catch (error) {
			if (!(error instanceof ModelError)) throw error;
			return { result: 0, nodeAfter: -1 };
		}
	}

	/** Writes a shared part into the cells of a state. */
	copyShared(shared: number, cells: Int32Array): void {
		this.#shared.copy(shared, cells);
	}

	/** The nodes that a thread passes on its way from a node to where it settles. */
	passed(thread: number, from: number, settled: number): number[] {
		const end = (this.locals.nodes[thread] as Int32Array)[settled] as number;
		const nodes: number[] = [];
		for (let node = from; node !== end; ) {
			nodes.push(node);
			node = (this.#model.tables.successor[node * SUCCESSORS] as number) >> 1;
		}
		return nodes;
	}

	/** What all this takes, in bytes. */
	get bytes(): number {
		return this.#shared.bytes + this.#wakings.bytes + this.rows.bytes + this.#settled.byteLength;
	}

	/** Whether there is room for the situations of so many shared parts more. */
	hasRoom(shared: number): boolean {
		return (this.#shared.count + shared) * this.rows.rowBytes <= this.#bytesMax;
	}

	#make(shared: number, thread: number, local: number, among: number): void {
		this.#load(shared, thread, local);
		if (!this.#step.isEnabled(this.#cells, thread)) {
			this.rows.addBlocked(shared, among);
			return;
		}
		const at = this.rows.add(shared, among);
		try {
			this.#take(at, thread, local);
		} catch (error) {
			if (!(error instanceof ModelError)) throw error;
			this.rows.cells[at + EFFECT] = FAILS;
		}
	}

	#take(at: number, thread: number, local: number): void {
		const cells = this.#cells;
		this.#step.run(cells, thread);
		let effect = STEPS;
		for (let index = 0; index < this.#step.wokenCount; index++) {
			const woken = this.#step.woken[index] as number;
			if (woken !== thread) effect |= 1 << (WOKEN_SHIFT + woken);
		}
		if (this.#takesLock(thread)) effect |= TAKES_LOCK;
		const from = cells[thread] as number;
		const settled = this.#settleInCells(thread);
		if (this.#isSeen(thread, from, settled)) effect |= WATCHED;
		const { cells: moves } = this.rows;
		moves[at + CHANGE] = local ^ settled;
		moves[at + SHARED_AFTER] = this.#numberShared();
		moves[at + EFFECT] = effect;
	}

	#isSeen(thread: number, from: number, settled: number): boolean {
		const end = (this.locals.nodes[thread] as Int32Array)[settled] as number;
		const { successor } = this.#model.tables;
		for (let node = from; node !== end; node = (successor[node * SUCCESSORS] as number) >> 1) {
			if (this.#watched[node] === 1) return true;
		}
		return false;
	}

	/** Whether the thread, in the cells, has a lock that it had not before. */
	#takesLock(thread: number): boolean {
		const { pageOwner, pages, held, mms, threads } = this.shape;
		const cells = this.#cells;
		const before = this.#before;
		for (let cell = pageOwner; cell < pageOwner + pages; cell++) {
			if (cells[cell] === thread + 1 && before[cell] !== thread + 1) return true;
		}
		for (let mm = 0; mm < mms; mm++) {
			const cell = held + mm * threads + thread;
			if (cells[cell] !== NOT_HELD && before[cell] === NOT_HELD) return true;
		}
		return false;
	}

	#load(shared: number, thread: number, local: number): void {
		if (shared !== this.#sharedBefore) {
			this.copyShared(shared, this.#before);
			this.#sharedBefore = shared;
		}
		this.#cells.set(this.#before);
		this.#cells[thread] = (this.locals.nodes[thread] as Int32Array)[local] as number;
	}

	/** The number of the shared part in the cells; makes room for its situations. */
	#numberShared(): number {
		const number = this.#shared.numberOf(this.#cells);
		this.rows.reserve(number + 1);
		return number;
	}

	#settleInCells(thread: number): number {
		this.#step.settle(this.#cells, thread);
		const node = this.#cells[thread] as number;
		const local = (this.locals.numbers[thread] as Int32Array)[node] as number;
		if (local < 0) throw new Error(`thread ${thread} came to rest in node ${node}, where the tables have no rest`);
		return local;
	}
}
