import type { Locator, Page } from '@playwright/test';

/** More presses than this are no way to get anywhere. */
const PRESSES_MAX = 300;

/** Presses Tab, or another key that moves the focus, until an element has it. */
export async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
	for (let presses = 0; presses < PRESSES_MAX; presses++) {
		if (await wanted.evaluate((each) => each === document.activeElement)) return;
		await page.keyboard.press(key);
	}
	throw new Error(`${PRESSES_MAX} presses of ${key} do not lead there`);
}
