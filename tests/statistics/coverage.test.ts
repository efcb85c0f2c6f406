import { expect, test } from 'vitest';
import { coverage } from './coverage.ts';

const EXPERIMENTS = 10_000;

/** Beyond four standard deviations of what 10,000 experiments come to, once in 16,000 tests. */
const FOUR_DEVIATIONS = 4 * Math.sqrt((0.95 * 0.05) / EXPERIMENTS);

test.for([2, 3, 5, 10, 20, 35, 50, 100, 200])(
	'of %i normal numbers, the interval holds the mean in 95 of 100',
	(count) => {
		expect(Math.abs(coverage('normal', count, EXPERIMENTS) - 0.95)).toBeLessThan(FOUR_DEVIATIONS);
	},
);

test.for([20, 50, 200])('of %i even numbers, too', (count) => {
	expect(Math.abs(coverage('uniform', count, EXPERIMENTS) - 0.95)).toBeLessThan(FOUR_DEVIATIONS);
});

// Of a few numbers with a long tail no interval of this kind holds the mean so often; of many it does.
test.for([
	[5, 0.86, 0.9],
	[20, 0.91, 0.94],
	[200, 0.94, 0.955],
] as const)('of %i exponential numbers, it does in %f to %f of all', ([count, least, most]) => {
	const share = coverage('exponential', count, EXPERIMENTS);
	expect(share).toBeGreaterThan(least);
	expect(share).toBeLessThan(most);
});
