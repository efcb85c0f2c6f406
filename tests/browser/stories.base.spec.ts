import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { content, digest, digestInNode, editor, knob, openLaboratory, patchFile, share } from './support/laboratory.ts';
import { tabTo } from './support/tab-to.ts';
import { expect, test } from './support/test.ts';

// Three readers' ways through the notebook, from end to end. No mouse: each key below is one that they press.

const root = path.join(import.meta.dirname, '..', '..');

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const small = (page: Page): Locator => page.locator('.lab-small');
const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Chooses in a list by the arrow keys alone, from what stands there. */
async function choose(page: Page, list: Locator, choice: string): Promise<void> {
	await tabTo(page, list);
	const choices = await list
		.locator('option')
		.evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value));
	const way = choices.indexOf(choice) - choices.indexOf(await list.inputValue());
	for (let step = 0; step < Math.abs(way); step++) await page.keyboard.press(way < 0 ? 'ArrowUp' : 'ArrowDown');
	await expect(list).toHaveValue(choice);
}

/** What `bin/polite verify -` says of a mail in a clone. */
function verify(mail: string) {
	const { status, stdout } = spawnSync('sh', ['-c', 'bin/polite verify -'], {
		cwd: root,
		input: mail,
		encoding: 'utf8',
	});
	return { status, word: /^[A-Z]+/.exec(stdout)?.[0] };
}

test('a reader flips chapter 4 to v5.7, adds a locker in the laboratory, and hands the link to another browser', async ({
	page,
	browser,
}) => {
	await page.goto('chapters/unlucky/', { waitUntil: 'networkidle' });
	const line = page.locator('.run-line').first();
	await tabTo(page, page.getByRole('combobox', { name: 'Policy' }).first());
	for (let presses = 0; presses < 5 && !(await line.textContent())?.includes('policy v5.7'); presses++) {
		await page.keyboard.press('ArrowDown');
	}
	await expect(line).toContainText('policy v5.7');
	await tabTo(page, line.getByRole('link', { name: 'Open in the laboratory' }));
	await page.keyboard.press('Enter');
	await expect(page.locator('.lab-opened')).toContainText('on the same model');

	await tabTo(page, knob(page, 'lockers'));
	await page.keyboard.press('ArrowUp');
	await expect(knob(page, 'lockers')).toHaveValue('3');
	const found = digestInNode({ policy: 'v5.7', lockers: 3 });
	await expect(digest(page)).toHaveText(found);
	await tabTo(page, button(page, 'Copy link'));
	await page.keyboard.press('Enter');
	await expect(page.locator('.lab-said')).toContainText('The link is copied');

	const other = await browser.newContext();
	const visit = await other.newPage();
	const link = await copied(page);
	expect(link).toMatch(/\/x\/unlucky\/#v=1&policy=v5\.7&lockers=3&/);
	await visit.goto(link);
	await expect(visit.locator('main')).toContainText(`As the link promised: ${found.slice(0, 8)}, on the same model`);
	await other.close();
});

test('a reader pastes diff [1] from a quoted mail, sees lint and verdict, cites it, and the shell agrees', async ({
	page,
}) => {
	await openLaboratory(page);
	await choose(page, knob(page, 'policy'), 'rfc');
	await expect(page).toHaveURL(/policy=rfc/);
	const mail = patchFile('diff1-web-archive.mail');
	await page.evaluate((text) => navigator.clipboard.writeText(text), mail);
	await tabTo(page, page.locator('.lab-paste summary'));
	await page.keyboard.press('Enter');
	await tabTo(page, page.getByLabel('The patch'));
	await page.keyboard.press('ControlOrMeta+v');
	await tabTo(page, button(page, 'Lay it over the C'));
	await page.keyboard.press('Enter');
	await expect(page.locator('.lab-landed')).toContainText('lands at mm/filemap.c');
	const lint = page.locator('.lab-diagnostics li[data-severity=warning]');
	await expect(lint.first()).toContainText('C reads !flags & FAULT_FLAG_TRIED as (!flags) & FAULT_FLAG_TRIED');
	await expect(lint.last()).toContainText('always false');
	await expect(small(page)).toContainText('no-warning VIOLATED');

	await choose(page, share(page).locator('select'), 'small no-warning');
	await tabTo(page, share(page).getByRole('button', { name: 'Cite' }));
	await page.keyboard.press('Enter');
	await expect(page.locator('.lab-citation')).toContainText('Answer: no-warning VIOLATED');
	await tabTo(page, button(page, 'Copy the citation'));
	await page.keyboard.press('Enter');
	await expect(page.locator('.lab-said')).toHaveText('The citation is copied.');

	const citation = await copied(page);
	expect(citation).toContain('+\tif (!flags & FAULT_FLAG_TRIED)');
	const reply = (text: string) => `On Friday a reader wrote:\n${text.replace(/^/gm, '> ')}\nReally?\n`;
	expect(verify(reply(citation))).toEqual({ status: 0, word: 'CONFIRMED' });
	expect(verify(reply(citation.replaceAll('VIOLATED', 'HOLDS')))).toEqual({ status: 1, word: 'REFUTED' });
});

test('a reader writes a policy of their own in C, and it gets a verdict', async ({ page }) => {
	await openLaboratory(page);
	await choose(page, knob(page, 'policy'), 'rfc');
	await expect(page).toHaveURL(/policy=rfc/);
	await tabTo(page, button(page, 'Edit the C'));
	await page.keyboard.press('Enter');
	await expect(editor(page)).toBeVisible();
	await expect(small(page).locator('.verdict-word').first()).toHaveText('VIOLATED');
	await tabTo(page, page.locator('.lab-editor-place'));

	const gate = '\tif (flags & FAULT_FLAG_ALLOW_RETRY)';
	const text = content.model['mm/filemap.c']?.split('\n') ?? [];
	const shown = await page.locator('.lab-editor-place .cm-line').allTextContents();
	const line = shown.indexOf(gate);
	expect(text).toContain(gate);
	await page.keyboard.press('ControlOrMeta+Home');
	for (let lines = 0; lines < line; lines++) await page.keyboard.press('ArrowDown');
	await page.keyboard.press('End');
	await page.keyboard.press('Backspace');
	await page.keyboard.type(' && !(flags & FAULT_FLAG_TRYED))');
	await expect(page.locator('.lab-diagnostics li[data-severity=error]')).toContainText(
		"'FAULT_FLAG_TRYED' is not declared; did you mean FAULT_FLAG_TRIED?",
	);
	for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
	await page.keyboard.press('Backspace');
	await page.keyboard.type('I');
	await expect(page.locator('.lab-diagnostics')).toHaveCount(0);
	await expect(small(page).locator('.verdict-word').first()).toHaveText('HOLDS');
	await expect(page.locator('.lab-diff')).toContainText(
		'+	if (flags & FAULT_FLAG_ALLOW_RETRY && !(flags & FAULT_FLAG_TRIED))',
	);

	await tabTo(page, page.locator('.lab-glance').getByRole('button', { name: 'Search all orders' }), 'Shift+Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('table', { name: 'At a glance' })).toContainText('HOLDS');
});
