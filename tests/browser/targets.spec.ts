import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { awaken } from './support/awaken.ts';
import { pageKinds } from './support/page-kinds.ts';
import { smallTargets } from './support/small-targets.ts';
import { expect, test } from './support/test.ts';

// What a finger is to meet is large enough for it, on one page of every kind, folded and unfolded.

test.use({ hasTouch: true });

const unfold = (page: Page) =>
	page.locator('details').evaluateAll((all) => {
		for (const each of all as HTMLDetailsElement[]) each.open = true;
	});

for (const width of [320, 1280]) {
	for (const address of pageKinds) {
		test(`each target of ${address || 'home'} is large enough at ${width} px`, async ({ page }) => {
			test.slow();
			await page.setViewportSize({ width, height: 640 });
			await page.goto(address, { waitUntil: 'networkidle' });
			await awaken(page);
			expect(await smallTargets(page)).toEqual([]);
			await unfold(page);
			expect(await smallTargets(page), 'unfolded').toEqual([]);
			const { violations } = await new AxeBuilder({ page }).withRules('target-size').analyze();
			expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
		});
	}

	test(`so is each of contents, keys, and the choices of a switch at ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width, height: 640 });
		await page.goto('chapters/unlucky/', { waitUntil: 'networkidle' });
		await page.getByRole('button', { name: 'Contents' }).tap();
		await expect(page.getByRole('navigation', { name: 'Contents' })).toBeVisible();
		expect(await smallTargets(page, '.contents-panel')).toEqual([]);
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: 'Keys' }).tap();
		await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
		expect(await smallTargets(page, 'dialog')).toEqual([]);
		await page.keyboard.press('Escape');
		await page.getByRole('combobox', { name: 'Policy' }).first().press('Alt+ArrowDown');
		await expect(page.getByRole('option')).toHaveCount(3);
		expect(await smallTargets(page, '.switch-choices')).toEqual([]);
	});
}

test('a small target beside another is found, and one by itself is not', async ({ page }) => {
	await page.goto('404.html');
	const set = (margin: string) =>
		page.evaluate((margin) => {
			document.querySelector('main')?.replaceChildren(
				...['one', 'other'].map((name) => {
					const link = Object.assign(document.createElement('a'), { href: '#', textContent: name });
					Object.assign(link.style, { display: 'block', inlineSize: '20px', blockSize: '12px', margin });
					return link;
				}),
			);
		}, margin);
	await set('40px');
	expect(await smallTargets(page)).toEqual([]);
	await set('2px');
	expect(await smallTargets(page)).toHaveLength(2);
	await page.locator('main').evaluate((main) => {
		const button = document.createElement('button');
		Object.assign(button.style, { inlineSize: '20px', blockSize: '12px', margin: '40px', padding: '0' });
		main.replaceChildren(button);
	});
	expect(await smallTargets(page)).toHaveLength(1);
});
