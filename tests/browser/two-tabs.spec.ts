import type { BrowserContext, Locator, Page } from '@playwright/test';
import { readContent } from '../../src/cli/content.ts';
import { check } from '../../src/experiment/check.ts';
import { namedExperiments } from '../../src/experiment/named-experiments.ts';
import { expect, test } from './support/test.ts';

/** Tabs of one browser, which share what it stores. */

const digest = (tab: Page): Locator => tab.locator('.lab-digest').first();
const knob = (tab: Page, name: string): Locator => tab.getByLabel(name, { exact: true });
const searchAll = (tab: Page): Locator => tab.locator('.lab-search');
const progress = (tab: Page): Locator => tab.locator('.lab-verdicts .lab-progress');
const text = (tab: Page): Locator => tab.locator('.lab-editor-place .cm-content');

async function openLab(tab: Page, address = 'lab/'): Promise<Page> {
	await tab.goto(address, { waitUntil: 'networkidle' });
	await expect(digest(tab)).toHaveText(/^[0-9a-f]{16}$/);
	return tab;
}

/** A second visit of the same reader. */
async function newLab(context: BrowserContext, address?: string): Promise<Page> {
	return openLab(await context.newPage(), address);
}

/** Types C that is not finished: nothing but the page's own store holds it. */
async function type(tab: Page, words: string): Promise<void> {
	await tab.getByRole('button', { name: 'Edit the C' }).click();
	await text(tab).click();
	await tab.keyboard.press('Control+End');
	await tab.keyboard.insertText(words);
	await expect(tab.locator('.lab-diagnostics li[data-severity=error]')).toHaveCount(1);
}

async function textOf(tab: Page): Promise<string> {
	await tab.getByRole('button', { name: 'Edit the C' }).click();
	await text(tab).click();
	await tab.keyboard.press('Control+End');
	return text(tab).innerText();
}

function statesOf(policy: string): string {
	const content = readContent();
	const experiment = namedExperiments(content).find(({ name }) => name === 'unlucky');
	if (experiment === undefined) throw new Error('there is no experiment unlucky');
	return check({ ...experiment.recipe, policy }, content).states.toLocaleString('en-US');
}

test('a search goes on, whatever is searched, stopped or closed in another tab', async ({ page, context }) => {
	test.setTimeout(180_000);
	await openLab(page);
	await knob(page, 'page-lock').selectOption('v5.9');
	for (const name of ['lockers', 'writers', 'bystanders']) await knob(page, name).fill('4');
	await knob(page, 'faulters').fill('3');
	await expect(page).toHaveURL(/faulters=3/);
	const recipe = page.url();
	await searchAll(page).click();
	await expect(searchAll(page)).toHaveText('Search on', { timeout: 30_000 });
	await searchAll(page).click();
	await expect(progress(page)).toHaveText(/states found/);

	const other = await newLab(context, recipe);
	await searchAll(other).click();
	await expect(searchAll(other)).toHaveText('Stop the search');
	await searchAll(other).click();
	await expect(searchAll(other)).toHaveText('Search on');
	await searchAll(other).click();
	await other.close();

	const third = await newLab(context, 'lab/#x/unlucky/#v=1&policy=rfc&m=fc81341e');
	await searchAll(third).click();
	await expect(third.locator('[data-property=victim-completes] .verdict-word')).toHaveText('VIOLATED');
	await expect(third.locator('.lab-explored')).toContainText(`Explored: ${statesOf('rfc')} states`);

	await expect(searchAll(page)).toHaveText('All orders are searched', { timeout: 120_000 });
	await expect(page.locator('.lab-explored')).toContainText(/Explored: 2,000,0\d\d states/);
	expect(page.url()).toBe(recipe);
	await expect(knob(page, 'faulters')).toHaveValue('3');
	await expect(page.locator('.problem:not(:empty)')).toHaveCount(0);
});

test('what is typed in one tab is not changed or lost by what is typed in another', async ({ page, context }) => {
	await openLab(page);
	await knob(page, 'policy').selectOption('rfc');
	await expect(page).toHaveURL(/policy=rfc/);
	const other = await newLab(context, 'lab/#x/unlucky/#v=1&policy=rfc&lockers=3&m=fc81341e');
	await type(page, '/* of the one');
	await type(other, '/* of the other');
	await expect(text(page)).toContainText('/* of the one');
	await expect(text(page)).not.toContainText('/* of the other');
	// Until what was typed is stored.
	await page.waitForTimeout(600);
	const [addressOfOne, addressOfOther] = [page.url(), other.url()];

	await openLab(page, addressOfOne);
	await page.reload({ waitUntil: 'networkidle' });
	await other.reload({ waitUntil: 'networkidle' });
	expect(await textOf(page)).toContain('/* of the one');
	expect(await textOf(other)).toContain('/* of the other');
	expect([page.url(), other.url()]).toEqual([addressOfOne, addressOfOther]);

	// Both are closed; what each held is there again at its address, and what was typed last where none is given.
	await page.close();
	await other.close();
	const [one, last] = [await newLab(context, addressOfOne), await newLab(context)];
	expect(await textOf(one)).toContain('/* of the one');
	expect(await textOf(last)).toContain('/* of the other');
	await expect(knob(last, 'lockers')).toHaveValue('3');
});

test('who only looks at a link in another tab takes nothing from what was typed', async ({ page, context }) => {
	await openLab(page);
	await type(page, '/* typed');
	await page.waitForTimeout(600);
	const other = await newLab(context, 'lab/#x/unlucky/#v=1&policy=v5.7&m=fc81341e');
	await expect(other.locator('section[aria-labelledby=lab-c]')).not.toContainText('You typed one before');
	await other.waitForTimeout(600);
	const third = await newLab(context);
	await expect(third.locator('section[aria-labelledby=lab-c]')).toContainText('You typed one before');
	expect(await textOf(third)).toContain('/* typed');
});

test('a chapter that is open twice is turned, searched and run in each for itself', async ({ page, context }) => {
	const tabs = [page, await context.newPage()];
	for (const tab of tabs) await tab.goto('chapters/unlucky/', { waitUntil: 'networkidle' });
	const [one, two] = tabs as [Page, Page];
	const line = (tab: Page) => tab.locator('.run-line').first();
	const before = await line(two).innerText();
	await one.getByRole('combobox', { name: 'Policy' }).first().press('ArrowDown');
	await one.getByRole('button', { name: 'Another seed' }).first().click();
	await expect(line(one)).toContainText('policy rfc, seed 2');
	expect(await line(two).innerText()).toBe(before);
	await two.getByRole('button', { name: 'Another seed' }).first().click();
	await expect(line(two)).toContainText('policy v4.20, seed 2');
	await expect(line(one)).toContainText('policy rfc, seed 2');
});
