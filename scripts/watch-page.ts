import type { Page } from '@playwright/test';

/** What a browser saw happen. */
export interface Seen {
	/** How far things moved that nobody had touched, as browsers count it: a share of the window. */
	shift: number;
	/** How long tasks blocked the page after its first paint: what each took above 50 ms. */
	blocked_ms: number;
}

const TASK_MS = 50;

/** Watches the pages that are opened from now on; returns what asks the one that is open. */
export async function watchPage(page: Page): Promise<() => Promise<Seen>> {
	await page.addInitScript((taskMs) => {
		const seen: Seen = { shift: 0, blocked_ms: 0 };
		Object.assign(window, { seen });
		const observe = (type: string, note: (entry: PerformanceEntry) => void) =>
			new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
		observe('layout-shift', (entry) => {
			const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
			if (!hadRecentInput) seen.shift += value;
		});
		observe('longtask', ({ startTime, duration }) => {
			const [painted] = performance.getEntriesByName('first-contentful-paint');
			if (painted && startTime > painted.startTime) seen.blocked_ms += duration - taskMs;
		});
	}, TASK_MS);
	return () => page.evaluate(() => (window as unknown as { seen: Seen }).seen);
}
