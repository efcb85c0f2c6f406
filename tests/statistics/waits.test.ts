import { expect, test } from 'vitest';
import { services } from './plain-queue.ts';
import { closedForm, measureWaits } from './waits.ts';

test('the closed forms are those that are known', () => {
	// With exponential service: load / (1 - load), and Daley's load (2 + 5 load - 4 load^2 + load^3) / (1 - load)^4.
	for (const load of [0.3, 0.5, 0.7]) {
		const { mean, variance } = closedForm(load, services['M/M/1'].moments);
		expect(mean).toBeCloseTo(load / (1 - load), 12);
		expect(variance).toBeCloseTo((load * (2 + 5 * load - 4 * load ** 2 + load ** 3)) / (1 - load) ** 4, 9);
		expect(closedForm(load, services['M/D/1'].moments).mean).toBeCloseTo(load / (2 * (1 - load)), 12);
	}
});

test.for(['M/M/1', 'M/D/1'] as const)(
	'%s: simulated waits lie where the closed form says',
	{ timeout: 120_000 },
	(name) => {
		const { expected, within, mean, meanPlusOrMinus } = measureWaits(name, 0.5, 10_000, 100);
		expect(within).toBeGreaterThanOrEqual(97);
		expect(Math.abs(mean - expected)).toBeLessThan(meanPlusOrMinus);
	},
);
