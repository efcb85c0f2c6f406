import { expect, test } from 'vitest';
import { compareWithSpin } from '../../scripts/spin/comparison.ts';
import { isSpinInstalled } from '../../scripts/spin/spin.ts';
import { readContent } from '../../src/cli/content.ts';
import { emptyRecipe } from '../../src/experiment/recipe.ts';

// `npm run compare-with-spin` compares far more.
const recipes = [
	{ policy: 'rfc', victims: 1, lockers: 1 },
	{ rwsem: 'v5.3', victims: 1, lockers: 1, writers: 2 },
	{ 'page-lock': 'v4.20', victims: 1, lockers: 1, killers: 1 },
];
const installed = isSpinInstalled();
if (!installed) console.log('SKIPPED: no spin, or no gcc, on this machine; nothing is compared with it.');

for (const changes of recipes) {
	test.skipIf(!installed)(`spin finds the same: ${JSON.stringify(changes)}`, { timeout: 120_000 }, () => {
		const { ours, spins } = compareWithSpin({ ...emptyRecipe, ...changes }, readContent());
		expect(spins).toEqual(ours);
	});
}
