import { test } from '@playwright/test';
import { readContent } from '../../src/cli/content.ts';
import { Random } from '../../src/engine/simulate/random.ts';
import type { Content } from '../../src/experiment/content.ts';
import { emptyRecipe, type Recipe } from '../../src/experiment/recipe.ts';
import { run } from '../../src/experiment/run.ts';
import { openEngine } from './support/engine-in-page.ts';
import { expect } from './support/test.ts';

/** So many recipes, spread over policies, page locks, actors, kinds of times and seeds, the same in each run. */
const RECIPES = 50;

function recipes(): Recipe[] {
	const random = new Random(2019, 1);
	const below = (limit: number) => random.next(0) % limit;
	const oneOf = <T>(choices: readonly T[]): T => choices[below(choices.length)] as T;
	return Array.from({ length: RECIPES }, () => ({
		...emptyRecipe,
		policy: oneOf(['v4.20', 'rfc', 'v5.7']),
		'page-lock': oneOf(['fifo', 'v4.20']),
		victims: 1,
		faulters: below(3),
		neighbours: below(4),
		bystanders: below(2),
		writers: below(3),
		lockers: below(4),
		seed: random.next(0),
		seeds: 1 + below(2),
		'duration-ms': 1 + below(5),
		'io-ns': oneOf(['exponential:80000', 'uniform:1000:90000', 12_345]),
		'wake-ns': oneOf(['exponential:4000', 'uniform:0:9000', 700]),
		'locker-gap-ns': oneOf(['exponential:2000', 'uniform:100:5000', 500]),
	}));
}

test('fifty recipes give the same digests in Chromium as in Node', async ({ page }) => {
	const content = readContent();
	const inNode = recipes().map((recipe) => run(recipe, content).digest);
	expect(new Set(inNode).size).toBe(RECIPES);

	await openEngine(page);
	const inChromium = await page.evaluate(
		async ({ recipes, content }: { recipes: Recipe[]; content: Content }) => {
			const source = '/src/experiment/run.ts';
			const module = (await import(source)) as { run: typeof run };
			return recipes.map((recipe) => module.run(recipe, content).digest);
		},
		{ recipes: recipes(), content },
	);
	expect(inChromium).toEqual(inNode);
});
