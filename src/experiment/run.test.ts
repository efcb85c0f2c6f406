import { expect, test } from 'vitest';
import { readContent } from '../cli/content.ts';
import { simulate } from '../engine/simulate/simulate.ts';
import { shareNames } from './actor-estimates.ts';
import { prepare } from './prepare.ts';
import { emptyRecipe, type Recipe } from './recipe.ts';
import { run } from './run.ts';

const content = readContent();
const busy: Recipe = { ...emptyRecipe, victims: 1, bystanders: 1, writers: 1, lockers: 2, 'duration-ms': 5 };

test('the same recipe gives the same result', () => {
	expect(run(busy, { ...content })).toEqual(run(busy, content));
});

test('seed, time and policy show in the digest', () => {
	const digests = [busy, { ...busy, seed: 2 }, { ...busy, 'io-ns': 80_000 }, { ...busy, policy: 'rfc' }].map(
		(recipe) => run(recipe, content).digest,
	);
	expect(new Set(digests).size).toBe(4);
	for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{16}$/);
});

test('several seeds are those of the single runs, and their mean', () => {
	const together = run({ ...busy, seeds: 3 }, content);
	const alone = [1, 2, 3].map((seed) => run({ ...busy, seed }, content));
	expect(together.seeds).toEqual(alone.flatMap(({ seeds }) => seeds));
	const values = alone.map(({ actors }) => actors['writer']?.writeWait_ns.max.value ?? 0);
	const merged = together.actors['writer']?.writeWait_ns.max;
	expect(merged?.value).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / 3, 6);
	expect(merged?.plusOrMinus).toBeGreaterThan(0);
	expect(merged?.seeds).toBe(3);
});

test('seeds go on at 0 after the last', () => {
	const { seeds } = run({ ...busy, seed: 2 ** 32 - 1, seeds: 2 }, content);
	expect(seeds.map(({ seed }) => seed)).toEqual([2 ** 32 - 1, 0]);
});

test('a measure that no seed has is null, not zero', () => {
	const locker = run({ ...busy, seeds: 2 }, content).actors['locker'];
	expect(locker?.fault_ns.p99).toEqual({ value: null, plusOrMinus: null, seeds: 0 });
	expect(locker?.faultsPerSecond.value).toBe(0);
});

test('each actor accounts for all of its time', () => {
	for (const { share } of Object.values(run(busy, content).actors)) {
		const total = shareNames.reduce((sum, name) => sum + (share[name].value ?? 0), 0);
		expect(total).toBeCloseTo(1, 9);
	}
});

test('a run that would need too many events says where it stopped', () => {
	const endless: Recipe = { ...emptyRecipe, lockers: 2, seeds: 1000, 'step-ns': 1, 'duration-ms': 1000, 'io-ns': 0 };
	const { ending, events, time_ns } = simulate(prepare(endless, content).plan);
	expect({ ending, events }).toEqual({ ending: 'events', events: 100_000 });
	expect(time_ns).toBeLessThan(1e9);
});

test('threads that cannot meet do not change one another', () => {
	const alone = run({ ...emptyRecipe, bystanders: 1, 'duration-ms': 5 }, content);
	const beside = run({ ...emptyRecipe, bystanders: 1, lockers: 2, 'duration-ms': 5 }, content);
	expect(beside.actors['bystander']).toEqual(alone.actors['bystander']);
});

test('the page lock of v5.9 without unfairness runs as that of v5.9-rc, and as no other', () => {
	const runs = [0, 1].map((unfairness) => ({ 'page-lock': 'v5.9', 'page-lock-unfairness': unfairness }));
	const [strict, unfair, candidate] = [...runs, { 'page-lock': 'v5.9-rc' }].map(
		(changes) => run({ ...busy, ...changes, lockers: 3, 'duration-ms': 50 }, content).actors,
	);
	expect(strict).toEqual(candidate);
	expect(unfair).not.toEqual(candidate);
});
