import type { Page } from '@playwright/test';
import { pageKinds } from './support/page-kinds.ts';
import { chapterPages } from './support/site-pages.ts';
import { expect, test } from './support/test.ts';

// Paper is white, 174 mm wide between its margins, cannot be scrolled or unfolded, and a link on it is its address.

/** The width of what `@page` leaves of A4, in CSS px. */
const PAPER_PX = Math.floor((174 / 25.4) * 96);

const pages = [...new Set([...pageKinds, ...chapterPages])];

test.use({ viewport: { width: PAPER_PX, height: 900 } });

async function print(page: Page, address: string): Promise<void> {
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	await page.goto(address, { waitUntil: 'networkidle' });
}

for (const address of pages) {
	test(`nothing of ${address || 'home'} is cut off on paper, or could only be pressed`, async ({ page }) => {
		test.slow();
		await print(page, address);
		const cut = await page.locator('main *').evaluateAll((all, width) => {
			// What is drawn over a drawing's edge is let be; the drawing itself is not.
			const boxes = all.filter((element) => element.checkVisibility() && !element.parentElement?.closest('svg'));
			return boxes
				.filter((element) => {
					const { overflowX } = getComputedStyle(element);
					const isCut = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
					return element.getBoundingClientRect().right > width + 1 || (isCut && element.matches('pre, .table-scroll'));
				})
				.map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 60)}`);
		}, PAPER_PX);
		expect(cut).toEqual([]);
		await expect(page.locator('main :is(.scrubber, .transport-keys, .said-button):visible')).toHaveCount(0);
	});
}

for (const chosen of ['auto', 'dark'] as const) {
	test(`paper is white and ink is dark, with the theme ${chosen} by night`, async ({ page }) => {
		await page.addInitScript((theme) => localStorage.setItem('theme', theme), chosen);
		await print(page, 'chapters/unlucky/');
		const colours = await page.evaluate(() => {
			const { backgroundColor, color, colorScheme } = getComputedStyle(document.documentElement);
			return { backgroundColor, color, colorScheme };
		});
		expect(colours).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(33, 30, 26)', colorScheme: 'light' });
	});
}

test('a source’s address stands behind its link, one of this site does not', async ({ page }) => {
	await print(page, 'claims/');
	const addresses = (selector: string) =>
		page.locator(selector).evaluateAll((all) => all.map((link) => getComputedStyle(link, '::after').content));
	const outside = await addresses('.claim-by a[href^=http]');
	expect(outside.length).toBeGreaterThan(5);
	for (const content of outside) expect(content).toMatch(/^" <https?:\/\/\S+>"$/);
	for (const content of await addresses('main a[href^="/"]:not(.anchor)')) expect(content).toBe('none');
});

test('detail is there unasked; what else is folded leaves no sign to press', async ({ page }) => {
	await print(page, 'chapters/retry-once/');
	const details = page.locator('.detail');
	expect(await details.count()).toBeGreaterThan(0);
	for (const detail of await details.all()) {
		expect(await detail.evaluate((element) => (element as HTMLDetailsElement).open)).toBe(false);
		await expect(detail.locator('summary + *')).toBeVisible();
	}
	for (const summary of await page.locator('summary:visible').all()) {
		await expect(summary).toHaveCSS('list-style-type', 'none');
	}
	await expect(page.locator('.settings summary').first()).toBeHidden();
});
