import { axeViolations } from './support/axe-violations.ts';
import { mainPages, otherPages, variantPages } from './support/site-pages.ts';
import { expect, test } from './support/test.ts';

const pages = [...mainPages, ...otherPages, variantPages[1] ?? ''];

for (const address of pages) {
	for (const colorScheme of ['light', 'dark'] as const) {
		test(`axe finds nothing on ${address}, ${colorScheme}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.goto(address, { waitUntil: 'networkidle' });
			expect(await axeViolations(page)).toEqual([]);
		});
	}

	for (const width of [320, 768, 1280]) {
		test(`${address} does not overflow at ${width} px`, async ({ page }) => {
			await page.setViewportSize({ width, height: 800 });
			await page.goto(address, { waitUntil: 'networkidle' });
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
		});
	}
}

test('axe finds nothing while the choices of a switch are open', async ({ page }) => {
	await page.goto('chapters/unlucky/', { waitUntil: 'networkidle' });
	await page.getByRole('combobox', { name: 'Policy' }).first().press('Alt+ArrowDown');
	await expect(page.getByRole('option')).toHaveCount(3);
	expect(await axeViolations(page, { include: '.switch[data-open]' })).toEqual([]);
});

test('an open switch does not make a narrow page wider', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 800 });
	for (const address of mainPages) {
		await page.goto(address, { waitUntil: 'networkidle' });
		await page.getByRole('combobox', { name: 'Policy' }).first().click();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	}
});
