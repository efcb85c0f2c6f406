import type { Page } from '@playwright/test';
import { servedSource } from '../../engines/served-source.ts';

const origin = 'http://engine.test';

/**
 * Opens an empty page that can import the project's own sources: in it, `import('/src/experiment/run.ts')` is what the
 * command line runs.
 */
export async function openEngine(page: Page): Promise<void> {
	await page.route(`${origin}/**`, (route) => route.fulfill(servedSource(new URL(route.request().url()).pathname)));
	await page.goto(`${origin}/`);
}
