import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { chromium, type Page, type Route } from '@playwright/test';
import { readContent } from '../src/cli/content.ts';
import { findBrowser } from './find-browser.mjs';

const root = path.join(import.meta.dirname, '..');
const origin = 'http://engine.test';

/** Import maps do not reach into workers, so packages' names become addresses. */
const packages: readonly (readonly [RegExp, string])[] = [
	[/from 'diff\/lib\//g, "from '/node_modules/diff/libesm/"],
	[/from '@noble\/hashes\//g, "from '/node_modules/@noble/hashes/"],
];

const worker = `
	import { lassoFromText } from '/scripts/lasso-from-text.ts';
	onmessage = ({ data }) => postMessage(lassoFromText(data));
	postMessage('loaded');
`;

/** How long a worker takes from being sent C to its answering with a lasso, in ms. */
export interface WorkerTimes {
	/** In a worker that has loaded its modules and run nothing. */
	readonly first_ms: number;
	/** The same once more. */
	readonly second_ms: number;
}

/** Times so many workers in Chromium, one after the other. Throws Error if there is no browser. */
export async function timeWorkers(count: number): Promise<WorkerTimes[]> {
	const browser = await chromium.launch(await findBrowser());
	try {
		const page = await browser.newPage();
		await page.route(`${origin}/**`, answer);
		await page.goto(`${origin}/`);
		const times: WorkerTimes[] = [];
		for (let each = 0; each < count; each++) times.push(await timeOne(page));
		return times;
	} finally {
		await browser.close();
	}
}

function timeOne(page: Page): Promise<WorkerTimes> {
	return page.evaluate(async (content) => {
		const worker = new Worker('/worker.js', { type: 'module' });
		const answered = () =>
			new Promise<void>((resolve, reject) => {
				worker.onmessage = () => resolve();
				worker.onerror = ({ message }) => reject(new Error(message));
			});
		const time = async () => {
			const began_ms = performance.now();
			const answer = answered();
			worker.postMessage(content);
			await answer;
			return performance.now() - began_ms;
		};
		await answered();
		const first_ms = await time();
		const second_ms = await time();
		worker.terminate();
		return { first_ms, second_ms };
	}, readContent());
}

async function answer(route: Route): Promise<void> {
	const { pathname } = new URL(route.request().url());
	if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
	return route.fulfill({ contentType: 'text/javascript', body: pathname === '/worker.js' ? worker : source(pathname) });
}

function source(pathname: string): string {
	const text = readFileSync(path.join(root, pathname), 'utf8');
	if (!pathname.endsWith('.ts')) return text;
	return packages.reduce((changed, [name, address]) => changed.replace(name, address), stripTypeScriptTypes(text));
}
