import { expect, test } from 'vitest';
import type { Scene } from '../passage/scene.ts';
import { differingStretches, partingOf } from './differing.ts';

/** A scene from lanes as in 'victim: 0 1 1 2', one activity for each 10 ns, and steps as in '10 victim takes it'. */
function scene(lanes: readonly string[], steps: readonly string[] = []): Scene {
	const threads = lanes.map((lane) => lane.split(':')[0] as string);
	const words = steps.map((step) => step.split(' ').slice(2).join(' '));
	return {
		from_ns: 0,
		to_ns: 40,
		threads,
		segments: lanes.flatMap((lane, thread) =>
			(lane.split(': ')[1] ?? '')
				.split(' ')
				.map((activity, at) => [thread, Number(activity), at * 10, at * 10 + 10] as const),
		),
		retries: [],
		steps: steps.map((step, index) => {
			const [time = '', thread = ''] = step.split(' ');
			return [Number(time), threads.indexOf(thread), index, 0, []] as const;
		}),
		words,
		queues: [],
		chains: [],
		code: {},
	};
}

test.each([
	['the same', ['victim: 0 1 1 2'], ['victim: 0 1 1 2'], []],
	['one part', ['victim: 0 1 1 2'], ['victim: 0 1 3 2'], [[0, 20, 30]]],
	['parts that touch are one', ['victim: 0 1 1 2'], ['victim: 0 3 3 3'], [[0, 10, 40]]],
	['by names, not numbers', ['writer: 1 1', 'victim: 0 1'], ['victim: 0 1', 'writer: 1 2'], [[0, 10, 20]]],
	['nobody there', ['locker: 1 1'], ['victim: 1 1'], [[0, 0, 20]]],
])('%s', (_, one, other, expected) => {
	const found = differingStretches(scene(one), scene(other));
	expect(found.map(({ thread, from_ns, to_ns }) => [thread, from_ns, to_ns])).toEqual(expected);
});

test('two runs part at the first step that is not the same', () => {
	const one = ['10 victim sleeps', '20 locker unlocks'];
	const lanes = ['victim: 0', 'locker: 0'];
	const parting = (other: readonly string[]) => partingOf(scene(lanes, one), scene(lanes, other));
	expect(parting(one)).toBeNull();
	expect(parting(['10 victim sleeps', '15 locker unlocks'])).toBe(15);
	expect(parting(['10 victim queues', '20 locker unlocks'])).toBe(10);
	expect(parting(['10 victim sleeps'])).toBe(20);
});
