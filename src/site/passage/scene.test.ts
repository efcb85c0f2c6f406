import { describe, expect, test } from 'vitest';
import { scenesOf } from './compute.ts';
import { experimentNamed } from './experiment.ts';
import { stepAt } from './scene.ts';

const { recipe } = experimentNamed('unlucky');
const scenes = scenesOf(recipe, { from_ns: 0, to_ns: 300_000 });

describe('a scene', () => {
	test('has the threads of its recipe and a chain for each of them at each step', () => {
		const scene = scenes['v4.20'];
		expect(scene.threads).toEqual(['victim', 'bystander', 'writer', 'locker 1', 'locker 2']);
		for (const [, , words, queues, chains] of scene.steps) {
			expect(scene.words[words]).toBeTypeOf('string');
			expect(scene.queues[queues]).toBeInstanceOf(Array);
			expect(chains.map((chain) => scene.chains[chain]?.length).every((length) => (length ?? 0) > 0)).toBe(true);
		}
	});

	test('is the same under two policies until they differ, and then is not', () => {
		expect(scenes['v4.20'].steps[0]).toEqual(scenes.rfc.steps[0]);
		expect(scenes['v4.20'].segments).not.toEqual(scenes.rfc.segments);
	});

	test('keeps each text once', () => {
		expect(new Set(scenes.rfc.words).size).toBe(scenes.rfc.words.length);
	});
});

describe('stepAt', () => {
	test('finds the last step up to a time', () => {
		const scene = scenes.rfc;
		const times = scene.steps.map(([time_ns]) => time_ns);
		for (const time_ns of [0, times[0] ?? 0, (times[5] ?? 0) + 1, 150_000, 300_000]) {
			const naive = Math.max(
				0,
				times.findLastIndex((other) => other <= time_ns),
			);
			expect(stepAt(scene, time_ns)).toBe(naive);
		}
	});
});
