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

/** Turns the first switch; returns how many animations with a duration that began, and how many parts lit up. */
async function turn(page: Page): Promise<{ begun: number; changed: number }> {
	await page.evaluate(() => {
		document.body.dataset['begun'] = '0';
		document.addEventListener('animationstart', ({ target }) => {
			const running = (target as Element).getAnimations().filter(({ effect }) => {
				return Number(effect?.getComputedTiming().duration) > 0;
			});
			document.body.dataset['begun'] = String(Number(document.body.dataset['begun']) + running.length);
		});
	});
	await page.getByRole('combobox', { name: 'Policy' }).first().press('ArrowDown');
	await expect(page.locator('.run-line').first()).toContainText('policy rfc');
	const changed = page.locator('[data-changed]');
	await expect(changed.first()).toBeAttached();
	await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
	return {
		begun: Number(await page.locator('body').getAttribute('data-begun')),
		changed: await changed.count(),
	};
}

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
	await page.goto('chapters/unlucky/', { waitUntil: 'networkidle' });
	expect((await moving(page)).length).toBeGreaterThan(0);
	const lively = await turn(page);
	expect(lively.begun).toBeGreaterThan(0);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.reload({ waitUntil: 'networkidle' });
	expect(await turn(page)).toEqual({ begun: 0, changed: lively.changed });
});
