/*
 * Lays simulated figures beside those that are known otherwise, at greater length than `npm test` does:
 *
 *     npm run statistics
 *
 * Waits in a plain queue beside the closed forms of M/M/1 and M/D/1; how often the project's 95 % interval holds the
 * mean; the retries that the check expects beside those of timed runs under a random scheduler. Exit 1 if fewer than 97
 * of 100 seeds lie inside the 99 % interval, or a mean outside of its own.
 */
import { compareRetries, scenarios } from '../tests/statistics/compare-retries.ts';
import { coverage } from '../tests/statistics/coverage.ts';
import { measureWaits } from '../tests/statistics/waits.ts';

const text = (value: number) => value.toFixed(4);

for (const name of ['M/M/1', 'M/D/1'] as const) {
	for (const [load, arrivals] of [
		[0.3, 20_000],
		[0.5, 20_000],
		[0.7, 50_000],
	] as const) {
		const { expected, plusOrMinus, within, mean, meanPlusOrMinus } = measureWaits(name, load, arrivals, 100);
		tell(
			within >= 97 && Math.abs(mean - expected) <= meanPlusOrMinus,
			`${name}, load ${load}, ${arrivals} arrivals: ${within} of 100 seeds within ${text(expected)} +- ${text(plusOrMinus)}; their mean ${text(mean)}, to be within ${text(meanPlusOrMinus)}`,
		);
	}
}
for (const count of [2, 5, 10, 20, 35, 50, 200]) {
	const shares = (['normal', 'uniform', 'exponential'] as const).map((name) => {
		return `${name} ${text(coverage(name, count, 100_000))}`;
	});
	console.log(`  95 % interval of ${count} numbers holds the mean: ${shares.join(', ')}`);
}
for (const scenario of scenarios) {
	const { solved, mean, plusOrMinus } = compareRetries(scenario, 20_000);
	tell(
		Math.abs(mean - solved) <= plusOrMinus,
		`retries, ${JSON.stringify(scenario)}: solved ${text(solved)}, measured ${text(mean)} +- ${text(plusOrMinus)} (99 %)`,
	);
}

function tell(holds: boolean, words: string): void {
	console.log(`${holds ? '  ' : '! '}${words}`);
	if (!holds) process.exitCode = 1;
}
