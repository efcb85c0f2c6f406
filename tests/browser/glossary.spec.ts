import { axeViolations } from './support/axe-violations.ts';
import { chapterPages } from './support/site-pages.ts';
import { tabTo } from './support/tab-to.ts';
import { expect, test } from './support/test.ts';

const [first = ''] = chapterPages;

test('a term shows its meaning where it first stands, and leads to the glossary', async ({ page }) => {
	await page.goto(first);
	const term = page.locator('a.term').first();
	const meaning = page.locator('.term-meaning');
	await term.hover();
	await expect(meaning).toContainText('The processor stops it');
	await page.keyboard.press('Escape');
	await expect(meaning).toBeHidden();
	await page.locator('h1').hover();
	await page.locator('.skip-link').focus();
	await tabTo(page, term);
	await expect(meaning).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/glossary\/#page-fault$/);
	await expect(page.locator('#page-fault')).toBeInViewport();
});

test('a term shows its meaning at the first touch, where nothing can point', async ({ browser }) => {
	const context = await browser.newContext({
		hasTouch: true,
		isMobile: true,
		viewport: { width: 320, height: 700 },
	});
	const page = await context.newPage();
	await page.goto(first);
	const term = page.locator('a.term').first();
	await term.tap();
	await expect(page.locator('.term-meaning')).toBeInViewport();
	await term.tap();
	await expect(page).toHaveURL(/glossary\/#page-fault$/);
	await context.close();
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('a term has its meaning as its title', async ({ page }) => {
		await page.goto(first);
		await expect(page.locator('a.term').first()).toHaveAttribute('title', /The processor stops it/);
	});
});

test('the glossary does not overflow at 320 px', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 800 });
	await page.goto('glossary/', { waitUntil: 'networkidle' });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`axe finds nothing in the glossary, ${colorScheme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.goto('glossary/', { waitUntil: 'networkidle' });
		expect(await axeViolations(page)).toEqual([]);
	});
}
