import type { Browser, Page } from '@playwright/test';
import { noPage, onSite, SLOW_DOWN, slowDown } from './browser.ts';
import { chapter, home, type SitePage } from './pages.ts';
import type { Part } from './part.ts';
import { measured, type Row } from './row.ts';

const FLIPS = 15;
/** What a reader takes for at once. */
const AT_ONCE_MS = 100;

/** How long a turn of the switch takes, from the key to the painted frame that shows the other run's picture. */
export const flip: Part = {
	name: 'flip',
	title: `From switch to picture, ${SLOW_DOWN} times slowed down`,
	obstacle: noPage,
	measure: () =>
		onSite(async (browser, address) => {
			const rows: Row[] = [];
			for (const page of [home, chapter('retry-once'), chapter('unlucky')]) {
				rows.push(await flips(browser, address, page));
			}
			return rows;
		}),
};

async function flips(browser: Browser, site: string, { name, address }: SitePage): Promise<Row> {
	const page = await browser.newPage();
	await page.goto(site + address, { waitUntil: 'networkidle' });
	await slowDown(page);
	// The first flip waits until the page is alive and has its pictures; those that count come after it.
	await page.getByRole('combobox', { name: 'Policy' }).first().press('ArrowDown');
	await page.locator('.run-line', { hasText: 'policy rfc' }).first().waitFor();
	const times_ms: number[] = [];
	while (times_ms.length < FLIPS) times_ms.push(await flipTime(page));
	await page.close();
	return measured({ what: 'time', scenario: name, unit: 'ms', aim: { atMost: AT_ONCE_MS } }, times_ms);
}

/** Presses the key that turns the switch; returns how long until the frame with the other picture was painted, in ms. */
async function flipTime(page: Page): Promise<number> {
	await page.evaluate(() => {
		delete document.body.dataset['flip_ms'];
		// The line under a picture says which run it shows, and is drawn with it.
		const shown = () => document.querySelector('.run-line p')?.textContent;
		const before = shown();
		const note = ({ timeStamp }: KeyboardEvent) => {
			const look = () => {
				if (shown() === before) {
					requestAnimationFrame(look);
					return;
				}
				// A task queued by the frame's callback runs when the frame has been painted.
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => {
					document.body.dataset['flip_ms'] = String(performance.now() - timeStamp);
				};
				port2.postMessage(null);
			};
			requestAnimationFrame(look);
		};
		addEventListener('keydown', note, { capture: true, once: true });
	});
	await page.keyboard.press('ArrowDown');
	await page.waitForFunction(() => document.body.dataset['flip_ms'] !== undefined);
	return Number(await page.evaluate(() => document.body.dataset['flip_ms']));
}
