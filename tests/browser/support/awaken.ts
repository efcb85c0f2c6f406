import { expect, type Page } from '@playwright/test';

/** Lets a page come to life, as it does for a reader who points at its text, and waits until it has. */
export async function awaken(page: Page): Promise<void> {
	await page.locator('main').dispatchEvent('pointerover');
	await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
}
