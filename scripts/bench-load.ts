/*
 * What a page costs until its reader does anything, with the processor slowed down four-fold by the browser: how long
 * tasks block it after the first paint, and how far things move:
 *
 *     npm run bench
 *
 * Reads the site in dist/, so build it first. Judges nothing: exit 0, with a warning if it is more than promised.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { preview } from 'astro';
import { findBrowser } from './find-browser.mjs';
import { median } from './measure.ts';
import { type Seen, watchPage } from './watch-page.ts';

const SLOW_DOWN = 4;
const LOADS = 5;
/** What a page may block at that speed, in ms. */
const EXPECTED_BELOW_MS = 50;

const root = path.join(import.meta.dirname, '..');
const dist = path.join(root, 'dist');

if (existsSync(path.join(dist, 'index.html'))) await measure();
else console.log('The load of a page: not measured, since dist/ is empty; run npm start once.');

async function measure(): Promise<void> {
	const server = await preview({ root, logLevel: 'warn', server: { host: '127.0.0.1', port: 4391 } });
	const browser = await chromium.launch(await findBrowser());
	console.log(
		`A page until it is touched, ${SLOW_DOWN} times slowed down, ${LOADS} loads: blocked (median), shift (most)`,
	);
	for (const address of ['', ...readdirSync(path.join(dist, 'chapters')).map((slug) => `chapters/${slug}/`)]) {
		const loads: Seen[] = [];
		while (loads.length < LOADS) loads.push(await load(browser, `http://127.0.0.1:${server.port}/${address}`));
		const blocked_ms = median(loads.map((one) => one.blocked_ms));
		const shift = Math.max(...loads.map((one) => one.shift));
		console.log(`  ${(address || 'home').padEnd(34)} ${blocked_ms.toFixed(0)} ms  ${shift}`);
		if (blocked_ms >= EXPECTED_BELOW_MS) console.log(`  WARNING: ${EXPECTED_BELOW_MS} ms or more.`);
		if (shift > 0) console.log('  WARNING: things move.');
	}
	await browser.close();
	await server.stop();
}

async function load(browser: Browser, address: string): Promise<Seen> {
	const page = await browser.newPage();
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
	const ask = await watchPage(page);
	await page.goto(address, { waitUntil: 'networkidle' });
	const seen = await ask();
	await page.close();
	return seen;
}
