import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepare } from '../../src/experiment/prepare.ts';
import { content, recipes } from '../support/scenarios.ts';
import { littlesLaw } from './littles-law.ts';
import { plainQueue, services } from './plain-queue.ts';

function expectLaw(laws: ReturnType<typeof littlesLaw>): void {
	expect(laws.map(({ line, crowd_ns }) => [line, crowd_ns])).toEqual(
		laws.map(({ line, waited_ns }) => [line, waited_ns]),
	);
}

test('Little’s law holds to the nanosecond in each run of a plain queue', () => {
	for (let seed = 0; seed < 100; seed++) {
		for (const { service } of Object.values(services)) {
			const laws = littlesLaw(plainQueue(0.7, service, 200, seed));
			expectLaw(laws);
			expect(laws.find(({ line }) => line === 'mmap_sem')?.waited_ns).toBeGreaterThan(0);
		}
	}
});

test('and for each line of any scenario, under any seed', { timeout: 60_000 }, () => {
	const waited = new Map<string, number>();
	fc.assert(
		fc.property(recipes, fc.nat(), (recipe, seed) => {
			const { plan } = prepare({ ...recipe, 'duration-ms': 5 }, content);
			const laws = littlesLaw({ ...plan, seed, eventLimit: 20_000 });
			expectLaw(laws);
			for (const { line, waited_ns } of laws) waited.set(line, (waited.get(line) ?? 0) + waited_ns);
		}),
		{ numRuns: 200, seed: 1 },
	);
	for (const line of ['mmap_sem', 'page', 'userfaultfd']) expect(waited.get(line)).toBeGreaterThan(0);
});
