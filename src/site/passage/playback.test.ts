import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { playbackOf } from './playback.ts';
import type { Scene, SceneStep } from './scene.ts';

/** A scene of steps at these times (ns), from 0 to 100. */
function sceneWith(...times_ns: number[]): Scene {
	const steps = times_ns.map((time_ns): SceneStep => [time_ns, 0, 0, 0, [0]]);
	return {
		from_ns: 0,
		to_ns: 100,
		threads: [],
		segments: [],
		retries: [],
		steps,
		words: [],
		queues: [],
		chains: [],
		code: {},
	};
}

describe('playback', () => {
	test('goes through steps that stand at the same time one by one, on and back', () => {
		const playback = playbackOf(signal(sceneWith(10, 20, 20, 20, 30)), 0);
		const seen: number[] = [];
		for (const move of [1, 1, 1, 1, 1, -1, -1, -1, -1, -1]) {
			playback.move(move);
			seen.push(playback.step.value);
		}
		expect(seen).toEqual([1, 2, 3, 4, 4, 3, 2, 1, 0, 0]);
	});

	test('seeks within its stretch only', () => {
		const playback = playbackOf(signal(sceneWith(10, 20)), 0);
		playback.seek(500);
		expect(playback.time_ns.value).toBe(100);
		expect(playback.step.value).toBe(1);
		playback.seek(-5);
		expect(playback.time_ns.value).toBe(0);
	});

	test('keeps its time when the scene changes, and finds the step that stands there', () => {
		const scene = signal(sceneWith(10, 20, 20, 30));
		const playback = playbackOf(scene, 0);
		playback.move(1);
		scene.value = sceneWith(5, 15, 25);
		expect(playback.time_ns.value).toBe(20);
		expect(playback.step.value).toBe(1);
	});

	test('returns to where it began', () => {
		const playback = playbackOf(signal(sceneWith(10, 20)), 12);
		playback.seek(80);
		playback.reset();
		expect(playback.time_ns.value).toBe(12);
	});
});
