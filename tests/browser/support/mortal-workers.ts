import type { Page } from '@playwright/test';

/** How a worker can be lost. */
export type Death = keyof typeof deaths | 'does not load';

/** What a worker does instead of its first answer. */
const deaths = {
	throws: `setTimeout(() => { throw new Error('injected'); })`,
	rejects: `void Promise.reject(new Error('injected'))`,
	'is gone': `self.close()`,
};

/** Says of each death what the reader is told. */
export const deathWords: Readonly<Record<Death, string>> = {
	'does not load': 'The engine’s worker could not be loaded',
	throws: 'The engine’s worker failed (Uncaught Error: injected)',
	rejects: 'The engine’s worker failed (Uncaught Error: injected)',
	'is gone': 'The engine’s worker was ended by the browser, perhaps for lack of memory',
};

/** Lets the next worker of that name be lost, and the ones after it live. The rest of the worker is the site's own. */
export async function loseNext(page: Page, name: string, death: Death): Promise<void> {
	await page.route(
		`**/${name}.worker*.js`,
		async (route) => {
			if (death === 'does not load') return route.abort();
			const response = await route.fetch();
			await route.fulfill({ response, body: `${dying(death)}${await response.text()}` });
		},
		{ times: 1 },
	);
}

/** Lets all workers that a page has be lost when they answer next. */
export async function loseAll(page: Page, death: keyof typeof deaths): Promise<void> {
	for (const worker of page.workers()) await worker.evaluate(dying(death));
}

function dying(death: keyof typeof deaths): string {
	return `{
		const tell = self.postMessage.bind(self);
		self.postMessage = (report) => ('alive' in report ? tell(report) : ${deaths[death]});
	}\n`;
}
