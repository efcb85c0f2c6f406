import type { Browser, Page } from '@playwright/test';
import { awaken } from './support/awaken.ts';
import { mainPages, otherPages, variantPages } from './support/site-pages.ts';
import { expect, test } from './support/test.ts';

/** The words of the text as they are rendered; how white space falls is the layout's. */
async function textOf(page: Page): Promise<string> {
	const text = await page.locator('main').innerText();
	return text.replaceAll(/\s+/g, ' ').trim();
}

async function textWithoutScripts(browser: Browser, address: string): Promise<string> {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(address);
	const text = await textOf(page);
	await context.close();
	return text;
}

for (const address of [...mainPages, ...variantPages, ...otherPages]) {
	test(`${address} reads the same without scripts`, async ({ page, browser }) => {
		await page.goto(address, { waitUntil: 'networkidle' });
		const text = await textOf(page);
		expect(text.length).toBeGreaterThan(400);
		expect(await textWithoutScripts(browser, address)).toBe(text);
		await awaken(page);
		expect(await textOf(page)).toBe(text);
	});
}

for (const address of mainPages) {
	test(`${address} turned to rfc reads as its page for rfc`, async ({ page, browser }) => {
		await page.goto(address, { waitUntil: 'networkidle' });
		for (const policySwitch of await page.getByRole('combobox', { name: 'Policy' }).all()) {
			await policySwitch.focus();
			await page.keyboard.press('ArrowDown');
		}
		const variant = `${address === '.' ? '' : address}policy/rfc/`;
		// A table links to the variants that one is not on, which does not change what it says.
		const expected = await textWithoutScripts(browser, variant);
		await expect.poll(() => textOf(page)).toBe(expected);
	});

	test(`${address} links each choice to its own page without scripts`, async ({ browser }) => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(address);
		const choices = page.locator('.switch').first().locator('a:visible');
		await expect(choices).toHaveCount(2);
		await choices.first().click();
		await expect(page).toHaveURL(/policy\/rfc\/#passage-/);
		await expect(page.locator(new URL(page.url()).hash)).toHaveCount(1);
		await expect(page.locator('.run-line').first()).toContainText('policy rfc');
		await context.close();
	});
}

test('a page that only differs in its policy keeps search engines away', async ({ page }) => {
	await page.goto('policy/rfc/');
	await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
});
