import { statesOf } from './fair-components.ts';
import { EDGE_TARGET_SHIFT } from './graph.ts';
import type { Pending } from './pending.ts';

/** The relative error that is promised. */
const RELATIVE_ERROR = 1e-9;

/** How little the last sweep may still move anything, relative to the largest value; below lies the noise of doubles. */
const AIMS = [1e-12, 1e-14, 3e-16];
/** Beyond so many rows swept over, the equations converge too slowly. */
const ROWS_SWEPT_MAX = 2e9;
/** So often the sweeps' slowest error is guessed and taken off. */
const SWEEPS_BETWEEN_GUESSES = 24;

/**
 * The equations x = r + Px of the rewards expected from each state on: P is the uniform choice among a
 * state's steps, and whatever leaves the pending states or is trapped in them counts 0.
 */
interface System {
	/** Rows in the order of solving; per row its reward, and how many steps its state has. */
	readonly rewards: Float64Array;
	readonly ways: Float64Array;
	/** The rows to which steps lead, itself left out, and where each row's begin. */
	readonly targets: Int32Array;
	readonly starts: Int32Array;
	/** Per row, how many of its steps lead to itself. */
	readonly loops: Float64Array;
	/** Where each component's rows begin. */
	readonly blocks: readonly number[];
}

/**
 * Solves for the first state, component by component, by Gauss-Seidel sweeps.
 * @param trapped states that count 0
 * @param rewards per state
 * @returns null if the error cannot be bounded by what is promised
 */
export function solve(pending: Pending, trapped: Uint8Array, rewards: Float64Array): number | null {
	const rowOf = new Int32Array(pending.graph.states).fill(-1);
	const system = systemOf(pending, trapped, rewards, rowOf);
	const first = rowOf[0] as number;
	if (first === -1) return 0;
	const x = new Float64Array(system.rewards.length);
	for (const aim of AIMS) {
		improve(system, system.rewards, x, aim);
		const value = x[first] as number;
		if (value === 0 || errorBound(system, x, first) <= RELATIVE_ERROR * value) return value;
	}
	return null;
}

function systemOf(pending: Pending, trapped: Uint8Array, rewards: Float64Array, rowOf: Int32Array): System {
	const { components, graph } = pending;
	const { edges, edgeStarts } = graph;
	const waysFrom = (state: number) => (edgeStarts[state + 1] as number) - (edgeStarts[state] as number);
	const order = new Int32Array(components.states.length);
	const blocks: number[] = [0];
	let rows = 0;
	for (let number = 0; number < components.count; number++) {
		const members = statesOf(components, number);
		// Those found last are nearest to the way out as a rule: values run from there. Most components are a single state.
		for (const state of members.length === 1 ? members : members.slice().sort().reverse()) {
			if (trapped[state] === 1) continue;
			order[rows] = state;
			rowOf[state] = rows++;
		}
		if (rows > (blocks.at(-1) as number)) blocks.push(rows);
	}
	const states = order.subarray(0, rows);
	const targets = new Int32Array(states.reduce((sum, state) => sum + waysFrom(state), 0));
	const starts = new Int32Array(rows + 1);
	const loops = new Float64Array(rows);
	let count = 0;
	for (const [row, state] of states.entries()) {
		for (let edge = edgeStarts[state] as number; edge < (edgeStarts[state + 1] as number); edge++) {
			const target = rowOf[(edges[edge] as number) >>> EDGE_TARGET_SHIFT] as number;
			if (target === -1 || !pending.isInside(state, edge)) continue;
			if (target === row) loops[row] = (loops[row] as number) + 1;
			else targets[count++] = target;
		}
		starts[row + 1] = count;
	}
	return {
		rewards: Float64Array.from(states, (state) => rewards[state] as number),
		ways: Float64Array.from(states, waysFrom),
		targets,
		starts,
		loops,
		blocks,
	};
}

/** @param aim how little the last sweep may move anything, relative to the component's largest value */
function improve(system: System, rewards: Float64Array, x: Float64Array, aim: number): void {
	for (let block = 0; block + 1 < system.blocks.length; block++) {
		solveBlock(system, rewards, x, system.blocks[block] as number, system.blocks[block + 1] as number, aim);
	}
}

function solveBlock(
	system: System,
	rewards: Float64Array,
	x: Float64Array,
	from: number,
	to: number,
	aim: number,
): void {
	const before = new Float64Array(to - from);
	let change = new Float64Array(to - from);
	let lastChange = new Float64Array(to - from);
	for (let sweep = 1; sweep * (to - from) <= ROWS_SWEPT_MAX; sweep++) {
		for (let row = from; row < to; row++) before[row - from] = x[row] as number;
		sweepOver(system, rewards, x, from, to);
		let [largest, farthest] = [0, 0];
		[change, lastChange] = [lastChange, change];
		for (let row = from; row < to; row++) {
			const moved = (x[row] as number) - (before[row - from] as number);
			change[row - from] = moved;
			largest = Math.max(largest, Math.abs(x[row] as number));
			farthest = Math.max(farthest, Math.abs(moved));
		}
		if (farthest <= aim * largest) return;
		if (sweep % SWEEPS_BETWEEN_GUESSES === 0) takeOffSlowest(x, from, to, change, lastChange);
	}
}

function sweepOver(
	{ ways, loops, targets, starts }: System,
	rewards: Float64Array,
	x: Float64Array,
	from: number,
	to: number,
) {
	for (let row = from; row < to; row++) {
		let sum = 0;
		const end = starts[row + 1] as number;
		for (let at = starts[row] as number; at < end; at++) sum += x[targets[at] as number] as number;
		const all = ways[row] as number;
		x[row] = ((rewards[row] as number) * all + sum) / (all - (loops[row] as number));
	}
}

/** What is left of the error shrinks by the same factor each sweep after a while: goes all the way at once. */
function takeOffSlowest(
	x: Float64Array,
	from: number,
	to: number,
	change: Float64Array,
	lastChange: Float64Array,
): void {
	let [product, square] = [0, 0];
	for (let row = 0; row < change.length; row++) {
		product += (change[row] as number) * (lastChange[row] as number);
		square += (lastChange[row] as number) * (lastChange[row] as number);
	}
	const factor = product / square;
	if (!(factor > 0 && factor < 1)) return;
	for (let row = from; row < to; row++)
		x[row] = (x[row] as number) + ((change[row - from] as number) * factor) / (1 - factor);
}

/**
 * A bound of the error in one row that trusts nothing but what it computes: if w - Pw >= 1/2 for some w >= 0,
 * then no |x - solution| exceeds 2w times what x leaves of its equations at most.
 */
function errorBound(system: System, x: Float64Array, row: number): number {
	const steps = new Float64Array(x.length);
	improve(system, new Float64Array(x.length).fill(1), steps, 1e-6);
	let left = 0;
	let least = Number.POSITIVE_INFINITY;
	for (let each = 0; each < x.length; each++) {
		const rounding = 4 * Number.EPSILON * (x[each] as number);
		left = Math.max(left, Math.abs((system.rewards[each] as number) - drop(system, x, each)) + rounding);
		least = Math.min(least, drop(system, steps, each), steps[each] as number);
	}
	return least < 0.5 ? Number.POSITIVE_INFINITY : 2 * left * (steps[row] as number);
}

/** x - Px in one row. */
function drop({ ways, loops, targets, starts }: System, x: Float64Array, row: number): number {
	let sum = (loops[row] as number) * (x[row] as number);
	for (let at = starts[row] as number; at < (starts[row + 1] as number); at++)
		sum += x[targets[at] as number] as number;
	return (x[row] as number) - sum / (ways[row] as number);
}
