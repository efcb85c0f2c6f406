/*
 * How long a flip of the switch takes, from the key to the frame that shows it, with the processor
 * slowed down four-fold by the browser:
 *
 *     npm run bench
 *
 * Reads the site in dist/, so build it first. Judges nothing: exit 0, with a warning if slow.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'astro';
import { findBrowser } from './find-browser.mjs';

const SLOW_DOWN = 4;
const FLIPS = 15;
/** What a reader takes for at once, in ms. */
const EXPECTED_BELOW_MS = 100;

const root = path.join(import.meta.dirname, '..');

if (existsSync(path.join(root, 'dist', 'index.html'))) await measure();
else console.log('A flip of the switch: not measured, since dist/ is empty; run npm start once.');

async function measure(): Promise<void> {
	const server = await preview({ root, logLevel: 'warn', server: { host: '127.0.0.1', port: 4390 } });
	const browser = await chromium.launch(await findBrowser());
	const page = await browser.newPage();
	console.log(`A flip of the switch, ${SLOW_DOWN} times slowed down, ${FLIPS} flips: median and slowest`);
	for (const address of ['', 'chapters/retry-once/', 'chapters/unlucky/']) {
		await page.goto(`http://127.0.0.1:${server.port}/${address}`, { waitUntil: 'networkidle' });
		const session = await page.context().newCDPSession(page);
		await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
		// The first flip waits until the page is alive and has its pictures; those that count come after it.
		await page.getByRole('combobox', { name: 'Policy' }).first().press('ArrowDown');
		await page.locator('.run-line', { hasText: 'policy rfc' }).first().waitFor();
		const durations_ms: number[] = [];
		for (let flip = 0; flip < FLIPS; flip++) durations_ms.push(await flipTime(page));
		report(address === '' ? 'home' : address, durations_ms);
		await session.detach();
	}
	await browser.close();
	await server.stop();
}

/** Presses the key that turns the switch; returns how long until the frame after it has been painted, in ms. */
async function flipTime(page: Page): Promise<number> {
	await page.evaluate(() => {
		delete document.body.dataset['flip_ms'];
		const note = (event: KeyboardEvent) => {
			requestAnimationFrame(() => {
				// A task queued by the frame's callback runs when the frame has been painted.
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => {
					document.body.dataset['flip_ms'] = String(performance.now() - event.timeStamp);
				};
				port2.postMessage(null);
			});
		};
		addEventListener('keydown', note, { capture: true, once: true });
	});
	await page.keyboard.press('ArrowDown');
	await page.waitForFunction(() => document.body.dataset['flip_ms'] !== undefined);
	return Number(await page.evaluate(() => document.body.dataset['flip_ms']));
}

function report(name: string, durations_ms: number[]): void {
	const sorted = durations_ms.toSorted((one, other) => one - other);
	const median_ms = sorted[sorted.length >> 1] ?? 0;
	console.log(`  ${name.padEnd(24)} ${median_ms.toFixed(0)} ms  ${(sorted.at(-1) ?? 0).toFixed(0)} ms`);
	if (median_ms > EXPECTED_BELOW_MS)
		console.log(`  WARNING: more than ${EXPECTED_BELOW_MS} ms; a flip should seem at once.`);
}
