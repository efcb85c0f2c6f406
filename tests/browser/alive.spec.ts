import type { Browser, Page, Route } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { wordsOfSwitch } from './support/words-of-switch.ts';

const CHAPTER = 'chapters/unlucky/';

/** As slow as a poor connection, in ms. */
const LATE_MS = 700;

const late = async (route: Route) => {
	await new Promise((resolve) => setTimeout(resolve, LATE_MS));
	await route.continue();
};

const policySwitch = (page: Page) => page.getByRole('combobox', { name: 'Policy' }).first();
const run = (page: Page) => page.locator('.run-line').first();
const sleepers = (page: Page) => page.locator('astro-island[ssr]');

test.describe('what is pressed before the page is alive', () => {
	test.beforeEach(async ({ page }) => {
		await page.goto(CHAPTER, { waitUntil: 'networkidle' });
		await page.route(/\.js$/, late);
	});

	test('sleeps until there is a sign of the reader', async ({ page }) => {
		await page.mouse.wheel(0, 2000);
		const asleep = await sleepers(page).count();
		expect(asleep).toBeGreaterThan(2);
		await page.waitForTimeout(LATE_MS);
		await expect(sleepers(page)).toHaveCount(asleep);
		await page.locator('h1').hover();
		await expect(sleepers(page)).toHaveCount(0);
	});

	test('a click on the switch takes effect, and the switch has the focus', async ({ page }) => {
		const { x, y } = await wordsOfSwitch(policySwitch(page));
		await page.mouse.click(x, y);
		await expect(run(page)).toContainText('policy v4.20');
		await expect(run(page)).toContainText('policy rfc');
		await expect(policySwitch(page)).toBeFocused();
	});

	test('keys are kept in their order, and the switch can be reached by them', async ({ page }) => {
		// However long the way there takes on a busy machine, the scripts come after it.
		const arrived = Promise.withResolvers<void>();
		await page.route(/\.js$/, async (route) => {
			await arrived.promise;
			await route.continue();
		});
		while (!(await policySwitch(page).evaluate((element) => element === document.activeElement))) {
			await page.keyboard.press('Tab');
		}
		expect(await sleepers(page).count()).toBeGreaterThan(2);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		arrived.resolve();
		await expect(run(page)).toContainText('policy v5.7');
		await expect(policySwitch(page)).toBeFocused();
	});

	test('the links of the choices are no stop for the keyboard', async ({ page }) => {
		const stops = page.locator('.switch a:not([tabindex="-1"])');
		await expect(stops).toHaveCount(0);
	});

	test('a button and the scrubber do as they are told', async ({ page }) => {
		const scrubber = page.getByRole('slider', { name: 'Time' }).first();
		await scrubber.fill('300000');
		await page.getByRole('button', { name: 'One step back' }).first().click();
		await expect(sleepers(page)).toHaveCount(0);
		await expect(page.locator('.step-time').first()).not.toHaveText('300 us');
		const value = Number(await scrubber.inputValue());
		expect(value).toBeGreaterThan(200_000);
		expect(value).toBeLessThan(300_000);
	});

	test('what is unfolded stays so', async ({ page }) => {
		await page.locator('.verdict-search summary').first().click();
		await expect(page.locator('.verdict-controls').first()).toBeVisible();
		await expect(sleepers(page)).toHaveCount(0);
	});
});

test.describe('on a touch screen', () => {
	test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

	test('the first tap turns the switch, and one on the lanes moves the cursor', async ({ page }) => {
		await page.goto(CHAPTER, { waitUntil: 'networkidle' });
		await page.route(/\.js$/, late);
		const cursor = page.locator('.cursor line').first();
		const before = await cursor.getAttribute('x1');
		const { x, y } = await wordsOfSwitch(policySwitch(page));
		await page.touchscreen.tap(x, y);
		await page
			.locator('.timeline')
			.first()
			.tap({ position: { x: 20, y: 30 } });
		await expect(run(page)).toContainText('policy rfc');
		await expect(cursor).not.toHaveAttribute('x1', before ?? '');
	});
});

test.describe('pictures of other choices', () => {
	test('come late: the passage is turned when they are there, all of it, as far as the reader turned it', async ({
		page,
	}) => {
		await page.goto(CHAPTER, { waitUntil: 'networkidle' });
		await page.route('**/pictures/*.json', late);
		await policySwitch(page).focus();
		await expect(sleepers(page)).toHaveCount(0);
		const words = await policySwitch(page).innerText();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		expect(await policySwitch(page).innerText()).toBe(words);
		await expect(run(page)).toContainText('policy v5.7');
		await expect(page.locator('body > [role=status]')).toHaveText(/^Policy v5\.7: /);
	});

	test('do not come: that is told, and another turn asks again', async ({ browser }) => {
		const page = await openUnwatched(browser);
		await page.route('**/pictures/*.json', (route) => route.fulfill({ status: 503 }));
		await policySwitch(page).focus();
		await page.keyboard.press('ArrowDown');
		const sentence = /^The pictures for rfc could not be loaded \(.+503\); turn to it again, or reload the page\.$/;
		await expect(page.locator('.run-line .problem').first()).toHaveText(sentence);
		await expect(page.locator('body > [role=status]')).toHaveText(sentence);
		await expect(run(page)).toContainText('policy v4.20');
		await page.unroute('**/pictures/*.json');
		await page.keyboard.press('ArrowDown');
		await expect(run(page)).toContainText('policy rfc');
		await expect(page.locator('.run-line .problem').first()).toBeEmpty();
		await page.context().close();
	});
});

/** A page that may have faults. */
async function openUnwatched(browser: Browser): Promise<Page> {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(CHAPTER, { waitUntil: 'networkidle' });
	return page;
}
