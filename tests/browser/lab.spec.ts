import { gzipSync } from 'node:zlib';
import { namedExperiments } from '../../src/experiment/named-experiments.ts';
import { axeViolations } from './support/axe-violations.ts';
import { busyTasks } from './support/busy-tasks.ts';
import {
	content,
	digest,
	digestInNode,
	editor,
	knob,
	openEditor,
	openLaboratory,
	paste,
	patchFile,
	property,
	searchAll,
	sweep,
} from './support/laboratory.ts';
import { tabTo } from './support/tab-to.ts';
import { expect, test } from './support/test.ts';

/** JavaScript of the page and its workers before the editor is asked for, in bytes as they travel. */
const SCRIPTS_MAX = 90 * 1024;

test('a long run and a long search keep the page quick, say how far they are, and stop', async ({ browser, page }) => {
	await openLaboratory(page);
	const tasks = await busyTasks(browser, page, async () => {
		await knob(page, 'seeds').fill('500');
		const progress = page.locator('section[aria-labelledby=lab-results] > .lab-go .lab-progress');
		await expect(progress).toHaveText(/[1-9]\d* of 500 seeds/);
		await page.getByRole('button', { name: 'Stop the run' }).click();
		await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible();
		await expect(digest(page)).toHaveText(digestInNode({}));

		await knob(page, 'seeds').fill('1');
		await knob(page, 'lockers').fill('4');
		await knob(page, 'writers').fill('4');
		await knob(page, 'bystanders').fill('4');
		await knob(page, 'page-lock').selectOption('v5.9');
		const most = { lockers: 4, writers: 4, bystanders: 4, 'page-lock': 'v5.9' };
		await expect(digest(page)).toHaveText(digestInNode(most));
		await searchAll(page).click();
		await expect(property(page, 'victim-completes').locator('.verdict-word')).toHaveText('UNKNOWN', {
			timeout: 30_000,
		});
		await expect(searchAll(page)).toHaveText('Search on');
		await searchAll(page).click();
		await expect(page.locator('.lab-verdicts .lab-progress')).toHaveText(/\d{3},\d{3} states found/);
		await searchAll(page).click();
		await expect(searchAll(page)).toHaveText('Search on');
	});
	expect(tasks).toEqual([]);
});

test('it is light until the editor is asked for', async ({ page }) => {
	const sizes = new Map<string, number>();
	page.on('response', async (response) => {
		if (!/\.js(\?|$)/.test(response.url())) return;
		const body = await response.body().catch(() => null);
		if (body !== null) sizes.set(response.url(), gzipSync(body).length);
	});
	await openLaboratory(page);
	const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
	expect([...sizes.keys()].some((url) => url.includes('worker'))).toBe(true);
	expect(total).toBeLessThan(SCRIPTS_MAX);
	await openEditor(page);
	expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeGreaterThan(total + 80 * 1024);
});

test('keyboard alone reaches the knobs, the editor and leaves it again', async ({ page }) => {
	await openLaboratory(page);
	await page.locator('h1').click();
	await tabTo(page, knob(page, 'policy'));
	await page.keyboard.press('ArrowUp');
	await expect(digest(page)).toHaveText(digestInNode({ policy: 'rfc' }));
	await tabTo(page, page.getByRole('button', { name: 'Edit the C' }));
	await page.keyboard.press('Enter');
	await expect(editor(page)).toBeVisible();
	await tabTo(page, page.locator('.lab-editor-place'));
	await page.keyboard.type('x');
	await expect(page.locator('.lab-diagnostics li[data-severity=error]').first()).toBeVisible();
	await page.keyboard.press('Control+z');
	await tabTo(page, sweep(page).locator('summary'));
	await page.keyboard.press('Enter');
	await tabTo(page, sweep(page).getByRole('button'));
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`axe finds nothing in it, and nothing is wider than a phone, ${colorScheme}`, async ({ page }) => {
		// All of it is open at once: much to look through.
		test.slow();
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 320, height: 700 });
		await openLaboratory(page);
		await page.getByRole('button', { name: 'Compare with a second recipe' }).click();
		await knob(page, 'policy, B').selectOption('rfc');
		await searchAll(page).click();
		await expect(property(page, 'victim-completes').locator('.verdict-word')).toHaveText(['HOLDS', 'VIOLATED']);
		await paste(page, patchFile('rfc-from-kernel.patch'));
		await openEditor(page);
		await sweep(page).locator('summary').click();
		await sweep(page).getByRole('button').click();
		await expect(page.locator('.lab-chart')).toBeVisible({ timeout: 20_000 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		expect(await axeViolations(page)).toEqual([]);
	});
}

test('without scripts it says what it is, lists the experiments, and how to do it elsewhere', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('lab/');
	await expect(page.locator('.lab')).toBeHidden();
	await expect(page.getByText('bin/polite run unlucky --policy rfc --seeds 20')).toBeVisible();
	for (const { name, title } of namedExperiments(content)) {
		await expect(page.locator('.lab-alone dt', { hasText: `${name}: ${title}` })).toBeVisible();
	}
	await context.close();
});
