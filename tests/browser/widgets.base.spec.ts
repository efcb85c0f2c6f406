import { expect, test } from './support/test.ts';

// What depends on where the site stands: links to variants, and the worker that computes another seed.
test('the switch links to pages under the base, and another seed is computed there', async ({ page, baseURL }) => {
	await page.goto('chapters/retry-once/', { waitUntil: 'networkidle' });
	const href = await page.locator('.switch-choice').nth(1).getAttribute('href');
	expect(href).toBe(`${new URL(baseURL ?? '').pathname}chapters/retry-once/policy/rfc/#passage-retry-once`);
	await page.getByRole('button', { name: 'Another seed' }).first().click();
	await expect(page.locator('.run-line').first()).toContainText('seed 2');
});
