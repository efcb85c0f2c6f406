import type { Locator, Page } from '@playwright/test';
import { readContent } from '../../src/cli/content.ts';
import { check } from '../../src/experiment/check.ts';
import { namedExperiments } from '../../src/experiment/named-experiments.ts';
import { axeViolations } from './support/axe-violations.ts';
import { expect, test } from './support/test.ts';

/** The victim tries, the locker holds the page, the victim waits, the locker unlocks: one refusal under every policy. */
const ROUND = '1131113';

/** On its second attempt, the page locked again, the victim of v4.20 queues. */
const SECOND_ATTEMPT = '11311';

const figure = (page: Page): Locator => page.locator('.schedule-figure').first();
const outcome = (page: Page): Locator => figure(page).locator('.schedule-now [role=status]');
const thread = (page: Page, name: string): Locator =>
	figure(page).locator('.schedule-thread', { has: page.locator('.schedule-who', { hasText: name }) });
const button = (page: Page, name: string): Locator => figure(page).getByRole('button', { name, exact: true });
const stepCount = (page: Page): Locator => figure(page).getByText(/^Your steps as a table: /);

async function open(page: Page, policy: string): Promise<void> {
	await page.goto('.', { waitUntil: 'networkidle' });
	await button(page, policy).press('Enter');
	await expect(button(page, policy)).toHaveAttribute('aria-pressed', 'true');
	await figure(page).locator('.schedule-thread').first().focus();
}

async function press(page: Page, keys: string): Promise<void> {
	for (const key of keys) await page.keyboard.press(key);
}

/** Follows the shortest way by its button, to so many refusals. */
async function followWay(page: Page, refusals: number): Promise<void> {
	await button(page, 'Shortest way').press('Enter');
	const follow = button(page, 'On to the next refusal');
	for (let count = 1; count <= refusals; count++) await follow.press('Enter');
}

/** What the command line's search of the experiment finds for the victim. */
function searched(policy: string) {
	const content = readContent();
	const experiment = namedExperiments(content).find(({ name }) => name === 'polite-or-certain');
	if (experiment === undefined) throw new Error('the experiment of the home page is not there');
	const { properties } = check({ ...experiment.recipe, policy }, content);
	const property = properties.find(({ name }) => name === 'victim-completes');
	if (property === undefined) throw new Error('the property of the victim is not there');
	return property;
}

test('the victim of the RFC is kept out for ten rounds by keyboard', async ({ page }) => {
	await open(page, 'rfc');
	await press(page, ROUND.repeat(9));
	await expect(outcome(page)).toContainText('Refused 9 of 10 times.');
	await press(page, ROUND);
	await expect(outcome(page)).toContainText('You kept the victim out for 10 rounds: 10 retries.');
	await expect(outcome(page)).toContainText('not let run: writer in 10 of them.');
	await expect(outcome(page)).toContainText('A fair scheduler could keep it out for ever: the search says VIOLATED.');
	await expect(figure(page).locator('.schedule-round text')).toHaveText([
		'1',
		'2',
		'3',
		'4',
		'5',
		'6',
		'7',
		'8',
		'9',
		'10',
	]);
});

test('that of v4.20 is not: it queues, and is handed the page', async ({ page }) => {
	await open(page, 'v4.20');
	await press(page, `${ROUND}${SECOND_ATTEMPT}1`);
	await expect(outcome(page)).toContainText('Nothing more can be done, after 1 retry');
	await expect(outcome(page)).toContainText('the search says HOLDS');
	await expect(thread(page, 'victim')).toContainText('cannot run: sleeps in line for the page lock behind locker');
	await press(page, '31111');
	await expect(outcome(page)).toContainText('The victim got its page after 1 retry.');
	await expect(thread(page, 'victim')).toContainText('cannot run: has nothing left to do');
});

test('what cannot run stays, can be reached, and says why', async ({ page }) => {
	await open(page, 'rfc');
	await press(page, '113111');
	await expect(outcome(page)).not.toContainText('cannot run');
	await expect(thread(page, 'victim')).toHaveAttribute('aria-disabled', 'true');
	const steps = await stepCount(page).innerText();
	await thread(page, 'victim').press('Enter');
	await expect(outcome(page)).toContainText('victim cannot run: it sleeps until woken by an unlock');
	expect(await stepCount(page).innerText()).toBe(steps);
});

test('a step back is as if it had not been', async ({ page }) => {
	await open(page, 'rfc');
	const seen = async () => ({
		threads: await figure(page).locator('.schedule-thread').allInnerTexts(),
		queues: await figure(page).locator('.schedule-queues').innerText(),
		lanes: await figure(page).locator('.schedule-lanes').innerHTML(),
		steps: await stepCount(page).innerText(),
	});
	const stands = [await seen()];
	for (const key of ROUND) {
		await page.keyboard.press(key);
		await expect(stepCount(page)).toHaveText(`Your steps as a table: ${stands.length}`);
		stands.push(await seen());
	}
	stands.pop();
	for (const key of ['Backspace', 'z', 'Backspace']) {
		await page.keyboard.press(key);
		await expect(outcome(page)).toContainText('One step back.');
		await expect(stepCount(page)).toHaveText(`Your steps as a table: ${stands.length - 1}`);
		expect(await seen()).toEqual(stands.pop());
	}
	await button(page, 'Undo').click();
	await expect(stepCount(page)).toHaveText(`Your steps as a table: ${stands.length - 1}`);
	await button(page, 'Start over').click();
	expect(await seen()).toEqual(stands[0]);
});

test('the shortest way is the search’s, and can be followed for ever', async ({ page }) => {
	const { stem, loop } = searched('rfc');
	await open(page, 'rfc');
	await button(page, 'Shortest way').press('Enter');
	const way = figure(page).locator('.schedule-way [role=status]');
	await expect(way).toHaveText(
		`The shortest way: ${stem.length} steps, then ${loop.length} that can be repeated for ever.`,
	);
	const next = button(page, 'Do the next one');
	for (let step = 0; step < stem.length; step++) await next.press('Enter');
	await expect(way).toHaveText(`In the loop: step 1 of ${loop.length}, over and over, for ever.`);
	const anchor = await figure(page).locator('.schedule-thread').allInnerTexts();
	for (let step = 0; step < loop.length; step++) await next.press('Enter');
	await expect(stepCount(page)).toHaveText(`Your steps as a table: ${stem.length + loop.length}`);
	expect(await figure(page).locator('.schedule-thread').allInnerTexts()).toEqual(anchor);
	await press(page, '2');
	await expect(way).toContainText('You left that way.');
	await button(page, 'Shortest way').press('Enter');
	await expect(way).toHaveText(/^You are in it: \d+ steps from here can be repeated for ever\.$/);
});

test('under v4.20 there is no such way', async ({ page }) => {
	expect(searched('v4.20').verdict).toBe('HOLDS');
	await open(page, 'v4.20');
	await press(page, '13');
	await button(page, 'Shortest way').press('Enter');
	await expect(figure(page).locator('.schedule-way [role=status]')).toContainText('There is none: HOLDS.');
	await expect(button(page, 'Do the next one')).toHaveCount(0);
});

test('the switch in the sentence, turned midway, starts the game over and says so', async ({ page }) => {
	await open(page, 'rfc');
	await press(page, ROUND);
	await expect(stepCount(page)).toHaveText('Your steps as a table: 7');
	await page.getByRole('combobox', { name: 'Policy' }).first().press('ArrowDown');
	await expect(outcome(page)).toContainText('The policy is v5.7 now, so the game starts over. Refused 0 of 10 times.');
	await expect(stepCount(page)).toHaveText('Your steps as a table: 0');
	await expect(button(page, 'v5.7')).toHaveAttribute('aria-pressed', 'true');
	await press(page, 'z');
	await page.getByRole('combobox', { name: 'Policy' }).first().press('ArrowDown');
	await expect(outcome(page)).toHaveText(/^\s*Refused 0 of 10 times\.$/);
});

test('the engine is not loaded before it is played', async ({ page }) => {
	const loaded: string[] = [];
	page.on('request', (request) => loaded.push(request.url()));
	await page.goto('.', { waitUntil: 'networkidle' });
	await figure(page).scrollIntoViewIfNeeded();
	const isEngine = (url: string) => /session\.[^/]*\.js$/.test(url);
	expect(loaded.filter(isEngine)).toEqual([]);
	await thread(page, 'locker').click();
	await expect(outcome(page)).toContainText('locker takes the page lock.');
	expect(loaded.filter(isEngine)).toHaveLength(1);
});

test('without scripts the start and what the search found are told', async ({ browser }) => {
	const { stem, loop } = searched('rfc');
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('policy/rfc/');
	for (const name of ['victim', 'writer', 'locker']) await expect(thread(page, name)).toBeVisible();
	await expect(thread(page, 'locker')).toContainText('takes the page lock');
	await expect(button(page, 'Undo')).toBeHidden();
	await expect(figure(page)).toContainText('Playing takes this page’s scripts');
	await figure(page).getByText('What a search of all orders says').click();
	await expect(figure(page)).toContainText('The victim can be kept out for ever');
	await expect(figure(page).locator('tbody.stem tr')).toHaveCount(stem.length + 1);
	await expect(figure(page).locator('tbody.loop tr')).toHaveCount(loop.length + 1);
	await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`axe finds nothing while it is played, ${colorScheme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await open(page, 'rfc');
		await followWay(page, 2);
		await press(page, '113');
		await stepCount(page).click();
		expect(await axeViolations(page, { include: '.schedule-figure' })).toEqual([]);
	});
}

for (const width of [320, 390, 768, 1440]) {
	test(`nothing moves while it is played at ${width} px, and all can be touched`, async ({ page }) => {
		await page.setViewportSize({ width, height: 900 });
		await open(page, 'rfc');
		const places = () =>
			figure(page)
				.locator('.schedule-thread, .schedule-tools, .steps summary')
				.evaluateAll((all) => all.map((element) => Math.round(element.getBoundingClientRect().top + scrollY)));
		const before = await places();
		for (const key of [...ROUND, ...'2113113']) {
			await page.keyboard.press(key);
			expect(await places()).toEqual(before);
		}
		await button(page, 'v4.20').click();
		await figure(page).locator('.schedule-thread').first().focus();
		for (const key of `${ROUND}${SECOND_ATTEMPT}1`) {
			await page.keyboard.press(key);
			expect(await places()).toEqual(before);
		}
		await expect(outcome(page)).toContainText('Nothing more can be done');
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
		for (const each of await figure(page).getByRole('button').all()) {
			const box = await each.boundingBox();
			expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
		}
	});
}

test('paper keeps what the reader made, without the buttons', async ({ page }) => {
	await open(page, 'rfc');
	await press(page, ROUND);
	await page.emulateMedia({ media: 'print' });
	await expect(figure(page).locator('.schedule-round text')).toHaveText(['1']);
	await expect(outcome(page)).toContainText('Refused 1 of 10 times.');
	await expect(button(page, 'Undo')).toBeHidden();
});
