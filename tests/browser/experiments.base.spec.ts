import { expect, test } from './support/test.ts';

// Whoever opens a link stays on the site from which it came, wherever that stands.
test('a link is opened, cited, and handed to the laboratory', async ({ page, baseURL }) => {
	test.setTimeout(60_000);
	const link = 'x/tries/#v=1&policy=rfc&of=victim&m=7788c65c&d=V';
	await page.goto(link);
	const opened = page.locator('#opened');
	await expect(opened.locator('.opened-comparison')).toHaveAttribute('data-kind', 'same', { timeout: 30_000 });
	const written = 'x/tries/#v=1&of=victim&m=7788c65c&d=V';
	expect(await page.locator('#opened-citation').textContent()).toContain(`Link: ${baseURL}${written}\n`);
	await opened.getByRole('button', { name: 'Open in the laboratory' }).click();
	await expect(page).toHaveURL(`${baseURL}lab/#${written}`);
});
