import type { Content } from '../../src/experiment/content.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';
import type { digestsOf } from './digests-of.ts';
import type { RemoteBrowser } from './remote-browser.ts';

/** So many recipes at a time: a page that is busy for long is taken for hung by some browsers. */
const BATCH = 10;

/** What recipes come to in a browser, which reads the project's sources from `address`. */
export async function digestsInBrowser(
	browser: RemoteBrowser,
	address: string,
	recipes: readonly Recipe[],
): Promise<string[]> {
	await browser.open(address);
	const digests: string[] = [];
	for (let from = 0; from < recipes.length; from += BATCH) {
		digests.push(...(await browser.evaluate(digestsInPage, recipes.slice(from, from + BATCH))));
	}
	return digests;
}

/** Runs in the page: it can use nothing from outside itself. */
async function digestsInPage(recipes: readonly Recipe[]): Promise<string[]> {
	const source = '/tests/engines/digests-of.ts';
	const module = (await import(source)) as { digestsOf: typeof digestsOf };
	const content = (await (await fetch('/content.json')).json()) as Content;
	return recipes.map((recipe) => module.digestsOf(recipe, content));
}
