import { chapterPages } from './support/site-pages.ts';
import { expect, test } from './support/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a heading’s link copies its address, and says so', async ({ page }) => {
	await page.goto('chapters/unlucky/');
	const heading = page.locator('.heading').nth(1);
	const link = heading.getByRole('link', { name: 'Link to this section' });
	await expect(link).toHaveCSS('opacity', '0');
	await heading.hover();
	await expect(link).toHaveCSS('opacity', '1');
	const scrolled = await page.evaluate(() => scrollY);
	await link.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('status').filter({ hasText: 'The address is copied.' })).toHaveCount(1);
	const id = await heading.getByRole('heading').getAttribute('id');
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(new URL(copied).hash).toBe(`#${id}`);
	expect(page.url()).toBe(copied);
	expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});

test('every figure of every chapter has a link to itself, large enough for a finger', async ({ page }) => {
	for (const address of chapterPages) {
		await page.goto(address);
		const figures = await page.locator('main figure').evaluateAll((all) =>
			all.map((figure) => {
				const place = figure.closest('[id]');
				const link = document.querySelector(`a.anchor[href="#${place?.id}"]`);
				const { width = 0, height = 0 } = link?.getBoundingClientRect() ?? {};
				return { figure: figure.className, id: place?.id, ample: width >= 24 && height >= 24 };
			}),
		);
		expect(figures.length).toBeGreaterThan(0);
		for (const figure of figures) expect(figure, address).toEqual({ ...figure, ample: true });
		expect(new Set(figures.map(({ id }) => id)).size, address).toBe(figures.length);
	}
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('it goes to the figure', async ({ page }) => {
		await page.goto('chapters/unlucky/');
		const link = page.getByRole('link', { name: 'Link to this figure' }).first();
		await link.focus();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/#lanes-unlucky$/);
		await expect(page.getByRole('button', { name: 'Keys' })).toBeHidden();
	});
});
