import { expect, test } from 'vitest';
import { compareRetries, scenarios } from './compare-retries.ts';

test.for(scenarios.map((scenario) => [JSON.stringify(scenario), scenario] as const))(
	'%s: the check expects as many retries as runs under a random scheduler have',
	{ timeout: 60_000 },
	([, scenario]) => {
		const { solved, mean, plusOrMinus } = compareRetries(scenario, 2000);
		expect(Math.abs(mean - solved)).toBeLessThan(plusOrMinus);
	},
);
