import type { Locator, Page } from '@playwright/test';
import { readContent } from '../../src/cli/content.ts';
import type { Fairness } from '../../src/engine/check/model.ts';
import { check } from '../../src/experiment/check.ts';
import { namedExperiments } from '../../src/experiment/named-experiments.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';
import { STATES_MAX } from '../../src/site/verdict/search-request.ts';
import { awaken } from './support/awaken.ts';
import { axeViolations } from './support/axe-violations.ts';
import { busyTasks } from './support/busy-tasks.ts';
import { expect, test } from './support/test.ts';

const CHAPTER = 'chapters/unlucky/';
const content = readContent();

/** The verdict of the strict line under `rfc`, ready to be searched. */
async function open(page: Page): Promise<Locator> {
	await page.goto(CHAPTER, { waitUntil: 'networkidle' });
	const verdict = page.locator('figure.verdict').first();
	await verdict.scrollIntoViewIfNeeded();
	await awaken(page);
	await verdict.locator('.verdict-search summary').press('Enter');
	await expect(verdict.locator('.verdict-controls')).toBeVisible();
	return verdict;
}

const start = (verdict: Locator) => verdict.locator('.verdict-start');

/** What Node finds of the same. */
function inNode(changes: Partial<Recipe>, options: { fairness?: Fairness; limits?: { states: number } } = {}) {
	const experiment = namedExperiments(content).find(({ name }) => name === 'unlucky');
	if (experiment === undefined) throw new Error('there is no experiment unlucky');
	const result = check({ ...experiment.recipe, policy: 'rfc', ...changes }, content, { ...options, experiment });
	const property = result.properties.find(({ name }) => name === 'victim-completes');
	if (property === undefined) throw new Error('the victim is not judged');
	return { result, property };
}

async function expectAsInNode(verdict: Locator, { result, property }: ReturnType<typeof inNode>): Promise<void> {
	const grouped = (number: number) => number.toLocaleString('en-US');
	if (result.digest !== null) await expect(verdict.locator('figcaption')).toContainText(`Digest ${result.digest}.`);
	await expect(verdict.locator('.verdict-word')).toHaveText(property.verdict);
	await expect(verdict.locator('.verdict-explored')).toContainText(
		`Explored: ${grouped(result.states)} states and ${grouped(result.transitions)} steps`,
	);
	await expect(verdict.locator('.verdict-steps .stem tr:has(.number)')).toHaveCount(property.stem.length);
	await expect(verdict.locator('.verdict-steps .loop tr:has(.number)')).toHaveCount(property.loop.length);
}

/** Turns to a search that takes long: thousands of states a hundredth of a second, and millions to come. */
async function askForMuch(verdict: Locator): Promise<void> {
	await verdict.getByRole('spinbutton', { name: 'lockers' }).fill('4');
	await verdict.getByRole('spinbutton', { name: 'writers' }).fill('4');
	await verdict.getByRole('spinbutton', { name: 'bystanders' }).fill('4');
	await verdict.getByLabel('page lock').selectOption('v5.9');
}

test('searched with other threads and rules says what Node says, digest and all', async ({ page }) => {
	const verdict = await open(page);
	await expectAsInNode(verdict, inNode({}));

	await verdict.getByRole('button', { name: 'More lockers' }).click();
	await start(verdict).click();
	await expectAsInNode(verdict, inNode({ lockers: 3 }));
	await expect(verdict.locator('.run-command')).toHaveText('bin/polite check unlucky --policy rfc --lockers 3');

	await verdict.getByRole('spinbutton', { name: 'lockers' }).fill('1');
	await verdict.getByRole('spinbutton', { name: 'writers' }).fill('0');
	await verdict.getByLabel('page lock').selectOption('v4.20');
	await verdict.getByLabel('fairness').selectOption('none');
	await start(verdict).click();
	await expectAsInNode(verdict, inNode({ 'page-lock': 'v4.20', writers: 0, lockers: 1 }, { fairness: 'none' }));
	await expect(verdict.locator('.run-command')).toHaveText(
		'bin/polite check unlucky --policy rfc --page-lock v4.20 --writers 0 --lockers 1 --fairness none',
	);
	await expect(verdict.locator('.verdict-fairness')).toHaveCount(0);
});

test('as on the page, the verdict is what it was', async ({ page }) => {
	const verdict = await open(page);
	const before = await verdict.innerText();
	const back = verdict.getByRole('button', { name: 'As on the page' });
	await expect(back).toBeDisabled();
	await verdict.getByLabel('policy').selectOption('v5.7');
	await start(verdict).click();
	await expect(verdict.locator('.verdict-word')).toHaveText('HOLDS');
	await expect(verdict.locator('figcaption')).toContainText('Your own search');
	await back.click();
	expect(await verdict.innerText()).toBe(before);
	await expect(verdict.getByLabel('policy')).toHaveValue('rfc');
});

test('keyboard alone turns it, searches, and hears what came of it', async ({ page }) => {
	const verdict = await open(page);
	await page.keyboard.press('Tab');
	while (
		!(await verdict.getByRole('spinbutton', { name: 'lockers' }).evaluate((each) => each === document.activeElement))
	) {
		await page.keyboard.press('Tab');
	}
	await page.keyboard.press('ArrowUp');
	while (!(await start(verdict).evaluate((each) => each === document.activeElement))) await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expectAsInNode(verdict, inNode({ lockers: 3 }));
	await expect(start(verdict)).toBeFocused();
	await expect(page.locator('body > [role=status]')).toHaveText(/^VIOLATED\. .+ Explored: 18,087 states/);
});

test('a long search says how far it is, keeps the page quick, and stops', async ({ browser, page }) => {
	const verdict = await open(page);
	await askForMuch(verdict);
	const tasks = await busyTasks(browser, page, async () => {
		await start(verdict).click();
		const progress = verdict.locator('.verdict-progress');
		await expect(progress).toHaveText(/^\d{2,3},\d{3} states found, [\d,]+ to go on from, \d+ MB$/);
		const first = await progress.innerText();
		await expect(progress).not.toHaveText(first);
		await start(verdict).click();
		await expect(verdict.locator('.verdict-word')).toHaveText('UNKNOWN');
		await expect(verdict.locator('.verdict-sentence')).toContainText('stopped');
		const explored = /Explored: ([\d,]+) states .+; from ([\d,]+) of the states/.exec(
			await verdict.locator('.verdict-explored').innerText(),
		);
		const [states = 0, frontier = 0] = (explored ?? []).slice(1).map((each) => Number(each.replaceAll(',', '')));
		expect(states).toBeGreaterThan(10_000);
		expect(frontier).toBeLessThan(states);
	});
	expect(tasks).toEqual([]);

	// The worker that was stopped goes on with the next one.
	await verdict.getByRole('button', { name: 'As on the page' }).click();
	await start(verdict).click();
	await expectAsInNode(verdict, inNode({}));
	expect(page.workers()).toHaveLength(1);
});

test('at its limit a search ends as unknown, and the command says where that is', async ({ page }) => {
	test.slow();
	const verdict = await open(page);
	await askForMuch(verdict);
	await start(verdict).click();
	await expect(verdict.locator('.verdict-sentence')).toContainText('ended at its limit', { timeout: 60_000 });
	const most = { bystanders: 4, writers: 4, lockers: 4, 'page-lock': 'v5.9' } as const;
	const found = inNode(most, { limits: { states: STATES_MAX } });
	expect(found.property.verdict).toBe('UNKNOWN');
	await expectAsInNode(verdict, found);
	await expect(verdict.locator('.run-command')).toContainText(`--max-states ${STATES_MAX}`);
	await expect(verdict.locator('figcaption')).not.toContainText('Digest');
});

test('what is stopped while it is judged is UNKNOWN at once', async ({ page }) => {
	const verdict = await open(page);
	await verdict.getByRole('spinbutton', { name: 'lockers' }).fill('4');
	await verdict.getByRole('spinbutton', { name: 'writers' }).fill('2');
	await start(verdict).click();
	await expect(verdict.locator('.verdict-progress')).toContainText('judging', { timeout: 20_000 });
	await start(verdict).click();
	await expect(verdict.locator('.verdict-word')).toHaveText('UNKNOWN');
	await expect(verdict.locator('.verdict-explored')).toContainText('not yet judged');
});

test('a worker that dies is told, and the next search has another', async ({ page }) => {
	const verdict = await open(page);
	await askForMuch(verdict);
	await start(verdict).click();
	await expect(verdict.locator('.verdict-progress')).toContainText('to go on from');
	const [worker] = page.workers();
	await worker?.evaluate(() => self.close());
	await expect(verdict.locator('.problem')).toHaveText(
		/^The search broke off\. The engine’s worker was ended by the browser.+Try again with a new one/,
	);
	await expect(verdict.locator('.verdict-word')).toHaveText('VIOLATED');

	await verdict.getByRole('spinbutton', { name: 'writers' }).fill('1');
	await verdict.getByRole('spinbutton', { name: 'bystanders' }).fill('1');
	await verdict.getByRole('spinbutton', { name: 'lockers' }).fill('1');
	await verdict.getByLabel('page lock').selectOption('fifo');
	await start(verdict).click();
	await expectAsInNode(verdict, inNode({ lockers: 1 }));
	await expect(verdict.locator('.problem')).toBeEmpty();
});

test('another search on the page supersedes the one under way, and says so there', async ({ page }) => {
	const verdict = await open(page);
	const other = page.locator('figure.verdict').nth(1);
	await other.scrollIntoViewIfNeeded();
	await other.locator('.verdict-search summary').click();
	await askForMuch(verdict);
	await start(verdict).click();
	await expect(verdict.locator('.verdict-progress')).toContainText('to go on from');
	await start(other).click();
	await expect(verdict.locator('.problem')).toContainText('Another search took its place');
	await expect(other.locator('figcaption')).toContainText('Your own search');
	await expect(other.locator('.verdict-word')).toHaveText('HOLDS');
});

test('each stays under the rule that it names, whatever the passage is turned to', async ({ page }) => {
	await page.goto(CHAPTER, { waitUntil: 'networkidle' });
	const verdict = page.locator('figure.verdict').nth(1);
	const before = await verdict.innerText();
	await page.getByRole('combobox', { name: 'Policy' }).first().press('ArrowDown');
	await expect(page.locator('.run-line').first()).toContainText('policy rfc');
	expect(await verdict.innerText()).toBe(before);
	await expect(verdict.locator('.run-command')).toHaveText(/--policy v4\.20$/);
	await verdict.locator('.verdict-search summary').click();
	await expect(verdict.getByLabel('policy')).toHaveValue('v4.20');
});

test('it is complete without scripts, with no control that does nothing', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(CHAPTER);
	const verdict = page.locator('figure.verdict').first();
	await expect(verdict.locator('.verdict-search')).toBeHidden();
	await verdict.locator('summary').first().click();
	await expect(verdict.locator('.lasso > svg')).toBeVisible();
	await expectAsInNode(verdict, inNode({}));
	await expect(verdict.locator('a.place').first()).toHaveAttribute('href', /\/model\/#.+/);
	await context.close();
});

test('nothing shifts when it comes alive, and axe finds nothing in it', async ({ page }) => {
	await page.addInitScript(() => {
		const shifts: number[] = [];
		Object.assign(window, { shifts });
		new PerformanceObserver((list) => {
			const seen = list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[];
			shifts.push(...seen.filter(({ hadRecentInput }) => !hadRecentInput).map(({ value }) => value));
		}).observe({ type: 'layout-shift', buffered: true });
	});
	const verdict = await open(page);
	expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
	await verdict.locator('summary').first().click();
	expect(await axeViolations(page, { include: 'figure.verdict' })).toEqual([]);
});
