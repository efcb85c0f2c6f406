import { describe, expect, test } from 'vitest';
import { chosen } from './by-choice.ts';
import { scenesOf } from './compute.ts';
import { experimentNamed } from './experiment.ts';
import { stepAt } from './scene.ts';

const { recipe, turn } = experimentNamed('unlucky');
const scenes = scenesOf(recipe, turn, { from_ns: 0, to_ns: 300_000 });
const base = chosen(scenes, 'v4.20');
const rfc = chosen(scenes, 'rfc');

describe('a scene', () => {
	test('has the threads of its recipe and a chain for each of them at each step', () => {
		const scene = base;
		expect(scene.threads).toEqual(['victim', 'bystander', 'writer', 'locker 1', 'locker 2']);
		for (const [, , words, queues, chains] of scene.steps) {
			expect(scene.words[words]).toBeTypeOf('string');
			expect(scene.queues[queues]).toBeInstanceOf(Array);
			expect(chains.map((chain) => scene.chains[chain]?.length).every((length) => (length ?? 0) > 0)).toBe(true);
		}
	});

	test('is the same under two policies until they differ, and then is not', () => {
		expect(base.steps[0]).toEqual(rfc.steps[0]);
		expect(base.segments).not.toEqual(rfc.segments);
	});

	test('has the C of the line at which each step leaves its thread', () => {
		for (const [, thread, , , chains] of base.steps) {
			const place = base.chains[chains[thread] as number]?.at(-1) ?? '';
			expect(base.code[place], place).toMatch(/[;{}()]/);
		}
	});

	test('keeps each text once', () => {
		expect(new Set(rfc.words).size).toBe(rfc.words.length);
	});
});

describe('stepAt', () => {
	test('finds the last step up to a time', () => {
		const scene = rfc;
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
