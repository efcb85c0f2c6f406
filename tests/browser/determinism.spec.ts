import { test } from '@playwright/test';
import { readContent } from '../../src/cli/content.ts';
import { digestsOf } from '../engines/digests-of.ts';
import { randomRecipes } from '../engines/random-recipes.ts';
import { openEngine } from './support/engine-in-page.ts';
import { expect } from './support/test.ts';

/** `npm run compare-engines` compares more of them, and other browsers. */
const RECIPES = 50;

test('fifty recipes are run and searched to the same digests in Chromium as in Node', async ({ page }) => {
	const content = readContent();
	const recipes = randomRecipes(RECIPES, content);
	const inNode = recipes.map((recipe) => digestsOf(recipe, content));
	expect(new Set(inNode).size).toBe(RECIPES);

	await openEngine(page);
	const inChromium = await page.evaluate(
		async ({ recipes, content }) => {
			const source = '/tests/engines/digests-of.ts';
			const module = (await import(source)) as { digestsOf: typeof digestsOf };
			return recipes.map((recipe) => module.digestsOf(recipe, content));
		},
		{ recipes, content },
	);
	expect(inChromium).toEqual(inNode);
});
