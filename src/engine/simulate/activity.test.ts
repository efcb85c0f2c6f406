import { describe, expect, test } from 'vitest';
import { EXCLUSIVE, HANDOFF, SHARED } from '../kernel/objects.ts';
import { HELD_FOR_READING, HELD_FOR_WRITING, shapeOf } from '../kernel/shape.ts';
import { activities, activityOf } from './activity.ts';

const shape = shapeOf({ threads: 2, mms: 1, pages: 2, userfaults: 1 });
const binding = { mm: 0, page: 1 };
const reading: readonly [number, number] = [shape.held, HELD_FOR_READING];
const writing: readonly [number, number] = [shape.held, HELD_FOR_WRITING];
const onPage: readonly [number, number] = [shape.queuedOn, 2];
/** The other thread is first in page 1's line, this one second. */
const inLine = (kind: number, kindOfFirst: number): readonly (readonly [number, number])[] => {
	const queue = shape.queues + shape.queueStride;
	return [onPage, [queue, 2], [queue + 1, 4 + kindOfFirst], [queue + 2, kind]];
};
const onSemaphore: readonly [number, number] = [shape.queuedOn, 3];
const onUserfault: readonly [number, number] = [shape.queuedOn, 4];
const owner: readonly [number, number] = [shape.pageOwner + 1, 1];

describe('what a thread is doing', () => {
	test.for([
		['idle', []],
		['waits for mmap_sem', [onSemaphore]],
		['waits to be told, nothing held', inLine(SHARED, EXCLUSIVE)],
		['waits for the page lock, nothing held', inLine(EXCLUSIVE, SHARED)],
		['waits for the page lock, nothing held', inLine(HANDOFF, SHARED)],
		['waits for the page lock, mmap_sem held', [...inLine(SHARED, EXCLUSIVE), reading]],
		['waits for the page lock, mmap_sem held', [...inLine(EXCLUSIVE, SHARED), reading]],
		['waits for userfaultfd, nothing held', [onUserfault]],
		['holds the page lock', [owner]],
		['holds the page lock', [owner, reading]],
		['holds mmap_sem for writing', [writing]],
	] as const)('%s', ([name, changes]) => {
		const cells = new Int32Array(shape.cellCount);
		for (const [cell, value] of changes) cells[cell] = value;
		expect(activities[activityOf(shape, cells, 0, binding, false)]).toBe(name);
	});

	test('between the two ends of a fault it runs in the fault', () => {
		const cells = new Int32Array(shape.cellCount);
		expect(activities[activityOf(shape, cells, 0, binding, true)]).toBe('runs in the fault');
	});

	test('what another thread does is not its own', () => {
		const cells = new Int32Array(shape.cellCount);
		cells[shape.pageOwner + 1] = 2;
		cells[shape.queuedOn + 1] = 1;
		expect(activities[activityOf(shape, cells, 0, binding, false)]).toBe('idle');
	});
});
