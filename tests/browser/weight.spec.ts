import { watchPage } from '../../scripts/watch-page.ts';
import { weighPage } from '../../scripts/weigh-page.ts';
import { awaken } from './support/awaken.ts';
import { chapterPages } from './support/site-pages.ts';
import { expect, test } from './support/test.ts';

/** What a page may weigh until its reader does anything, and how much of that may be JavaScript: gzip, in bytes. */
const PAGE_MOST = 61 * 1024;
const SCRIPT_MOST = 25 * 1024;

const experiments = ['x/unlucky/', 'x/both-sides/'];

for (const address of ['.', ...chapterPages, ...experiments]) {
	test(`${address} is light until it is touched, blocks nobody, and does not move`, async ({ page }) => {
		const weigh = weighPage(page);
		const seen = await watchPage(page);
		await page.goto(address, { waitUntil: 'networkidle' });
		const bytes = await weigh();

		const { document = 0, stylesheet = 0, script = 0, font, image, ...others } = bytes;
		const told = Object.entries(bytes).map(([type, size]) => `${type} ${(size / 1024).toFixed(1)} KiB`);
		expect(others, 'nothing else is fetched').toEqual({});
		expect(document).toBeGreaterThan(0);
		expect(stylesheet).toBeGreaterThan(0);
		expect(document + stylesheet + script, told.join(', ')).toBeLessThanOrEqual(PAGE_MOST);
		expect(script, told.join(', ')).toBeLessThanOrEqual(SCRIPT_MOST);
		// A busy machine may be late by itself: it has three loads to show that the page is not.
		for (let load = 1; load < 3 && (await seen()).blocked_ms > 0; load++) {
			await page.goto(address, { waitUntil: 'networkidle' });
		}
		expect(await seen()).toEqual({ shift: 0, blocked_ms: 0 });

		await awaken(page);
		expect((await seen()).shift, 'when it comes alive').toBe(0);
	});
}
