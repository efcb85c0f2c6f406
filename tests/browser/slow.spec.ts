import type { Locator, Page } from '@playwright/test';
import { illegible } from './support/illegible.ts';
import { expect, test } from './support/test.ts';
import { wordsOfSwitch } from './support/words-of-switch.ts';

// Home and chapter 4 on the smallest phone there is, with a processor six times as slow: all that a reader asks for is
// answered, and can be read. How long each answer took is printed and not judged: that is the machine's, and a worker
// of the page is not slowed down.

const WIDTH = 320;
const SLOW_DOWN = 6;

/** So long may an answer take before it counts as none, in ms. */
const ANSWER_MS_MAX = 30_000;

test.use({ hasTouch: true, viewport: { width: WIDTH, height: 640 } });

/** Opens a page on a slow machine; returns what tries one thing after the other, and what tells how long each took. */
async function openSlowly(page: Page, address: string) {
	test.setTimeout(20 * ANSWER_MS_MAX);
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
	const told: string[] = [];
	const answers = async (what: string, ask: () => Promise<void>, answer: () => Promise<void>) => {
		const begin_ms = performance.now();
		await ask();
		await answer();
		told.push(`${what} ${Math.round(performance.now() - begin_ms)} ms`);
		expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(WIDTH);
		expect(await illegible(page), what).toEqual([]);
	};
	await answers(
		'text',
		async () => void (await page.goto(address)),
		() => answered(page.locator('main p').first()).toBeInViewport(),
	);
	return { answers, tell: () => console.log(`${address}, ${SLOW_DOWN} times slowed down: ${told.join(', ')}`) };
}

const answered = expect.configure({ timeout: ANSWER_MS_MAX });
const run = (page: Page): Locator => page.locator('.run-line').first();
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true }).first();

/** What a figure can do, asked for by touch alone. */
async function tryFigure(page: Page, answers: Awaited<ReturnType<typeof openSlowly>>['answers']): Promise<void> {
	const timeline = page.locator('.timeline').first();
	const before = await timeline.innerHTML();
	await answers(
		'switch',
		async () => {
			const { x, y } = await wordsOfSwitch(page.getByRole('combobox', { name: 'Policy' }).first());
			await page.touchscreen.tap(x, y);
		},
		async () => {
			await answered(run(page)).toContainText('policy rfc');
			await answered.poll(() => timeline.innerHTML()).not.toBe(before);
		},
	);

	const time = page.locator('.step-time').first();
	const moved = async (what: string, ask: () => Promise<void>) => {
		const stood = await time.innerText();
		await answers(what, ask, () => answered(time).not.toHaveText(stood));
	};
	await moved('lanes', () => timeline.tap({ position: { x: 200, y: 30 } }));
	await moved('scrubber', () =>
		page
			.locator('.scrubber')
			.first()
			.tap({ position: { x: 80, y: 14 } }),
	);
	await moved('one step on', () => button(page, 'One step on').tap());
	await moved('play', () => button(page, 'Play').tap());
	await answers(
		'pause',
		() => button(page, 'Pause').tap(),
		() => answered(button(page, 'Play')).toBeVisible(),
	);
	await answers(
		'another seed',
		() => button(page, 'Another seed').tap(),
		() => answered(run(page)).toContainText('seed 2'),
	);
}

/** Taps what is folded, and waits for what is in it. */
async function unfold(
	answers: Awaited<ReturnType<typeof openSlowly>>['answers'],
	what: string,
	summary: Locator,
	within: Locator,
): Promise<void> {
	await answers(
		what,
		() => summary.tap(),
		() => answered(within).toBeVisible(),
	);
}

test('home can be read, turned and played', async ({ page }) => {
	const { answers, tell } = await openSlowly(page, '.');
	await tryFigure(page, answers);
	await unfold(answers, 'detail', page.locator('.detail summary').first(), page.locator('.detail li').first());

	const figure = page.locator('.schedule-figure');
	const outcome = figure.locator('.schedule-now [role=status]');
	const thread = figure.locator('.schedule-thread', { hasText: 'locker' });
	await answers(
		'a thread’s step',
		() => thread.tap(),
		() => answered(outcome).toContainText('locker takes the page lock.'),
	);
	await answers(
		'the shortest way',
		() => figure.getByRole('button', { name: 'Shortest way' }).tap(),
		() => answered(figure.locator('.schedule-way [role=status]')).toContainText('can be repeated for ever'),
	);
	tell();
});

test('chapter 4 can be read, turned, and its verdict followed and searched anew', async ({ page }) => {
	const { answers, tell } = await openSlowly(page, 'chapters/unlucky/');
	await tryFigure(page, answers);
	const table = page.locator('.steps').first();
	await unfold(answers, 'steps as a table', table.locator('summary'), table.locator('tbody tr').first());
	const claim = page.locator('.claim').first();
	await unfold(answers, 'a claim’s checks', claim.locator('summary').first(), claim.locator('.claim-checks'));

	const verdict = page.locator('figure.verdict').first();
	const steps = verdict.locator('.verdict-steps .loop tr').last();
	await unfold(answers, 'the verdict’s steps', verdict.locator('summary', { hasText: 'How:' }), steps);
	const start = verdict.locator('.verdict-start');
	await unfold(answers, 'search it yourself', verdict.locator('.verdict-search summary'), start);
	await answers(
		'searched with one locker more',
		async () => {
			await verdict.getByRole('button', { name: 'More lockers' }).tap();
			await start.tap();
		},
		() => answered(verdict.locator('figcaption')).toContainText('Your own search'),
	);
	tell();
});
