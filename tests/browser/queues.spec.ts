import type { Locator, Page } from '@playwright/test';
import { awaken } from './support/awaken.ts';
import { expect, test } from './support/test.ts';

const CHAPTER = 'chapters/unlucky/';

/** What the drawing says of a sentence's lock: each place by its mark and word. */
async function drawn(figure: Locator): Promise<Record<string, string[]>> {
	const rows = await figure.locator('.queue').all();
	const entries = rows.map(async (row) => {
		const places = await row.locator('.queue-place:not(.queue-free, .queue-empty)').allInnerTexts();
		return [await row.locator('.queue-lock').innerText(), places.map((place) => place.replaceAll(/\s+/g, ' ').trim())];
	});
	return Object.fromEntries(await Promise.all(entries));
}

const words = { 'waits for the unlock': 'is told', 'wants the lock': 'wants', 'is to be handed the lock': 'is given' };
const labels: Readonly<Record<string, string>> = { 'The page lock': 'page lock', 'The lock of page 1': 'page 1 lock' };
const letters = (name: string) => `${name.charAt(0).toUpperCase()}${/\d+$/.exec(name)?.[0] ?? ''}`;

/** The same, read off the sentences for those who do not see the drawing. */
async function told(figure: Locator): Promise<Record<string, string[]>> {
	const sentences = await figure.locator('.step-queues li').allTextContents();
	return Object.fromEntries(
		sentences.map((sentence) => {
			const [, asleep] = /^userfaultfd keeps (.+) waiting\.$/.exec(sentence) ?? [];
			if (asleep !== undefined) return ['userfaultfd', asleep.split(' and ').map((name) => `${letters(name)} waits`)];
			const parts = /^(.+?) is (?:free|held (?:for (\w+) )?by (.+?)); (?:nobody queues|in line: (.+))\.$/.exec(
				sentence,
			);
			if (parts === null) throw new Error(`no sentence of a queue: ${sentence}`);
			const [, lock = '', how, holders = '', line = ''] = parts;
			const holding = how === undefined ? 'holds' : how === 'reading' ? 'reads' : 'writes';
			const held = holders.split(/, | and /).filter((name) => name !== '');
			const queued = [...line.matchAll(/([\w ]+) \(([^)]+)\)/g)];
			return [
				labels[lock] ?? lock,
				[
					...held.map((name) => `${letters(name)} ${holding}`),
					...queued.map(([, name = '', wish = '']) => {
						return `${letters(name.trim())} ${words[wish as keyof typeof words] ?? wish}`;
					}),
				],
			];
		}),
	);
}

const figureOf = (page: Page): Locator => page.locator('.lock-figure').first();

test.describe('the queues', () => {
	for (const chapter of [CHAPTER, 'chapters/in-line/', 'chapters/third-retry/']) {
		test(`are drawn as they are told, step by step, in ${chapter}`, async ({ page }) => {
			await page.goto(chapter, { waitUntil: 'networkidle' });
			await awaken(page);
			const figure = figureOf(page);
			await figure.getByRole('slider', { name: 'Time' }).focus();
			const seen = new Set<string>();
			for (let step = 0; step < 60; step++) {
				const drawing = await drawn(figure);
				for (const [lock, places] of Object.entries(await told(figure))) expect(drawing[lock], lock).toEqual(places);
				for (const place of Object.values(drawing).flat()) seen.add(place.replace(/^\S+ /, ''));
				await page.keyboard.press('ArrowRight');
			}
			for (const word of ['holds', 'reads']) expect(seen).toContain(word);
			expect(seen.has('is told') || seen.has('wants')).toBe(true);
		});
	}

	test('stand where the cursor stands first without scripts too', async ({ page, browser }) => {
		await page.goto(CHAPTER, { waitUntil: 'networkidle' });
		await awaken(page);
		const context = await browser.newContext({ javaScriptEnabled: false });
		const still = await context.newPage();
		await still.goto(CHAPTER);
		const drawing = await drawn(figureOf(still));
		expect(Object.values(drawing).flat().length).toBeGreaterThan(1);
		expect(drawing).toEqual(await drawn(figureOf(page)));
		await context.close();
	});
});

for (const width of [320, 390, 1440]) {
	test(`nothing of the figure moves while it is scrubbed, or the policy turned, at ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width, height: 900 });
		await page.goto(CHAPTER, { waitUntil: 'networkidle' });
		await awaken(page);
		const figure = figureOf(page);
		const slider = figure.getByRole('slider', { name: 'Time' });
		const height = async () => (await figure.locator('.step-words').boundingBox())?.height;
		const first = await height();
		const scrub = async () => {
			for (let at_ns = 0; at_ns <= 700_000; at_ns += 14_000) {
				await slider.fill(String(at_ns));
				expect(await height(), `at ${at_ns} ns`).toBe(first);
			}
		};
		await scrub();
		await page.getByRole('combobox', { name: 'Policy' }).first().focus();
		await page.keyboard.press('ArrowDown');
		await expect(figure.locator('.run-line')).toContainText('policy rfc');
		await scrub();
	});
}

test('on a phone the line of C stands at the words; where the listing stands beside, it does not', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 800 });
	await page.goto(CHAPTER, { waitUntil: 'networkidle' });
	await awaken(page);
	const figure = figureOf(page);
	const line = figure.locator('.step-code');
	await expect(line).toBeVisible();
	const lines = new Set<string>();
	await figure.getByRole('slider', { name: 'Time' }).focus();
	for (let step = 0; step < 40; step++) {
		const [place = '', code = ''] = (await line.innerText()).split('\n');
		expect(place).toMatch(/^[\w/]+\.[ch]:\d+$/);
		expect(code).not.toBe('');
		lines.add(place);
		await page.keyboard.press('ArrowRight');
	}
	expect(lines.size).toBeGreaterThan(8);
	await page.setViewportSize({ width: 1440, height: 900 });
	await expect(line).toBeHidden();
});
