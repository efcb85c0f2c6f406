import type { Browser } from '@playwright/test';
import { type Seen, watchPage } from '../watch-page.ts';
import { noPage, onSite, SLOW_DOWN, slowDown } from './browser.ts';
import { chapters, home, type SitePage } from './pages.ts';
import type { Part } from './part.ts';
import { measured, type Row } from './row.ts';

const LOADS = 3;
/** What a page may block at that speed. */
const BLOCKED_MS = 50;

/** What a page costs until its reader does anything: how long tasks block it after its first paint. */
export const load: Part = {
	name: 'load',
	title: `Load of a page, ${SLOW_DOWN} times slowed down`,
	obstacle: noPage,
	measure: () =>
		onSite(async (browser, address) => {
			const rows: Row[] = [];
			for (const page of [home, ...chapters]) rows.push(await blocked(browser, address, page));
			return rows;
		}),
};

async function blocked(browser: Browser, site: string, { name, address }: SitePage): Promise<Row> {
	const loads: Seen[] = [];
	while (loads.length < LOADS) loads.push(await loadOnce(browser, site + address));
	return measured(
		{ what: 'blocked', scenario: name, unit: 'ms', aim: { atMost: BLOCKED_MS } },
		loads.map(({ blocked_ms }) => blocked_ms),
	);
}

async function loadOnce(browser: Browser, address: string): Promise<Seen> {
	const page = await browser.newPage();
	await slowDown(page);
	const ask = await watchPage(page);
	await page.goto(address, { waitUntil: 'networkidle' });
	const seen = await ask();
	await page.close();
	return seen;
}
