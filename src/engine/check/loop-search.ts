import { answerOf, requestsIn } from './fairness.ts';
import { EDGE_TARGET_SHIFT } from './graph.ts';
import type { Fairness } from './model.ts';
import type { Pending } from './pending.ts';
import { grown, WordTable } from './word-table.ts';

/** Above these bits of a mask, under strong fairness, those who could run somewhere. */
const SEEN_SHIFT = 16;

/**
 * Looks for short fair loops in one fair component: breadth-first over pairs of a state and what
 * has been done so far for fairness, that is, which threads ran or were seen unable to.
 */
export class LoopSearch {
	/** The component's states, by number. */
	readonly states: Int32Array;
	/** A lower bound of any fair loop's steps. */
	readonly shortestPossible: number;
	readonly #pending: Pending;
	readonly #fairness: Fairness;
	readonly #everyone: number;
	/** Per state from the component's first to its last, its place in `states`, or -1. */
	readonly #places: Int32Array;
	/** By place, the places from which steps of the component lead there. */
	readonly #sources: Int32Array;
	readonly #sourceStarts: Int32Array;
	/** By place, in the present search, the fewest steps back to the anchor, as far as known; stamped. */
	readonly #back: Int32Array;
	readonly #stamp: Int32Array;
	#search = 0;
	/** Pairs reached, with the pair before and the edge between. */
	readonly #pairs = new WordTable(2);
	#before = new Int32Array(1024);
	#edge = new Int32Array(1024);
	readonly #pair = new Int32Array(2);

	constructor(pending: Pending, states: Int32Array, fairness: Fairness) {
		this.#pending = pending;
		this.#fairness = fairness;
		this.states = states.slice().sort();
		const [first = 0, last = 0] = [this.states[0], this.states.at(-1)];
		this.#places = new Int32Array(last - first + 1).fill(-1);
		for (const [place, state] of this.states.entries()) this.#places[state - first] = place;
		this.#everyone = 2 ** pending.graph.threads - 1;
		[this.#sources, this.#sourceStarts] = this.#reversed();
		this.#back = new Int32Array(states.length);
		this.#stamp = new Int32Array(states.length);
		this.shortestPossible = this.#whoMustRun();
	}

	/**
	 * The shortest fair loop from a state through states with higher numbers, as edges; null if it
	 * would take more than `stepsMax` steps.
	 */
	from(anchor: number, stepsMax: number): number[] | null {
		const radius = this.#measureBack(anchor, stepsMax);
		this.#pairs.clear();
		this.#reach(anchor, this.#look(0, anchor), -1, -1);
		for (let steps = 1, from = 0; steps <= stepsMax && from < this.#pairs.count; steps++) {
			for (const end = this.#pairs.count; from < end; from++) {
				const last = this.#expand(from, anchor, stepsMax - steps, radius);
				if (last !== -1) return this.#edgesTo(from, last);
			}
		}
		return null;
	}

	/** Follows every step from a pair; returns the edge that closes a fair loop, or -1. */
	#expand(pair: number, anchor: number, stepsLeft: number, radius: number): number {
		const { graph } = this.#pending;
		const { edges, edgeStarts } = graph;
		const state = this.#pairs.words[pair * 2] as number;
		const mask = this.#pairs.words[pair * 2 + 1] as number;
		for (let edge = edgeStarts[state] as number; edge < (edgeStarts[state + 1] as number); edge++) {
			const packed = edges[edge] as number;
			const target = packed >>> EDGE_TARGET_SHIFT;
			if (target < anchor || !this.#pending.isInside(state, edge)) continue;
			const place = this.#placeOf(target);
			if (place === -1 || this.#stepsBack(place, radius) > stepsLeft) continue;
			const done = this.#look(mask | answerOf(packed, this.#fairness), target);
			if (target === anchor && this.#isFair(done)) return edge;
			this.#reach(target, done, pair, edge);
		}
		return -1;
	}

	#reach(state: number, mask: number, before: number, edge: number): void {
		this.#pair[0] = state;
		this.#pair[1] = mask;
		const known = this.#pairs.count;
		const number = this.#pairs.add(this.#pair);
		if (number < known) return;
		if (number >= this.#before.length) {
			this.#before = grown(this.#before);
			this.#edge = grown(this.#edge);
		}
		this.#before[number] = before;
		this.#edge[number] = edge;
	}

	/** What a state adds to what has been done. */
	#look(mask: number, state: number): number {
		if (this.#fairness === 'none') return 0;
		const able = requestsIn(this.#pending.graph, state, this.#fairness);
		return this.#fairness === 'weak' ? mask | (this.#everyone & ~able) : mask | (able << SEEN_SHIFT);
	}

	#isFair(mask: number): boolean {
		if (this.#fairness === 'none') return true;
		if (this.#fairness === 'weak') return mask === this.#everyone;
		return ((mask >>> SEEN_SHIFT) & ~mask) === 0;
	}

	#edgesTo(pair: number, last: number): number[] {
		const edges = [last];
		for (let at = pair; this.#before[at] !== -1; at = this.#before[at] as number) edges.push(this.#edge[at] as number);
		return edges.reverse();
	}

	/** Notes how far the anchor is, for states up to half the loop away; returns that radius. */
	#measureBack(anchor: number, stepsMax: number): number {
		const radius = Math.min(this.states.length, Math.floor(stepsMax / 2));
		this.#search += 1;
		const start = this.#placeOf(anchor);
		this.#note(start, 0);
		let level = [start];
		for (let steps = 1; steps <= radius && level.length > 0; steps++) {
			const next: number[] = [];
			for (const place of level) {
				for (let at = this.#sourceStarts[place] as number; at < (this.#sourceStarts[place + 1] as number); at++) {
					const source = this.#sources[at] as number;
					if (source < start || this.#stamp[source] === this.#search) continue;
					this.#note(source, steps);
					next.push(source);
				}
			}
			level = next;
		}
		return radius;
	}

	#note(place: number, steps: number): void {
		this.#stamp[place] = this.#search;
		this.#back[place] = steps;
	}

	#stepsBack(place: number, radius: number): number {
		return this.#stamp[place] === this.#search ? (this.#back[place] as number) : radius + 1;
	}

	#placeOf(state: number): number {
		return this.#places[state - (this.states[0] as number)] ?? -1;
	}

	/** Per state of the component, where steps within it come from: as places, and where each list starts. */
	#reversed(): [Int32Array, Int32Array] {
		const starts = new Int32Array(this.states.length + 1);
		this.#eachInside((_, target) => {
			starts[target + 1] = (starts[target + 1] as number) + 1;
		});
		for (let place = 0; place < this.states.length; place++) {
			starts[place + 1] = (starts[place + 1] as number) + (starts[place] as number);
		}
		const sources = new Int32Array(starts.at(-1) as number);
		const next = starts.slice();
		this.#eachInside((source, target) => {
			const at = next[target] as number;
			sources[at] = source;
			next[target] = at + 1;
		});
		return [sources, starts];
	}

	#eachInside(visit: (source: number, target: number) => void): void {
		const { edges, edgeStarts } = this.#pending.graph;
		for (const [source, state] of this.states.entries()) {
			for (let edge = edgeStarts[state] as number; edge < (edgeStarts[state + 1] as number); edge++) {
				const target = this.#placeOf((edges[edge] as number) >>> EDGE_TARGET_SHIFT);
				if (target !== -1 && this.#pending.isInside(state, edge)) visit(source, target);
			}
		}
	}

	/** How many can run all over the component, so that each takes a step in any fair loop; at least 1. */
	#whoMustRun(): number {
		let everywhere = this.#fairness === 'none' ? 0 : this.#everyone;
		for (const state of this.states) everywhere &= requestsIn(this.#pending.graph, state, 'weak');
		let count = 0;
		for (let rest = everywhere; rest !== 0; rest &= rest - 1) count += 1;
		return Math.max(1, count);
	}
}
