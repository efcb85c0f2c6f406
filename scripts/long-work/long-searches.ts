import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { readContent } from '../../src/cli/content.ts';
import { type CheckResult, check } from '../../src/experiment/check.ts';
import { namedExperiments } from '../../src/experiment/named-experiments.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';
import { run } from '../../src/experiment/run.ts';
import { STATES_MAX } from '../../src/site/verdict/search-request.ts';
import { findBrowser } from '../find-browser.mjs';
import { heldBy } from './held.ts';
import { takenBy } from './renderer.ts';

/** What a round came to: a search to its bound, another stopped half way, a third to its end. */
export interface Round {
	/** The states that the first one found. */
	readonly bound: number;
	/** From the press on Stop until the page says that it stopped, in ms. */
	readonly stop_ms: number;
	/** Whether it was, before it came to its end by itself. */
	readonly isStopped: boolean;
	/** What the pages took of the processors in the second that began a second after it, in ms. */
	readonly afterStop_ms: number;
	/** What the last one said, by property, and what Node says. */
	readonly found: Answer;
	readonly expected: Answer;
	/** In the end, nothing collected. */
	readonly left_mb: number;
	/** In the end, garbage collected. */
	readonly kept: Kept;
}

/** What a page and its workers hold when garbage is collected, in MB. */
export interface Kept {
	/** In use, to the byte. */
	readonly held_mb: number;
	/** What the process takes: besides that also what the browser keeps for later. */
	readonly taken_mb: number;
}

type Answer = Readonly<Record<string, string>>;

/** What the rounds came to. */
export interface Rounds {
	readonly version: string;
	/** Before the first search, garbage collected. */
	readonly fresh: Kept;
	readonly highest_mb: number;
	/** What the process takes after a rest, in MB, nothing collected by order. */
	readonly rested_mb: number;
	readonly rounds: readonly Round[];
}

/** Half of what a search is stopped at. */
const HALF = STATES_MAX / 2;

const PATIENCE_MS = 240_000;

/** A browser gives back what it kept for later when nothing happens for a while. */
const REST_MS = 20_000;

const content = readContent();

/**
 * Searches over and over in the laboratory of a site, in a browser of its own, which collects garbage when told.
 *
 * @param told is told each round when it is over
 */
export async function longSearches(
	address: string,
	count: number,
	told: (round: Round, number: number) => void = () => {},
): Promise<Rounds> {
	const options = await findBrowser();
	const browser = await chromium.launch({ ...options, args: ['--js-flags=--expose-gc'] });
	try {
		const page = await browser.newPage();
		page.setDefaultTimeout(PATIENCE_MS);
		const session = await browser.newBrowserCDPSession();
		await page.goto(`${address}lab/`, { waitUntil: 'networkidle' });
		const fresh = await collected(page, session);
		// The first press searches a fraction; from then on it goes to the bound.
		await searchButton(page).click();
		const rounds: Round[] = [];
		for (let number = 1; number <= count; number++) {
			const round = await searchRound(page, session, number);
			rounds.push(round);
			told(round, number);
		}
		await page.waitForTimeout(REST_MS);
		const { now_mb: rested_mb, highest_mb } = await takenBy(session);
		return { version: version(browser), fresh, highest_mb, rested_mb, rounds };
	} finally {
		await browser.close();
	}
}

function version(browser: Browser): string {
	return `Chromium ${browser.version()}`;
}

async function searchRound(page: Page, session: CDPSession, number: number): Promise<Round> {
	await turnTo(page, tooMuch(number, 1));
	await searchButton(page).click();
	await saysButton(page, 'All orders are searched');
	const bound = await statesFound(page);

	await turnTo(page, tooMuch(number, 2));
	await searchButton(page).click();
	const { stop_ms, isStopped } = await stopHalfWay(page);
	await page.waitForTimeout(Math.max(0, 1000 - stop_ms));
	const stopped = await takenBy(session);
	await page.waitForTimeout(1000);
	const afterStop_ms = (await takenBy(session)).cpu_ms - stopped.cpu_ms;

	const small = smallChanges(number);
	await turnTo(page, small);
	await saysButton(page, 'All orders are searched');
	const found = await answerOn(page);
	const expected = answerOf(check(recipeOf(small), content));
	const left_mb = (await takenBy(session)).now_mb;
	return { bound, stop_ms, isStopped, afterStop_ms, found, expected, left_mb, kept: await collected(page, session) };
}

/** Presses Stop in the page itself, since a busy machine is late with what is asked from outside. */
function stopHalfWay(page: Page): Promise<Pick<Round, 'stop_ms' | 'isStopped'>> {
	return page.evaluate(async (half) => {
		const button = document.querySelector<HTMLButtonElement>('.lab-search');
		const isBusy = () => button?.textContent === 'Stop the search';
		const until = async (isSo: () => boolean) => {
			while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
		};
		const states = () => {
			const words = document.querySelector('.lab-verdicts .lab-progress')?.textContent ?? '';
			return Number(/([\d,]+) states found/.exec(words)?.[1]?.replaceAll(',', '') ?? 0);
		};
		await until(isBusy);
		await until(() => !isBusy() || states() >= half);
		const began_ms = performance.now();
		if (isBusy()) button?.click();
		await until(() => !isBusy());
		return { stop_ms: performance.now() - began_ms, isStopped: button?.textContent === 'Search on' };
	}, HALF);
}

/** What no search of a page gets to the end of; another for each round, since what was found is kept. */
function tooMuch(number: number, faulters: number): Partial<Recipe> {
	const digit = (value: number) => Math.floor(number / value) % 3;
	return {
		'page-lock': 'v5.9',
		policy: 'v4.20',
		faulters: faulters + 1,
		lockers: digit(1) + 1,
		writers: digit(3) + 2,
		bystanders: digit(9) + 2,
		neighbours: digit(27),
	};
}

/** What is searched whole at once, without a press. */
function smallChanges(number: number): Partial<Recipe> {
	const policies = ['v4.20', 'rfc', 'v5.7', 'never-polite', 'diff1-parens'];
	return {
		'page-lock': number % 2 === 0 ? 'fifo' : 'v4.20',
		policy: policies[number % policies.length] as string,
		faulters: 0,
		lockers: 1 + (Math.floor(number / 10) % 2),
		writers: Math.floor(number / 20) % 2,
		bystanders: 1,
		neighbours: 0,
	};
}

function recipeOf(changes: Partial<Recipe>): Recipe {
	const experiment = namedExperiments(content).find(({ name }) => name === 'unlucky');
	if (experiment === undefined) throw new Error('there is no experiment unlucky, with which the laboratory starts');
	return { ...experiment.recipe, ...changes };
}

/** Turns the knobs, and waits until the search that follows them has said what a fraction of the states says. */
async function turnTo(page: Page, changes: Partial<Recipe>): Promise<void> {
	for (const [name, value] of Object.entries(changes)) {
		const knob = page.getByLabel(name, { exact: true });
		if (typeof value === 'number') await knob.fill(String(value));
		else await knob.selectOption(String(value));
	}
	const { digest } = run(recipeOf(changes), content);
	await page.locator('.lab-digest', { hasText: digest }).waitFor();
	// What was found before of other recipes is gone with their run.
	await page.locator('.lab-explored').waitFor();
	await page.waitForFunction(() => document.querySelector('.lab-search')?.textContent !== 'Stop the search');
}

const searchButton = (page: Page) => page.locator('.lab-search');

async function saysButton(page: Page, words: string): Promise<void> {
	await page.waitForFunction((text) => document.querySelector('.lab-search')?.textContent === text, words, {
		polling: 10,
	});
}

async function statesFound(page: Page): Promise<number> {
	const words = await page.locator('.lab-explored').innerText();
	return Number(/([\d,]+) states/.exec(words)?.[1]?.replaceAll(',', ''));
}

function answerOf({ properties, states }: CheckResult): Answer {
	return { states: String(states), ...Object.fromEntries(properties.map(({ name, verdict }) => [name, verdict])) };
}

async function answerOn(page: Page): Promise<Answer> {
	const properties = await page.locator('.lab-properties > li').evaluateAll((items) =>
		items.map((item) => {
			const { property = '' } = (item as HTMLElement).dataset;
			return [property, item.querySelector('.verdict-word')?.textContent ?? ''] as const;
		}),
	);
	return { states: String(await statesFound(page)), ...Object.fromEntries(properties) };
}

/** What the pages take when what nobody needs is collected, in the page and in its workers. */
async function collected(page: Page, session: CDPSession): Promise<Kept> {
	const collect = () => (globalThis as unknown as { gc: () => void }).gc();
	for (let times = 0; times < 2; times++) {
		// The first finds what nobody needs, arrays among it; the second has seen them off.
		await page.evaluate(collect);
		for (const worker of page.workers()) await worker.evaluate(collect);
	}
	// Memory goes back to the system a little later.
	await page.waitForTimeout(1000);
	return { held_mb: await heldBy(session), taken_mb: (await takenBy(session)).now_mb };
}
