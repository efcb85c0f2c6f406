import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

/**
 * Weighs what a page fetches from now on; returns what ends that and tells: gzip, in bytes, by the browser's word for
 * what it is, as in 'stylesheet'.
 */
export function weighPage(page: Page): () => Promise<Record<string, number>> {
	const bytes: Record<string, number> = {};
	const weighed: Promise<void>[] = [];
	const weigh = async (response: Response) => {
		const size = gzipSync(await response.body(), { level: 9 }).length;
		const type = response.request().resourceType();
		bytes[type] = (bytes[type] ?? 0) + size;
	};
	const note = (response: Response) => weighed.push(weigh(response));
	page.on('response', note);
	return async () => {
		page.off('response', note);
		await Promise.all(weighed);
		return bytes;
	};
}
