import { test as base, type Page } from '@playwright/test';

export { expect } from '@playwright/test';

/**
 * Playwright's `test`, whose `page` makes the test fail when anything in it goes wrong unseen: an error in the
 * console, an exception that nobody caught, a request that was refused, failed, or went to another host. Addresses are relative to the site's base: `page.goto('x/seed/')`, never `'/x/seed/'`.
 */
export const test = base.extend({
	page: async ({ page, baseURL }, use) => {
		const faults = watchForFaults(page, new URL(baseURL ?? 'http://127.0.0.1').origin);
		await use(page);
		if (faults.length > 0) throw new Error(`The page had faults:\n${faults.join('\n')}`);
	},
});

/** Collects, from now on, what goes wrong in `page`: one line a fault, with the address at which it happened. */
function watchForFaults(page: Page, origin: string): string[] {
	const faults: string[] = [];
	const note = (fault: string) => faults.push(`- ${fault} (at ${page.url()})`);
	page.on('console', (message) => {
		if (message.type() === 'error') note(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => note(`exception: ${error.message}`));
	page.on('request', (request) => {
		const url = new URL(request.url());
		if (['http:', 'https:'].includes(url.protocol) && url.origin !== origin) note(`third party: ${request.url()}`);
	});
	page.on('requestfailed', (request) => {
		// A page that is left while it loads breaks off its own requests; that is no fault.
		const reason = request.failure()?.errorText ?? 'unknown';
		if (reason !== 'net::ERR_ABORTED') note(`request failed: ${request.url()}: ${reason}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 400) note(`status ${response.status()}: ${response.url()}`);
	});
	return faults;
}
