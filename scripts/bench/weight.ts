import type { Browser } from '@playwright/test';
import { weighPage } from '../weigh-page.ts';
import { noPage, onSite } from './browser.ts';
import { chapters, home, others, type SitePage } from './pages.ts';
import type { Part } from './part.ts';
import { counted, type Row } from './row.ts';

/** In the order of the table, with the browser's word for each. */
const kinds = [
	{ what: 'HTML', type: 'document' },
	{ what: 'scripts', type: 'script' },
	{ what: 'styles', type: 'stylesheet' },
	{ what: 'fonts', type: 'font' },
];

/** What a page makes a browser fetch until its reader does anything. */
export const weight: Part = {
	name: 'weight',
	title: 'Weight of a page until it is touched (gzip)',
	obstacle: noPage,
	measure: () =>
		onSite(async (browser, address) => {
			const rows: Row[] = [];
			for (const page of [home, ...chapters, ...others]) rows.push(...(await weigh(browser, address, page)));
			return rows;
		}),
};

async function weigh(browser: Browser, site: string, { name, address }: SitePage): Promise<Row[]> {
	const page = await browser.newPage();
	const weights = weighPage(page);
	await page.goto(site + address, { waitUntil: 'networkidle' });
	const bytes = await weights();
	await page.close();
	const label = { scenario: name, unit: 'KiB' };
	const told = kinds.map(({ what, type }) => counted({ ...label, what }, (bytes[type] ?? 0) / 1024));
	const [html = 0, scripts = 0, styles = 0] = told.map(({ value }) => value);
	const rest = Object.entries(bytes).filter(([type]) => kinds.every((kind) => kind.type !== type));
	return [
		...told,
		counted({ ...label, what: 'other' }, rest.reduce((sum, [, size]) => sum + size, 0) / 1024),
		counted({ ...label, what: 'HTML, scripts, styles' }, html + scripts + styles),
	];
}
