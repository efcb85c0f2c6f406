import { describe, expect, test } from 'vitest';
import { componentsOf } from './components.ts';
import { EDGE_TARGET_SHIFT } from './graph.ts';
import type { Pending } from './pending.ts';
import { solve } from './solve.ts';

/**
 * A graph by the targets of each state's steps, in so far as equations are made of it; a target beyond the last state
 * is a way out.
 */
function graphOf(targets: readonly (readonly number[])[]): Pending {
	const states = targets.length;
	const edges = Int32Array.from(targets.flat(), (target) => target << EDGE_TARGET_SHIFT);
	const edgeStarts = Int32Array.from([...targets, []], (_, state) => targets.slice(0, state).flat().length);
	const graph = { states, edges, edgeStarts } as unknown as Pending['graph'];
	const isInside = (_: number, edge: number) => (targets.flat()[edge] as number) < states;
	const alive = new Uint8Array(states).fill(1);
	return { graph, isInside, states: alive, components: componentsOf({ graph, isInside }, alive) } as unknown as Pending;
}

const OUT = 9999;
const solved = (targets: readonly (readonly number[])[], rewards: readonly number[], trapped: readonly number[] = []) =>
	solve(
		graphOf(targets),
		Uint8Array.from(targets, (_, state) => (trapped.includes(state) ? 1 : 0)),
		Float64Array.from(rewards),
	);

describe('by hand', () => {
	test.each([
		['one step out', [[OUT]], [3], [], 3],
		['a reward on each of two', [[1], [OUT]], [3, 4], [], 7],
		['each way is as likely as any other', [[1, 2, OUT], [OUT], [OUT]], [1, 6, 12], [], 7],
		['two of three steps lead back to where they were: it is left at the third try', [[0, 0, 1], [OUT]], [1, 2], [], 5],
		[
			'two states that lead to each other',
			[
				[1, OUT],
				[0, OUT],
			],
			[1, 2],
			[],
			8 / 3,
		],
		['whoever is trapped counts nothing from then on', [[1, 2], [1], [OUT]], [1, 0, 4], [1], 3],
		['nothing to count', [[1], [OUT]], [0, 0], [], 0],
		['trapped from the beginning', [[0]], [0], [0], 0],
	] as const)('%s', (_, targets, rewards, trapped, expected) => {
		expect(solved(targets, rewards, trapped)).toBeCloseTo(expected, 9);
	});
});

test.each([2, 10, 100])('a walk to the end of a street of %i houses takes the square of it', (houses) => {
	// Back and forth with equal chance, and from the first house forth: a closed form of every textbook on chance.
	const targets = Array.from({ length: houses }, (_, house) => [
		house + 1 < houses ? house + 1 : OUT,
		...(house > 0 ? [house - 1] : []),
	]);
	const steps = solved(
		targets,
		targets.map(() => 1),
	) as number;
	expect(Math.abs(steps / houses ** 2 - 1)).toBeLessThan(1e-9);
});

describe('heads so many times in a row takes two to the power of one more, less two', () => {
	const throwsUntil = (heads: number) => {
		const targets = Array.from({ length: heads }, (_, count) => [count + 1 < heads ? count + 1 : OUT, 0]);
		return solved(
			targets,
			targets.map(() => 1),
		);
	};

	test.each([1, 4, 16])('%i times', (heads) => {
		expect(Math.abs((throwsUntil(heads) as number) / (2 ** (heads + 1) - 2) - 1)).toBeLessThan(1e-9);
	});

	test('where doubles are too coarse for what is promised of the error, nothing is said', () => {
		expect(throwsUntil(20)).toBeNull();
	});
});
