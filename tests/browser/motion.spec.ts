import type { Page } from '@playwright/test';
import { awaken } from './support/awaken.ts';
import { pageKinds } from './support/page-kinds.ts';
import { expect, test } from './support/test.ts';

// Who asks for less motion is shown none; and nothing plays that nobody started.

/** Every element that would move by a style: what it is, and for how long. */
const moving = (page: Page) =>
	page.evaluate(() => {
		const seconds = (durations: string) => Math.max(...durations.split(',').map(Number.parseFloat));
		return [...document.querySelectorAll('*')].flatMap((element) =>
			['', '::before', '::after'].flatMap((part) => {
				const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element, part);
				const longest_s = Math.max(seconds(transitionDuration), seconds(animationDuration));
				return longest_s > 0 || scrollBehavior !== 'auto'
					? [`${element.tagName}${part} ${longest_s} s, scrolls ${scrollBehavior}`]
					: [];
			}),
		);
	});

/** Counts from now on the animations that take any time; by their style, since a slow frame may come after their end. */
const countAnimations = (page: Page) =>
	page.evaluate(() => {
		document.body.dataset['begun'] = '0';
		document.addEventListener('animationstart', ({ target }) => {
			if (getComputedStyle(target as Element).animationDuration === '0s') return;
			document.body.dataset['begun'] = String(Number(document.body.dataset['begun']) + 1);
		});
	});

for (const address of pageKinds) {
	test(`nothing of ${address || 'home'} moves for who asks for that`, async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto(address, { waitUntil: 'networkidle' });
		await awaken(page);
		expect(await moving(page)).toEqual([]);
	});
}

for (const reducedMotion of ['reduce', 'no-preference'] as const) {
	test(`no figure plays by itself, with ${reducedMotion}`, async ({ page }) => {
		await page.emulateMedia({ reducedMotion });
		await page.goto('chapters/unlucky/', { waitUntil: 'networkidle' });
		await awaken(page);
		const times = () =>
			page.locator('.scrubber').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
		const before = await times();
		expect(before.length).toBeGreaterThan(0);
		await page.waitForTimeout(500);
		expect(await times()).toEqual(before);
		await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(0);
	});
}

test('what changes with the switch lights up for a moment, unless less is asked for', async ({ page }) => {
	const changed = page.locator('[data-changed]');
	const begun = page.locator('body');
	const turn = async () => {
		await page.goto('chapters/unlucky/', { waitUntil: 'networkidle' });
		await countAnimations(page);
		await page.getByRole('combobox', { name: 'Policy' }).first().press('ArrowDown');
		await expect(page.locator('.run-line').first()).toContainText('policy rfc');
	};
	await turn();
	expect((await moving(page)).length).toBeGreaterThan(0);
	await expect(begun).not.toHaveAttribute('data-begun', '0');
	const parts = await changed.count();

	await page.emulateMedia({ reducedMotion: 'reduce' });
	await turn();
	await expect(changed).toHaveCount(parts);
	await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
	await expect(begun).toHaveAttribute('data-begun', '0');
});
