import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { staticServer } from '../../src/cli/static-server.ts';
import { findBrowser } from '../find-browser.mjs';

/** How much slower a reader's machine is taken to be than this one. */
export const SLOW_DOWN = 4;

const HOST = '127.0.0.1';
const site = path.join(import.meta.dirname, '..', '..', 'dist');

/** Why there is no browser to measure in; null if there is one. */
export async function noBrowser(): Promise<string | null> {
	// The reason would name a path, and reports name none.
	return findBrowser().then(
		() => null,
		() => 'No Chromium, Chrome or Edge was found.',
	);
}

/** Why there is no page to measure; null if there is one, and a browser. */
export async function noPage(): Promise<string | null> {
	if (!existsSync(path.join(site, 'index.html'))) return 'There is no built site in dist/; npm start builds one.';
	return noBrowser();
}

/** Calls `work` with a browser, and closes it afterwards. */
export async function inBrowser<Result>(work: (browser: Browser) => Promise<Result>): Promise<Result> {
	const browser = await chromium.launch(await findBrowser());
	try {
		return await work(browser);
	} finally {
		await browser.close();
	}
}

/** Calls `work` with a browser and the address of the built site, which is served meanwhile. */
export async function onSite<Result>(work: (browser: Browser, address: string) => Promise<Result>): Promise<Result> {
	const server = staticServer(site, '/');
	await once(server.listen(0, HOST), 'listening');
	try {
		const { port } = server.address() as AddressInfo;
		return await inBrowser((browser) => work(browser, `http://${HOST}:${port}/`));
	} finally {
		server.closeAllConnections();
		server.close();
	}
}

/** Makes the processor seem slower to a page from now on; returns how to ask the browser more about the page. */
export async function slowDown(page: Page): Promise<CDPSession> {
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
	return session;
}
