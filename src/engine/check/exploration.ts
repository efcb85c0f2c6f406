import { EDGE_LOCK, EDGE_TARGET_SHIFT, type Graph, MISUSE, passedBy, type Sighting } from './graph.ts';
import { CHECK_STATES_MAX, type CheckModel, type Watch } from './model.ts';
import { CHANGE, EFFECT, FAILS, KIND_BITS, SHARED_AFTER, STEPS, WATCHED, WOKEN_SHIFT } from './move.ts';
import { Moves } from './moves.ts';
import { type Packing, packingOf } from './packing.ts';
import { grown, WordTable } from './word-table.ts';

/** Where a search is to stop. */
export interface CheckLimits {
	/** As soon as it has found more states than this. */
	readonly states: number;
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
	readonly #successor: Int32Array;
	#edges = new Int32Array(4096);
	#edgeCount = 0;
	#edgeStarts = new Int32Array(1024);
	#expanded = 0;
	/** The first state that is farther away than those expanded now. */
	#nextLevel = 1;

	/**
	 * @param watches what no thread may pass
	 * @throws ModelError if a thread loops before its first step
	 * @throws Error for more threads than a search can hold
	 */
	constructor(model: CheckModel, watches: readonly Watch[] = [], limits: CheckLimits = DEFAULT_LIMITS) {
		this.#moves = new Moves(model, anyOf(watches, model.tables.nodeCount));
		this.#packing = packingOf(this.#moves.locals.nodes.map((nodes) => nodes.length));
		this.#threads = model.counts.threads;
		this.#watches = watches;
		this.#statesMax = Math.min(limits.states, CHECK_STATES_MAX - this.#threads);
		this.#states = new WordTable(this.#packing.width);
		this.#successor = new Int32Array(this.#packing.width);
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
		return this.#expanded === count || count > this.#statesMax || this.#moves.isFull;
	}

	#addInitial(): void {
		const { word, shift } = this.#packing;
		const initial = this.#moves.initial();
		for (let thread = 0; thread < this.#threads; thread++) {
			const at = word[thread] as number;
			this.#successor[at] =
				(this.#successor[at] as number) | ((initial[thread] as number) << (shift[thread] as number));
		}
		this.#successor[this.#packing.width - 1] = initial[this.#threads] as number;
		this.#states.add(this.#successor);
	}

	/** Expands states up to one that is found already, of one depth. Most of a search's time is spent here. */
	#expandUpTo(end: number): void {
		const moves = this.#moves;
		const states = this.#states;
		const successor = this.#successor;
		const { width, word, shift, mask } = this.#packing;
		const threads = this.#threads;
		const last = width - 1;
		const statesMax = this.#statesMax;
		let state = this.#expanded;
		for (; state < end && states.count <= statesMax && !moves.isFull; state++) {
			this.#makeRoom(state);
			const edges = this.#edges;
			const start = state * width;
			const shared = states.words[start + last] as number;
			for (let thread = 0; thread < threads; thread++) {
				const { words } = states;
				const at = word[thread] as number;
				const above = shift[thread] as number;
				const packed = words[start + at] as number;
				const move = moves.find(shared, thread, (packed >>> above) & (mask[thread] as number));
				const { cache } = moves;
				const effect = cache[move + EFFECT] as number;
				if ((effect & KIND_BITS) !== STEPS) {
					if (effect === FAILS) this.#noteMisuse(state, thread);
					continue;
				}
				const sharedAfter = cache[move + SHARED_AFTER] as number;
				for (let other = 0; other < last; other++) successor[other] = words[start + other] as number;
				successor[at] = packed ^ ((cache[move + CHANGE] as number) << above);
				successor[last] = sharedAfter;
				if (effect >= WATCHED) this.#wakeAndWatch(state, thread, effect, sharedAfter);
				const target = states.add(successor);
				edges[this.#edgeCount++] = (target << EDGE_TARGET_SHIFT) | (effect & EDGE_LOCK) | thread;
			}
			this.#edgeStarts[state + 1] = this.#edgeCount;
		}
		this.#expanded = state;
		if (state === this.#nextLevel && state < states.count) {
			this.#levels.push(state);
			this.#nextLevel = states.count;
		}
	}

	#makeRoom(state: number): void {
		if (state + 2 > this.#edgeStarts.length) this.#edgeStarts = grown(this.#edgeStarts);
		if (this.#edgeCount + this.#threads > this.#edges.length) this.#edges = grown(this.#edges);
	}

	#noteMisuse(state: number, thread: number): void {
		this.#failing.add(state);
		this.#sight(MISUSE, state, thread);
	}

	#wakeAndWatch(state: number, thread: number, effect: number, shared: number): void {
		const isSeen = this.#wake(effect >> WOKEN_SHIFT, shared, state);
		if (isSeen || (effect & WATCHED) !== 0) this.#sightWatched(state, thread);
	}

	/** Lets those who were woken settle; returns whether one of them passed a watched node. */
	#wake(woken: number, shared: number, state: number): boolean {
		let isSeen = false;
		for (let thread = 0; thread < this.#threads; thread++) {
			if ((woken & (1 << thread)) === 0) continue;
			const settled = this.#moves.wake(shared, thread, this.#localOf(state, thread));
			if ((settled & 1) === 1) isSeen = true;
			this.#place(thread, settled >> 1);
		}
		return isSeen;
	}

	#localOf(state: number, thread: number): number {
		const { width, word, shift, mask } = this.#packing;
		const packed = this.#states.words[state * width + (word[thread] as number)] as number;
		return (packed >>> (shift[thread] as number)) & (mask[thread] as number);
	}

	#place(thread: number, local: number): void {
		const { word, shift, mask } = this.#packing;
		const at = word[thread] as number;
		const above = shift[thread] as number;
		this.#successor[at] = ((this.#successor[at] as number) & ~((mask[thread] as number) << above)) | (local << above);
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
