import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import type { Page } from '@playwright/test';

const root = path.join(import.meta.dirname, '..', '..', '..');
const origin = 'http://engine.test';

/** Where the browser finds the packages that the engine's neighbours import by name. */
const imports = {
	'@noble/hashes/': '/node_modules/@noble/hashes/',
	'diff/lib/': '/node_modules/diff/libesm/',
};

/**
 * Opens an empty page that can import the project's own sources, types stripped and else as they stand: in it,
 * `import('/src/experiment/run.ts')` is what the command line runs.
 */
export async function openEngine(page: Page): Promise<void> {
	await page.route(`${origin}/**`, async (route) => {
		const { pathname } = new URL(route.request().url());
		if (pathname === '/') {
			const body = `<!doctype html><script type="importmap">${JSON.stringify({ imports })}</script>`;
			await route.fulfill({ contentType: 'text/html', body });
			return;
		}
		const text = readFileSync(path.join(root, pathname), 'utf8');
		const body = pathname.endsWith('.ts') ? stripTypeScriptTypes(text) : text;
		await route.fulfill({ contentType: 'text/javascript', body });
	});
	await page.goto(`${origin}/`);
}
