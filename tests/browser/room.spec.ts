import type { Page } from '@playwright/test';
import { awaken } from './support/awaken.ts';
import { chapterPages } from './support/site-pages.ts';
import { expect, test } from './support/test.ts';

/** How high each paragraph is whose words can be turned, in px. */
const heights_px = (page: Page) =>
	page
		.locator('.keeps-room')
		.evaluateAll((paragraphs) => paragraphs.map((paragraph) => paragraph.getBoundingClientRect().height));

for (const width of [320, 390, 768, 1440]) {
	test(`words that are turned have their room at ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width, height: 900 });
		let seen = 0;
		for (const address of ['.', ...chapterPages]) {
			await page.goto(address, { waitUntil: 'networkidle' });
			const room_px = await heights_px(page);
			seen += room_px.length;
			await awaken(page);
			for (const current of await page.locator('.switch-current').all()) {
				const choices = current.locator('+ .switch-choices .switch-choice');
				const selected = current.locator('+ .switch-choices [data-selected]');
				for (let turned = await choices.count(); turned > 0; turned--) {
					const before = (await selected.getAttribute('id')) ?? '';
					await current.press('ArrowDown');
					await expect(selected).not.toHaveId(before);
					expect(await heights_px(page), address).toEqual(room_px);
				}
			}
		}
		expect(seen).toBeGreaterThan(chapterPages.length);
	});
}

test('the room follows the width, and paper has none', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto('.', { waitUntil: 'networkidle' });
	await page.setViewportSize({ width: 320, height: 900 });
	const narrow = await heights_px(page);
	await page.reload({ waitUntil: 'networkidle' });
	expect(await heights_px(page)).toEqual(narrow);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.keeps-room').first()).toHaveCSS('min-block-size', '0px');
});

test('a paragraph stands once in the page, for readers and for those who listen', async ({ page }) => {
	await page.goto('.', { waitUntil: 'networkidle' });
	await expect(page.getByText('Flip the words in bold')).toHaveCount(1);
	await expect(page.locator('.keeps-room')).toHaveCount(2);
});
