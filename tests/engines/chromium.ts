import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { calling, type RemoteBrowser } from './remote-browser.ts';

/** Starts the browser that the other tests use; null if there is none. */
export async function startChromium(): Promise<RemoteBrowser | null> {
	const found = await findBrowser().catch(() => null);
	if (found === null) return null;
	const browser = await chromium.launch(found);
	const page = await browser.newPage();
	return {
		name: `Chromium ${browser.version()}`,
		open: async (address) => void (await page.goto(address)),
		evaluate: async (act, argument) => JSON.parse(await page.evaluate<string>(calling(act, argument))),
		press: (key) => page.keyboard.press(key),
		close: () => browser.close(),
	};
}
