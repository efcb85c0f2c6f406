import { digest, digestInNode, knob, openLaboratory, paste, patchFile } from './support/laboratory.ts';
import { expect, test } from './support/test.ts';

test('diff [1] out of a quoted mail shows its lint and is VIOLATED', async ({ page }) => {
	await openLaboratory(page);
	await knob(page, 'page-lock').selectOption('v4.20');
	await knob(page, 'rwsem').selectOption('v4.20');
	await paste(page, patchFile('diff1-web-archive.mail'));
	await expect(page.locator('.lab-landed')).toContainText('of context dropped');
	await expect(page.locator('.lab-diagnostics li[data-severity=warning]').first()).toContainText('Lint at');
	await expect(page.locator('.lab-small .verdict-word').first()).toHaveText('VIOLATED');
	await expect(page.locator('.lab-small')).toContainText('no-warning');
	await page.getByRole('button', { name: 'Reset the C' }).click();
	await expect(page.locator('.lab-diagnostics')).toHaveCount(0);
});

test('a patch that does not land is refused by its line, and stays where it was pasted', async ({ page }) => {
	await openLaboratory(page);
	const text =
		'--- a/mm/filemap.c\n+++ b/mm/filemap.c\n@@ -1,1 +1,1 @@\n-\tlock_nothing_of_ours(page);\n+\tlock_page(page);\n';
	await paste(page, text);
	await expect(page.locator('.lab-paste .problem')).toContainText(
		"line 4 of the patch: found '- lock_nothing_of_ours(page);'",
	);
	await page.getByRole('button', { name: 'Show line 4' }).click();
	const selected = await page.getByLabel('The patch').evaluate((field) => {
		const { value, selectionStart, selectionEnd } = field as HTMLTextAreaElement;
		return value.slice(selectionStart, selectionEnd);
	});
	expect(selected).toBe('-\tlock_nothing_of_ours(page);');
	await expect(page.getByLabel('The patch')).toHaveValue(text);
	await expect(digest(page)).toHaveText(digestInNode({}));

	await knob(page, 'policy').selectOption('rfc');
	await paste(page, patchFile('rfc-from-kernel.patch'));
	await expect(page.locator('.lab-paste .problem')).toContainText(
		'It would land with policy never-polite, or policy v4.20: turn that among the knobs.',
	);
});
