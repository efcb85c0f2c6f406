import type { Page } from '@playwright/test';
import { axeViolations } from './support/axe-violations.ts';
import { chapterPages } from './support/site-pages.ts';
import { expect, test } from './support/test.ts';

test('it holds every heading of home and the chapters once, and no id twice', async ({ page, request }) => {
	await page.goto('whole/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
	const headings = (await page.locator('main :is(h2, h3)').allTextContents()).map(words);
	const wanted: string[] = [];
	// The page's own policy would hold for what is read in it.
	const reader = await page.context().newPage();
	for (const address of chapterPages) {
		const html = await (await request.get(address)).text();
		wanted.push(...(await headingsOf(reader, html)));
	}
	expect(wanted.length).toBeGreaterThan(40);
	expect(headings).toEqual(expect.arrayContaining(wanted));
	const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
	expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
	await expect(page.locator('astro-island')).toHaveCount(0);
	await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
});

test('it keeps its notes, and draws its figures, on paper', async ({ page }) => {
	await page.emulateMedia({ media: 'print' });
	await page.goto('whole/');
	await expect(page.locator('.lock-figure .timeline').first()).toBeVisible();
	await expect(page.locator('.note').first()).toBeVisible();
	await expect(page.locator('.anchor').first()).toBeHidden();
	expect((await page.pdf()).length).toBeGreaterThan(100_000);
});

test('it does not overflow at 320 px', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 800 });
	await page.goto('whole/', { waitUntil: 'networkidle' });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

// Colours and code are tried chapter by chapter: here they are the same, only nine times as many.
test('axe finds nothing in how the page of all is put together', async ({ page }) => {
	test.slow();
	await page.goto('whole/', { waitUntil: 'networkidle' });
	const options = { disableRules: ['color-contrast'], exclude: ['pre', 'main svg'] };
	expect(await axeViolations(page, options)).toEqual([]);
});

function words(text: string): string {
	return text.replaceAll(/\s+/g, ' ').trim();
}

/** The headings of a chapter's main text, as its HTML has them. */
async function headingsOf(page: Page, html: string): Promise<string[]> {
	const texts = await page.evaluate(
		(source) =>
			[...new DOMParser().parseFromString(source, 'text/html').querySelectorAll('main :is(h1, h2)')].map(
				({ textContent }) => textContent,
			),
		html,
	);
	return texts.map(words);
}
