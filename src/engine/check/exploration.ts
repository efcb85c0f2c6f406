import { EDGE_TARGET_SHIFT, type Graph, MISUSE, passedBy, type Sighting } from './graph.ts';
import { CHECK_STATES_MAX, type CheckModel, type Watch } from './model.ts';
import { FAILS, WATCHED, WOKEN_SHIFT } from './move.ts';
import { Moves } from './moves.ts';
import { type Packing, packingOf } from './packing.ts';
import { BATCH_STATES, Successors } from './successors.ts';
import { grown, WordTable } from './word-table.ts';

/** Where a search is to stop. */
export interface CheckLimits {
	/** As soon as it has found more states than this. */
	readonly states: number;
	/** Before what each thread does in each situation would take more, in bytes; 512 MB if left out. */
	readonly situationBytes?: number;
}

/** Some 50 bytes a state up to six threads, so about 1 GB; while properties are judged, as much again or twice. */
export const DEFAULT_LIMITS: CheckLimits = { states: 20_000_000 };

/**
 * The breadth-first search for all states, in slices: `advance` until it says that it is done, look
 * at `progress` in between, and take the `graph`, which is whole unless a limit cut it off.
 */
export class Exploration {
	readonly #moves: Moves;
	readonly #packing: Packing;
	readonly #threads: number;
	readonly #states: WordTable;
	readonly #statesMax: number;
	readonly #watches: readonly Watch[];
	readonly #sightings = new Map<string, Sighting>();
	readonly #failing = new Set<number>();
	readonly #levels = [0];
	readonly #successors: Successors;
	readonly #numbers: Int32Array;
	#edges = new Int32Array(4096);
	#edgeCount = 0;
	#edgeStarts = new Int32Array(1024);
	#expanded = 0;
	/** The first state that is farther away than those expanded now. */
	#nextLevel = 1;

	/**
	 * @param watches what no thread may pass
	 * @throws ModelError if a thread loops before its first step
	 * @throws CheckError for more threads than a search can hold
	 */
	constructor(model: CheckModel, watches: readonly Watch[] = [], limits: CheckLimits = DEFAULT_LIMITS) {
		this.#moves = new Moves(model, anyOf(watches, model.tables.nodeCount), limits.situationBytes);
		this.#packing = packingOf(this.#moves.locals.nodes.map((nodes) => nodes.length));
		this.#threads = model.counts.threads;
		this.#watches = watches;
		this.#statesMax = Math.min(limits.states, CHECK_STATES_MAX - this.#threads);
		this.#states = new WordTable(this.#packing.width);
		this.#successors = new Successors(this.#moves, this.#packing);
		this.#numbers = new Int32Array(BATCH_STATES * this.#threads);
		this.#addInitial();
	}

	/**
	 * Expands up to so many states.
	 * @returns whether the search is over
	 */
	advance(states: number): boolean {
		const end = this.#expanded + states;
		while (this.#expanded < end && !this.#isOver) this.#expandUpTo(Math.min(end, this.#states.count, this.#nextLevel));
		return this.#isOver;
	}

	/** States found, those of them not yet expanded, and steps found. */
	get progress(): { readonly states: number; readonly frontier: number; readonly transitions: number } {
		const states = this.#states.count;
		return { states, frontier: states - this.#expanded, transitions: this.#edgeCount };
	}

	/** What was found so far. */
	get graph(): Graph {
		const states = this.#states.count;
		const arrays = [this.#edges, this.#edgeStarts];
		return {
			threads: this.#threads,
			states,
			expanded: this.#expanded,
			complete: this.#expanded === states,
			transitions: this.#edgeCount,
			depth: this.#levels.length - 1,
			levels: this.#levels,
			edgeStarts: this.#edgeStarts,
			edges: this.#edges,
			words: this.#states.words,
			packing: this.#packing,
			moves: this.#moves,
			sightings: this.#sightings,
			failing: this.#failing,
			bytes: arrays.reduce((sum, { byteLength }) => sum + byteLength, this.#states.bytes + this.#moves.bytes),
		};
	}

	get #isOver(): boolean {
		const { count } = this.#states;
		return this.#expanded === count || count > this.#statesMax || !this.#moves.hasRoom(1);
	}

	#addInitial(): void {
		const { width, word, shift } = this.#packing;
		const initial = this.#moves.initial();
		const row = new Int32Array(width);
		for (let thread = 0; thread < this.#threads; thread++) {
			const at = word[thread] as number;
			row[at] = (row[at] as number) | ((initial[thread] as number) << (shift[thread] as number));
		}
		row[width - 1] = initial[this.#threads] as number;
		this.#states.add(row);
	}

	/** Expands states up to one that is found already, of one depth. Most of a search's time is spent here. */
	#expandUpTo(end: number): void {
		let state = this.#expanded;
		for (; state < end && this.#states.count <= this.#statesMax && this.#moves.hasRoom(1); ) {
			const count = Math.min(end - state, this.#batch);
			this.#expand(state, count);
			state += count;
		}
		this.#expanded = state;
		if (state === this.#nextLevel && state < this.#states.count) {
			this.#levels.push(state);
			this.#nextLevel = this.#states.count;
		}
	}

	/** How many states to expand at once: near a limit one by one, to stop where it is reached. */
	get #batch(): number {
		const most = BATCH_STATES * this.#threads;
		return this.#states.count + most <= this.#statesMax && this.#moves.hasRoom(most) ? BATCH_STATES : 1;
	}

	#expand(state: number, count: number): void {
		const successors = this.#successors;
		const numbers = this.#numbers;
		successors.find(this.#states.words, state, count);
		for (let at = 0; at < successors.specialCount; at++) this.#handle(state, successors.specials[at] as number);
		const { stepCount, labels, ends } = successors;
		this.#states.addAll(successors.rows, successors.steps, stepCount, numbers);
		this.#makeRoom(state + count, stepCount);
		const edges = this.#edges;
		const start = this.#edgeCount;
		for (let at = 0; at < stepCount; at++) {
			edges[start + at] = ((numbers[at] as number) << EDGE_TARGET_SHIFT) | (labels[at] as number);
		}
		for (let at = 0; at < count; at++) this.#edgeStarts[state + 1 + at] = start + (ends[at] as number);
		this.#edgeCount += stepCount;
	}

	#handle(from: number, row: number): void {
		const thread = row % this.#threads;
		const state = from + Math.floor(row / this.#threads);
		const effect = this.#successors.effects[row] as number;
		if (effect === FAILS) this.#noteMisuse(state, thread);
		else this.#wakeAndWatch(state, thread, effect, row * this.#packing.width);
	}

	#makeRoom(end: number, edges: number): void {
		if (end >= this.#edgeStarts.length) this.#edgeStarts = grown(this.#edgeStarts);
		if (this.#edgeCount + edges > this.#edges.length) this.#edges = grown(this.#edges);
	}

	#noteMisuse(state: number, thread: number): void {
		this.#failing.add(state);
		this.#sight(MISUSE, state, thread);
	}

	#wakeAndWatch(state: number, thread: number, effect: number, row: number): void {
		const isSeen = this.#wake(effect >> WOKEN_SHIFT, state, row);
		if (isSeen || (effect & WATCHED) !== 0) this.#sightWatched(state, thread);
	}

	/** Lets those who were woken settle; returns whether one of them passed a watched node. */
	#wake(woken: number, state: number, row: number): boolean {
		const shared = this.#successors.rows[row + this.#packing.width - 1] as number;
		let isSeen = false;
		for (let thread = 0; thread < this.#threads; thread++) {
			if ((woken & (1 << thread)) === 0) continue;
			const settled = this.#moves.wake(shared, thread, this.#localOf(state, thread));
			if ((settled & 1) === 1) isSeen = true;
			this.#place(thread, settled >> 1, row);
		}
		return isSeen;
	}

	#localOf(state: number, thread: number): number {
		const { width, word, shift, mask } = this.#packing;
		const packed = this.#states.words[state * width + (word[thread] as number)] as number;
		return (packed >>> (shift[thread] as number)) & (mask[thread] as number);
	}

	#place(thread: number, local: number, row: number): void {
		const { word, shift, mask } = this.#packing;
		const at = row + (word[thread] as number);
		const above = shift[thread] as number;
		const { rows } = this.#successors;
		rows[at] = ((rows[at] as number) & ~((mask[thread] as number) << above)) | (local << above);
	}

	#sightWatched(state: number, thread: number): void {
		if (this.#watches.every(({ name }) => this.#sightings.has(name))) return;
		for (let other = 0; other < this.#threads; other++) {
			const nodes = passedBy(this.graph, state, thread, other);
			for (const watch of this.#watches) {
				if (nodes.some((node) => watch.nodes[node] === 1)) this.#sight(watch.name, state, thread);
			}
		}
	}

	/** States are expanded by depth, so the first sighting has the fewest steps before it. */
	#sight(name: string, state: number, thread: number): void {
		if (!this.#sightings.has(name)) this.#sightings.set(name, { state, thread });
	}
}

/** Searches to the end, or to the limit. Throws as the constructor does. */
export function explore(model: CheckModel, watches: readonly Watch[] = [], limits = DEFAULT_LIMITS): Graph {
	const exploration = new Exploration(model, watches, limits);
	while (!exploration.advance(1_000_000));
	return exploration.graph;
}

/** Per node, 1 if one of the watches is on it. */
function anyOf(watches: readonly Watch[], nodeCount: number): Uint8Array {
	return Uint8Array.from({ length: nodeCount }, (_, node) => (watches.some(({ nodes }) => nodes[node] === 1) ? 1 : 0));
}
