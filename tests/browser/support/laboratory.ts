import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { readContent } from '../../../src/cli/content.ts';
import { namedExperiments } from '../../../src/experiment/named-experiments.ts';
import type { Recipe } from '../../../src/experiment/recipe.ts';
import { run } from '../../../src/experiment/run.ts';

export const content = readContent();

/** Opens the laboratory, on what a link's fragment says, and waits for the first run. */
export async function openLaboratory(page: Page, fragment = ''): Promise<void> {
	await page.goto(`lab/${fragment}`, { waitUntil: 'networkidle' });
	await expect(digest(page)).toHaveText(/^[0-9a-f]{16}$/);
}

/** The digest of what is run, of the recipe itself or of the one beside it. */
export const digest = (page: Page, side: 'a' | 'b' = 'a'): Locator =>
	page.locator(`.lab-run[data-side=${side}] .lab-digest`);

export const knob = (page: Page, name: string): Locator => page.getByLabel(name, { exact: true });

/** The button that searches all orders. */
export const searchAll = (page: Page): Locator => page.locator('.lab-search');

/** The part in which one cites and links. */
export const share = (page: Page): Locator => page.locator('section[aria-labelledby=lab-share]');

/** The part in which a knob is turned value by value. */
export const sweep = (page: Page): Locator => page.locator('section[aria-labelledby=lab-sweep]');

/** What the search said of a property. */
export const property = (page: Page, name: string): Locator => page.locator(`[data-property="${name}"]`);

/** A named experiment's recipe, changed. */
export function recipeOf(name: string, changes: Partial<Recipe>): Recipe {
	const experiment = namedExperiments(content).find((each) => each.name === name);
	if (experiment === undefined) throw new Error(`there is no experiment ${name}`);
	return { ...experiment.recipe, ...changes };
}

/** What the command line says of the laboratory's first experiment, changed. */
export const digestInNode = (changes: Partial<Recipe>) => run(recipeOf('unlucky', changes), content).digest;

/** The text that is edited. */
export const editor = (page: Page): Locator => page.locator('.lab-editor-place .cm-content');

/** Opens the editor, and puts the cursor into its text. */
export async function openEditor(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: 'Edit the C' }).click();
	await editor(page).click();
	return editor(page);
}

/** Lays a patch over the C. */
export async function paste(page: Page, text: string): Promise<void> {
	const summary = page.getByText('Paste a patch', { exact: true });
	if (!(await page.getByLabel('The patch').isVisible())) await summary.click();
	await page.getByLabel('The patch').fill(text);
	await page.getByRole('button', { name: 'Lay it over the C' }).click();
}

/** A patch as it comes out of a mail. */
export const patchFile = (name: string) =>
	readFileSync(new URL(`../../fixtures/patches/${name}`, import.meta.url), 'utf8');
