import { chapterPages } from './support/site-pages.ts';
import { expect, test } from './support/test.ts';

test('N leads through all chapters, P back', async ({ page }) => {
	await page.goto('.');
	for (const address of chapterPages) {
		await page.keyboard.press('n');
		await page.waitForURL(new RegExp(`/${address}$`));
	}
	await page.keyboard.press('p');
	await page.waitForURL(new RegExp(`/${chapterPages.at(-2)}$`));
});

for (const width of [320, 1440]) {
	test(`the contents say where one is, at ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width, height: 800 });
		await page.goto('chapters/unlucky/');
		const contents = page.getByRole('navigation', { name: 'Contents' });
		await expect(contents).toBeHidden();
		await page.getByRole('button', { name: 'Contents' }).click();
		await expect(contents.locator('[aria-current="page"]')).toHaveText('Some process just gets unlucky');
		await expect(contents.locator('.contents > li')).toHaveCount(chapterPages.length + 1);
		const sections = contents.locator('.contents-sections a');
		await expect(sections).toHaveText(await page.locator('main h2').allInnerTexts());
		await sections.nth(2).click();
		await expect(contents).toBeHidden();
		await expect(page.locator('main h2').nth(2)).toBeInViewport();
		await page.keyboard.press('c');
		await expect(contents.locator('[aria-current="location"]')).toHaveText(await sections.nth(2).innerText());
		const box = await contents.boundingBox();
		expect(box?.x).toBeGreaterThanOrEqual(0);
		expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
	});
}
