import type { Locator, Page } from '@playwright/test';
import { awaken } from './support/awaken.ts';
import { expect, test } from './support/test.ts';
import { wordsOfSwitch } from './support/words-of-switch.ts';

const CHAPTER = 'chapters/unlucky/';

/** What a reader sees of a passage, part by part. */
async function seen(page: Page) {
	const drawing = page.locator('.timeline').first();
	return {
		drawing: await drawing.innerHTML(),
		code: await page.locator('.listing').first().innerText(),
		figures: await page.locator('.value').allInnerTexts(),
		words: await page.locator('.follow:not(.value)').allInnerTexts(),
		run: await page.locator('.run-line p').first().innerText(),
	};
}

const policySwitch = (page: Page): Locator => page.getByRole('combobox', { name: 'Policy' }).first();
const scrubber = (page: Page): Locator => page.getByRole('slider', { name: 'Time' }).first();

async function open(page: Page, address = CHAPTER): Promise<void> {
	await page.goto(address, { waitUntil: 'networkidle' });
	await awaken(page);
}

test.describe('the switch', () => {
	test('turns the whole passage by mouse, on the same seed', async ({ page }) => {
		await open(page);
		const before = await seen(page);
		const { x, y } = await wordsOfSwitch(policySwitch(page));
		await page.mouse.click(x, y);
		await expect(page.locator('.run-line').first()).toContainText('policy rfc, seed 1');
		const after = await seen(page);
		expect(after.drawing).not.toBe(before.drawing);
		expect(after.code).not.toBe(before.code);
		expect(after.figures).not.toEqual(before.figures);
		expect(after.words).not.toEqual(before.words);
		expect(before.run).toContain('policy v4.20, seed 1');
		expect(after.run).toContain('policy rfc, seed 1');
		await expect(page.getByRole('listbox')).toBeHidden();
	});

	test('shows all choices by its caret', async ({ page }) => {
		await open(page);
		await page.locator('.switch-caret').first().click();
		await page.getByRole('option', { name: /^v5\.7/ }).click();
		await expect(page.locator('.run-line').first()).toContainText('policy v5.7');
		await expect(page.getByRole('listbox')).toBeHidden();
		await expect(policySwitch(page)).toBeFocused();
	});

	test('comes back to what it was', async ({ page }) => {
		await open(page);
		const before = await seen(page);
		await policySwitch(page).focus();
		await page.keyboard.press('ArrowDown');
		await expect(page.locator('.run-line').first()).toContainText('policy rfc');
		await page.keyboard.press('ArrowUp');
		expect(await seen(page)).toEqual(before);
	});

	test('can be turned by the keyboard alone', async ({ page }) => {
		await open(page);
		const text = await policySwitch(page).innerText();
		await policySwitch(page).focus();
		await page.keyboard.press('Enter');
		await expect(policySwitch(page)).not.toHaveText(text);
		await page.keyboard.press('Alt+ArrowDown');
		await expect(policySwitch(page)).toHaveAttribute('aria-expanded', 'true');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(policySwitch(page)).toHaveAttribute('aria-expanded', 'false');
		await expect(page.locator('.run-line').first()).toContainText('policy v5.7');
		await page.keyboard.press('Alt+ArrowDown');
		await page.keyboard.press('Escape');
		await expect(policySwitch(page)).toHaveAttribute('aria-expanded', 'false');
		await page.keyboard.press('Home');
		await expect(policySwitch(page)).toHaveText(text);
	});

	test('says once what it did', async ({ page }) => {
		await open(page);
		await policySwitch(page).focus();
		await page.keyboard.press('ArrowDown');
		await expect(page.locator('body > [role=status]')).toHaveText(/^Policy rfc: .+ follow\.$/);
	});
});

test.describe('on a touch screen', () => {
	test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

	test('the switch is turned by a tap, on targets large enough', async ({ page }) => {
		await open(page, '.');
		const { x, y } = await wordsOfSwitch(policySwitch(page));
		await page.touchscreen.tap(x, y);
		await expect(page.locator('.run-line').first()).toContainText('policy rfc');
		expect((await policySwitch(page).boundingBox())?.height).toBeGreaterThanOrEqual(24);
		const caret = page.locator('.switch-caret').first();
		expect((await caret.boundingBox())?.height).toBeGreaterThanOrEqual(24);
		expect((await caret.boundingBox())?.width).toBeGreaterThanOrEqual(24);
		await caret.tap();
		const choice = page.getByRole('option', { name: /^v5\.7/ });
		expect((await choice.boundingBox())?.height).toBeGreaterThanOrEqual(24);
		await choice.tap();
		await expect(page.locator('.run-line').first()).toContainText('policy v5.7');
	});
});

test.describe('the figure', () => {
	test('goes one step on and back by keyboard: words, queues and lit lines follow', async ({ page }) => {
		await open(page);
		const words = page.locator('.step-sentence').first();
		const queues = page.locator('.step-queues').first();
		const sentences: string[] = [];
		const lines: string[] = [];
		const queueWords = new Set<string>();
		await scrubber(page).focus();
		await page.keyboard.press('Home');
		for (let step = 0; step < 40; step++) {
			sentences.push(await words.innerText());
			lines.push((await page.locator('.lit').allInnerTexts()).join('\n'));
			queueWords.add(await queues.innerText());
			await page.keyboard.press('ArrowRight');
		}
		expect(new Set(sentences).size).toBe(40);
		expect(new Set(lines).size).toBeGreaterThan(5);
		expect(queueWords.size).toBeGreaterThan(5);
		for (let step = 39; step >= 0; step--) {
			await page.keyboard.press('ArrowLeft');
			if (step % 13 === 0) expect(await words.innerText()).toBe(sentences[step]);
		}
	});

	test('lights the line of each thread, with its mark', async ({ page }) => {
		await open(page);
		await scrubber(page).focus();
		await page.keyboard.press('End');
		const marks = await page.locator('.lit .thread-mark').allInnerTexts();
		for (const mark of ['V', 'L1', 'L2']) expect(marks).toContain(mark);
	});

	test('scrubs: the cursor and the value in words follow', async ({ page }) => {
		await open(page);
		const cursor = page.locator('.cursor line').first();
		const before = await cursor.getAttribute('x1');
		const valueText = await scrubber(page).getAttribute('aria-valuetext');
		await page.locator('.timeline').first().click();
		const at = Number.parseFloat((await cursor.getAttribute('x1')) ?? '');
		expect(at).toBeGreaterThan(48);
		expect(at).toBeLessThan(52);
		expect(await cursor.getAttribute('x1')).not.toBe(before);
		expect(await scrubber(page).getAttribute('aria-valuetext')).not.toBe(valueText);
	});

	test('plays, rests and returns by keyboard', async ({ page }) => {
		await open(page);
		const value = async () => Number(await scrubber(page).inputValue());
		const start = await value();
		await scrubber(page).focus();
		await page.keyboard.press('Home');
		expect(await value()).toBe(0);
		await page.keyboard.press(' ');
		await expect.poll(value).toBeGreaterThan(10_000);
		await page.keyboard.press(' ');
		const rested = await value();
		await page.waitForTimeout(150);
		expect(await value()).toBe(rested);
		await page.getByRole('button', { name: 'Reset' }).first().press('Enter');
		expect(await value()).toBe(start);
	});

	test('keeps its time when the policy is turned', async ({ page }) => {
		await open(page);
		await scrubber(page).fill('300000');
		await policySwitch(page).focus();
		await page.keyboard.press('ArrowDown');
		await expect(page.locator('.run-line').first()).toContainText('policy rfc');
		expect(await scrubber(page).inputValue()).toBe('300000');
	});

	test('takes another seed, says so, and comes back', async ({ page }) => {
		await open(page);
		const before = await seen(page);
		await page.getByRole('button', { name: 'Another seed' }).first().click();
		const run = page.locator('.run-line p').first();
		await expect(run).toContainText('seed 2');
		await expect(run).toContainText('--seed 2');
		const other = await seen(page);
		expect(other.drawing).not.toBe(before.drawing);
		expect(other.figures).not.toEqual(before.figures);
		await page.getByRole('button', { name: 'Back to seed 1' }).first().click();
		expect(await seen(page)).toEqual(before);
	});

	test('has its steps as a table', async ({ page }) => {
		await open(page);
		await page.locator('.steps summary').first().click();
		const rows = page.locator('.steps').first().getByRole('row');
		expect(await rows.count()).toBeGreaterThan(50);
	});

	test('has the steps of another run as a table once it is unfolded', async ({ page }) => {
		await open(page);
		const steps = page.locator('.steps').first();
		const rows = steps.locator('tbody tr');
		const before = await rows.allTextContents();
		await policySwitch(page).press('ArrowDown');
		await expect(page.locator('.run-line').first()).toContainText('policy rfc');
		await expect(rows).toHaveCount(0);
		await steps.locator('summary').click();
		await expect(rows).not.toHaveCount(0);
		await expect(steps.locator('summary')).toHaveText(`All ${await rows.count()} steps as a table`);
		expect(await rows.allTextContents()).not.toEqual(before);
	});
});
