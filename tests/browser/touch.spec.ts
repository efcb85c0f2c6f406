import { awaken } from './support/awaken.ts';
import { axeViolations } from './support/axe-violations.ts';
import { illegible } from './support/illegible.ts';
import { pageKinds } from './support/page-kinds.ts';
import { smallTargets } from './support/small-targets.ts';
import { expect, test } from './support/test.ts';

// One page of every kind on the narrowest phone: all text can be read and all that a finger is to meet is large enough,
// folded and unfolded.

const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 800 };

test.use({ hasTouch: true, viewport: NARROW });

for (const address of pageKinds) {
	test(`all of ${address || 'home'} can be read and touched`, async ({ page }) => {
		test.slow();
		await page.goto(address, { waitUntil: 'networkidle' });
		await awaken(page);
		expect(await illegible(page)).toEqual([]);
		expect(await smallTargets(page)).toEqual([]);
		await page.locator('details').evaluateAll((all) => {
			for (const each of all as HTMLDetailsElement[]) each.open = true;
		});
		expect(await illegible(page), 'unfolded').toEqual([]);
		expect(await smallTargets(page), 'unfolded').toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
		// A second opinion; what is on the page of all texts, it has given on each.
		if (address !== 'whole/') expect(await axeViolations(page, { rules: ['target-size'] })).toEqual([]);
		await page.setViewportSize(WIDE);
		expect(await smallTargets(page), 'where there is room').toEqual([]);
	});
}

test('so can contents, keys, and the choices of a switch', async ({ page }) => {
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

test('text beyond the edge, cut off, or over other text is found', async ({ page }) => {
	await page.goto('404.html');
	const found = async (changes: Record<string, string>) => {
		await page.locator('h1').evaluate((heading, styles) => {
			heading.removeAttribute('style');
			Object.assign((heading as HTMLElement).style, styles);
		}, changes);
		return (await illegible(page)).map((line) => line.replace(/:.+/, ''));
	};
	expect(await found({})).toEqual([]);
	expect(await found({ marginInlineStart: '15rem', whiteSpace: 'nowrap' })).toContain('beyond the edge');
	expect(await found({ inlineSize: '5rem', overflow: 'hidden', whiteSpace: 'nowrap' })).toContain('cut off');
	expect(await found({ marginBlockEnd: '-3rem' })).toContain('over each other');
});
