import { digest, digestInNode, editor, openEditor, openLaboratory, paste, patchFile } from './support/laboratory.ts';
import { expect, test } from './support/test.ts';

test('C that is typed is read as it is typed: the error at its line, then the verdict', async ({ page }) => {
	await openLaboratory(page, '#x/unlucky/#v=1&m=fc81341e');
	const text = await openEditor(page);
	await expect(page.locator('.lab-small .verdict-word').first()).toHaveText('HOLDS');
	await page.keyboard.press('Control+Home');
	await page.keyboard.type('nonsense ');
	const diagnostic = page.locator('.lab-diagnostics li[data-severity=error]').first();
	await expect(diagnostic).toContainText('mm/filemap.c:1:');
	await expect(text.locator('.cm-lintRange-error').first()).toBeVisible();
	await expect(page.locator('.lab-small')).toContainText('the last text that was in order');
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect(page.locator('.lab-diagnostics')).toHaveCount(0);
	await expect(page.locator('.lab-read')).toContainText('Nothing is changed');
});

test('a policy of one’s own gets a verdict, and survives a reload', async ({ page }) => {
	await openLaboratory(page);
	await paste(page, patchFile('rfc-from-kernel.patch'));
	await expect(page.locator('.lab-landed')).toContainText('lands at arch/x86/mm/fault.c');
	await expect(page.locator('.lab-small .verdict-word').first()).toHaveText('VIOLATED');
	await openEditor(page);
	await page.keyboard.press('Control+End');
	await page.keyboard.type('/* mine, and unfinished');
	await expect(page.locator('.lab-diagnostics li[data-severity=error]')).toHaveCount(1);
	await page.waitForTimeout(600);
	await page.reload({ waitUntil: 'networkidle' });
	await openEditor(page);
	await page.keyboard.press('Control+End');
	await expect(editor(page)).toContainText('/* mine, and unfinished');
	await page.getByText('Paste a patch', { exact: true }).click();
	await expect(page.locator('.lab-paste textarea')).toHaveValue(
		patchFile('rfc-from-kernel.patch').replaceAll('\r\n', '\n'),
	);
	await page.getByRole('button', { name: 'Reset the C' }).click();
	await expect(page.locator('.lab-read')).toContainText('Nothing is changed');
});

test('who starts anew has the C of the eras again, in the editor, too', async ({ page }) => {
	await openLaboratory(page);
	await paste(page, patchFile('rfc-from-kernel.patch'));
	await page.getByRole('button', { name: 'Show it' }).click();
	const text = editor(page);
	await expect(text).toHaveAttribute('aria-label', 'The C of arch/x86/mm/fault.c');
	await expect(text).toBeFocused();
	await expect(text).not.toContainText('flags &= ~FAULT_FLAG_ALLOW_RETRY');
	await page.getByRole('button', { name: 'Reset all knobs' }).click();
	await expect(page.locator('.lab-read')).toContainText('Nothing is changed');
	await expect(text).toContainText('flags &= ~FAULT_FLAG_ALLOW_RETRY');
	await expect(digest(page)).toHaveText(digestInNode({}));
});

test('each of two recipes has C of its own, and A has its own back when B is left out', async ({ page }) => {
	await openLaboratory(page);
	await page.getByRole('button', { name: 'Compare with a second recipe' }).click();
	const whose = page.locator('section[aria-labelledby=lab-c] select').first();
	await whose.selectOption('b');
	await paste(page, patchFile('rfc-from-kernel.patch'));
	const read = page.locator('.lab-read');
	await expect(read).toContainText('Your change');
	await whose.selectOption('a');
	await expect(read).toContainText('Nothing is changed');
	await expect(digest(page)).toHaveText(digestInNode({}));
	await page.getByRole('button', { name: 'Swap A and B' }).click();
	await expect(read).toContainText('Your change');
	await whose.selectOption('b');
	await expect(read).toContainText('Nothing is changed');
	await page.getByRole('button', { name: 'Leave B out' }).click();
	await expect(read).toContainText('Your change');
	await openEditor(page);
	await page.keyboard.type('x');
	await expect(page.locator('.lab-diagnostics')).toBeVisible();
});

test('without storage it works, and says that nothing is kept', async ({ page }) => {
	await page.addInitScript(() => {
		const refused = () => {
			throw new DOMException('refused', 'SecurityError');
		};
		for (const storage of ['localStorage', 'sessionStorage']) Object.defineProperty(window, storage, { get: refused });
	});
	await openLaboratory(page);
	await openEditor(page);
	await page.keyboard.type('/* x */');
	await expect(page.locator('section[aria-labelledby=lab-c]')).toContainText('This browser keeps nothing');
});
