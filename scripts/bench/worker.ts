import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import type { Page, Route } from '@playwright/test';
import { readContent } from '../../src/cli/content.ts';
import { inBrowser, noBrowser } from './browser.ts';
import type { Part } from './part.ts';
import { measured } from './row.ts';

const WORKERS = 9;
/** What was aimed at. */
const FIRST_MS = 100;

const root = path.join(import.meta.dirname, '..', '..');
const origin = 'http://engine.test';

/** Import maps do not reach into workers, so packages' names become addresses. */
const packages: readonly (readonly [RegExp, string])[] = [
	[/from 'diff\/lib\//g, "from '/node_modules/diff/libesm/"],
	[/from '@noble\/hashes\//g, "from '/node_modules/@noble/hashes/"],
];

const program = `
	import { lassoFromText } from '/scripts/bench/lasso-from-text.ts';
	onmessage = ({ data }) => postMessage(lassoFromText(data));
	postMessage('loaded');
`;

/** The same way in a worker that has loaded its modules and run nothing: from its being sent C to its answer. */
export const worker: Part = {
	name: 'worker',
	title: 'From C to the shortest lasso, 1 victim, 1 locker',
	obstacle: noBrowser,
	measure: () =>
		inBrowser(async (browser) => {
			const page = await browser.newPage();
			await page.route(`${origin}/**`, answer);
			await page.goto(`${origin}/`);
			const times: Awaited<ReturnType<typeof timeOne>>[] = [];
			while (times.length < WORKERS) times.push(await timeOne(page));
			const label = { scenario: 'in a worker of Chromium', unit: 'ms' };
			return [
				measured(
					{ ...label, what: 'the first time', aim: { atMost: FIRST_MS } },
					times.map(({ first_ms }) => first_ms),
				),
				measured(
					{ ...label, what: 'the second' },
					times.map(({ second_ms }) => second_ms),
				),
			];
		}),
};

function timeOne(page: Page) {
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
	return route.fulfill({
		contentType: 'text/javascript',
		body: pathname === '/worker.js' ? program : source(pathname),
	});
}

function source(pathname: string): string {
	const text = readFileSync(path.join(root, pathname), 'utf8');
	if (!pathname.endsWith('.ts')) return text;
	return packages.reduce((changed, [name, address]) => changed.replace(name, address), stripTypeScriptTypes(text));
}
