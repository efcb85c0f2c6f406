import { axeViolations } from './support/axe-violations.ts';
import { chapterPages } from './support/site-pages.ts';
import { expect, test } from './support/test.ts';

const [first = ''] = chapterPages;

test('the question mark lists the keys, Escape closes the list, and so does its button', async ({ page }) => {
	await page.goto(first);
	const list = page.getByRole('dialog', { name: 'Keys' });
	await page.keyboard.press('?');
	await expect(list).toBeVisible();
	await page.keyboard.press('n');
	await expect(page).toHaveURL(new RegExp(`${first}$`));
	expect(await axeViolations(page, { include: '#shortcuts' })).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(list).toBeHidden();
	await page.getByRole('button', { name: 'Keys' }).click();
	await page.keyboard.press('Enter');
	await expect(list).toBeHidden();
});

test('each letter does what the list says', async ({ page }) => {
	await page.goto(first);
	await page.keyboard.press('t');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
	await page.keyboard.press('g');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Glossary');
	await page.waitForLoadState();
	await page.keyboard.press('h');
	await expect(page.getByRole('link', { name: 'Polite or Certain' }).first()).toHaveAttribute('aria-current', 'page');
});

test('letters do nothing with another key, within a widget, or once turned off', async ({ page }) => {
	await page.goto('chapters/unlucky/', { waitUntil: 'networkidle' });
	const here = page.url();
	await page.keyboard.press('Control+p');
	await page.getByRole('combobox').first().focus();
	await page.keyboard.press('n');
	await page.locator('.lock-figure .scrubber').first().focus();
	await page.keyboard.press('n');
	await page.locator('h1').click();
	await page.keyboard.press('?');
	await page.getByRole('checkbox').uncheck();
	await page.keyboard.press('Escape');
	await page.keyboard.press('n');
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog')).toBeHidden();
	expect(page.url()).toBe(here);
	await page.reload();
	await page.keyboard.press('n');
	expect(page.url()).toBe(here);
});
