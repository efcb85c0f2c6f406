import type { Page, Route } from '@playwright/test';

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
	if (death === 'does not load') await page.route(scriptOf(name), (route) => route.abort(), { times: 1 });
	else await changeNext(page, name, dying(death));
}

/** Lets the next worker of that name have no more memory for large arrays, as the browser tells it. */
export async function starveNext(page: Page, name: string): Promise<void> {
	const starved = `{
		const Plenty = self.Int32Array;
		self.Int32Array = class extends Plenty {
			constructor(...given) {
				if (given[0] > 10_000) throw new RangeError('Array buffer allocation failed');
				super(...given);
			}
		};
	}\n`;
	await changeNext(page, name, starved);
}

/** Lets all workers that a page has be lost when they answer next. */
export async function loseAll(page: Page, death: keyof typeof deaths): Promise<void> {
	for (const worker of page.workers()) await worker.evaluate(dying(death));
}

/** Lets the next worker of that name do something first. */
async function changeNext(page: Page, name: string, first: string): Promise<void> {
	const change = async (route: Route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: `${first}${await response.text()}` });
	};
	await page.route(scriptOf(name), change, { times: 1 });
}

function scriptOf(name: string): string {
	return `**/${name}.worker*.js`;
}

function dying(death: keyof typeof deaths): string {
	return `{
		const tell = self.postMessage.bind(self);
		self.postMessage = (report) => ('alive' in report ? tell(report) : ${deaths[death]});
	}\n`;
}
