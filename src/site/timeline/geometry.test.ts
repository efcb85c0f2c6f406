import { describe, expect, test } from 'vitest';
import { activities } from '../../engine/simulate/activity.ts';
import type { Scene } from '../passage/scene.ts';
import { across, axisTicks, drawingHeight, retryMarks, stateOf } from './geometry.ts';

const stretch = { from_ns: 100_000, to_ns: 500_000 };

describe('across', () => {
	test.each([
		[100_000, 0],
		[200_000, 25],
		[500_000, 100],
		[100_123, 0.03],
	])('puts %d ns at %d per cent', (time_ns, share) => {
		expect(across(time_ns, stretch)).toBe(share);
	});
});

test('the axis has round ticks within the stretch', () => {
	expect(axisTicks(stretch)).toEqual([100_000, 200_000, 300_000, 400_000, 500_000]);
});

test('a drawing grows by the same height with each lane', () => {
	expect(drawingHeight(4) - drawingHeight(3)).toBe(drawingHeight(3) - drawingHeight(2));
});

test('every activity of the engine is drawn in a way of its own', () => {
	const names = activities.map((_, activity) => stateOf(activity).name);
	expect(new Set(names).size).toBe(activities.length);
});

test('an activity that nobody draws is refused', () => {
	expect(() => stateOf(99)).toThrow('Activity 99');
});

test("a thread's retries leave out the number where it would touch the one before", () => {
	const retries: Scene['retries'] = [
		[0, 200_000, 1],
		[1, 201_000, 1],
		[0, 208_000, 2],
		[0, 300_000, 3],
	];
	const marks = retryMarks({ ...stretch, retries } as Scene, 0);
	expect(marks).toEqual([
		{ at: 25, retries: 1, numbered: true },
		{ at: 27, retries: 2, numbered: false },
		{ at: 50, retries: 3, numbered: true },
	]);
});
