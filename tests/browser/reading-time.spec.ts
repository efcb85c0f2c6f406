import { chapterPages } from './support/site-pages.ts';
import { expect, test } from './support/test.ts';

/** Half an hour, at 240 words a minute. */
const WORDS_MOST = 30 * 240;

/** What nobody reads on the way through: figures are looked at, and what is folded or beside the text may be skipped. */
const skipped = [
	'nav',
	'.chapter-list',
	'.notes',
	'.note-reference',
	'.visually-hidden',
	'.switch-choices',
	'table',
	'pre',
	'.run-command',
	'figcaption a[href*="/lab/"]',
	'figure:not(.claim) > :not(figcaption)',
	'details:not(.detail)',
	'.detail > :not(summary)',
];

test('home and all chapters together are read in half an hour', async ({ page }) => {
	const words: Record<string, number> = {};
	for (const address of ['.', ...chapterPages]) {
		await page.goto(address);
		words[address] = await page.evaluate((selector) => {
			for (const element of document.querySelectorAll(selector)) element.remove();
			const text = document.querySelector('main')?.innerText ?? '';
			return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
		}, skipped.join());
		expect(words[address], address).toBeGreaterThan(100);
	}
	const all = Object.values(words).reduce((sum, count) => sum + count, 0);
	expect(all, JSON.stringify(words)).toBeLessThanOrEqual(WORDS_MOST);
});
