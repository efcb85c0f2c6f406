import type { Page } from '@playwright/test';
import { packText } from '../../src/experiment/link/packed-text.ts';
import { openLaboratory } from './support/laboratory.ts';
import { expect, test } from './support/test.ts';

// What comes in a link, a patch or a paste is shown as the text that it is. Had it become an element, its handler would
// be refused by the page's policy, of which `test` complains; that there is no such element is looked at besides.

const HTML = `<img src=x onerror="window.harmed=1"><script>window.harmed=1</script><a href="javascript:window.harmed=1">`;

/** A change that lands, with `remark` in a comment of its own. */
const patchWith = (remark: string) =>
	[
		'--- a/mm/filemap.c',
		'+++ b/mm/filemap.c',
		'@@ -14,1 +14,2 @@',
		' \tif (flags & FAULT_FLAG_ALLOW_RETRY)',
		`+\t\t/* ${remark} */`,
		'',
	].join('\n');

/** Neither in the page nor in the editor's shadow is there what the HTML would have made. */
async function expectUnharmed(page: Page): Promise<void> {
	await expect(page.locator('img, [onerror], [href^="javascript:"]')).toHaveCount(0);
	expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
}

const links = {
	'as a value': `#v=1&policy=${encodeURIComponent(HTML)}&m=fc81341e`,
	'as it stands': `#v=1&policy=${HTML}&m=fc81341e`,
	'as a key': `#v=1&${encodeURIComponent(HTML)}=1&m=fc81341e`,
	'as the name of an experiment': `#x/${encodeURIComponent(HTML)}/#v=1&m=fc81341e`,
	'as a digest': `#v=1&victims=1&m=${encodeURIComponent(HTML)}`,
	'as a link to a script': '#javascript:window.harmed=1',
};

for (const [how, fragment] of Object.entries(links)) {
	test(`HTML in a link, ${how}, is refused in words`, async ({ page }) => {
		await openLaboratory(page, fragment);
		await expect(page.locator('.lab-opened')).toContainText('This link cannot be opened');
		await expectUnharmed(page);
	});
}

test('HTML in a link to an experiment is refused in words on its own page', async ({ page }) => {
	await page.goto(`x/unlucky/#v=1&policy=${encodeURIComponent(HTML)}&m=fc81341e`);
	await expect(page.locator('#opened .problem')).toContainText('<img src=x', { timeout: 30_000 });
	await expectUnharmed(page);
});

test('HTML in the patch of a link is the text of a comment', async ({ page }) => {
	await openLaboratory(page, `#v=1&victims=1&lockers=1&patch=${await packText(patchWith(HTML))}&m=fc81341e`);
	await expect(page.locator('.lab-opened')).toContainText('link');
	await expect(page.locator('.lab-opened')).not.toContainText('cannot be opened');
	await page.getByRole('button', { name: 'Edit the C' }).click();
	await expect(page.locator('.lab-editor-place .cm-content')).toContainText(HTML);
	await expect(page.locator('.lab-diff')).toContainText(HTML);
	await expectUnharmed(page);
});

test('HTML in a patch that is pasted is text: where it lands, where it does not, and as the name of a file', async ({
	page,
}) => {
	await openLaboratory(page);
	const paste = async (text: string) => {
		await page.getByLabel('The patch').fill(text);
		await page.getByRole('button', { name: 'Lay it over the C' }).click();
	};
	await page.getByText('Paste a patch', { exact: true }).click();
	const unknown = patchWith('x').replaceAll('mm/filemap.c', 'mm/<img/src=x/onerror=1>.c');
	await paste(patchWith(HTML) + unknown);
	await expect(page.locator('.lab-landed')).toContainText('mm/filemap.c');
	await expect(page.locator('.lab-paste')).toContainText('the model has no mm/<img/src=x/onerror=1>.c');
	await expect(page.locator('.lab-diff')).toContainText(HTML);
	await expectUnharmed(page);
	await expect(page).toHaveURL(/&patch=/);
	await page.locator('section[aria-labelledby=lab-share]').getByRole('button', { name: 'Cite' }).click();
	await expect(page.locator('.lab-citation')).toContainText(HTML);
	await expectUnharmed(page);

	for (const text of [HTML, unknown, patchWith('x').replace(/^ .*$/m, `-${HTML}`)]) {
		await paste(text);
		await expect(page.locator('.lab-paste .problem')).toContainText('It is not laid over the C');
		await expectUnharmed(page);
	}
});

test('HTML typed as C is text: in the editor, in what is said of it, and after a reload', async ({ page }) => {
	await openLaboratory(page);
	await page.getByRole('button', { name: 'Edit the C' }).click();
	const text = page.locator('.lab-editor-place .cm-content');
	await text.click();
	await page.keyboard.press('ControlOrMeta+Home');
	await page.keyboard.insertText(`${HTML}\n`);
	await expect(page.locator('.lab-diagnostics li[data-severity=error]').first()).toContainText("'<'");
	await expect(text).toContainText(HTML);
	await expectUnharmed(page);
	await page.waitForTimeout(500);
	await openLaboratory(page);
	await expectUnharmed(page);
});

test('HTML where numbers, values or what was stored are expected is refused in words', async ({ page }) => {
	await openLaboratory(page);
	const sweep = page.locator('section[aria-labelledby=lab-sweep]');
	await sweep.locator('summary').click();
	await page.getByLabel('Values').fill(`${HTML},${HTML}`);
	await sweep.getByRole('button', { name: 'Sweep' }).click();
	await expect(sweep.locator('.problem')).toContainText('<img');
	await expectUnharmed(page);
	await page.evaluate((html) => {
		const side = { from: 'unlucky', typed: { lockers: html, policy: html, 'io-ns': html } };
		const draft = { side: 'a', over: html, files: [{ path: html, text: html }] };
		localStorage.setItem(
			'laboratory',
			JSON.stringify({ fragment: '', sides: { a: side, b: null }, draft, pasted: html }),
		);
		localStorage.setItem('theme', html);
	}, HTML);
	await page.goto('claims/');
	await page.goto('lab/', { waitUntil: 'networkidle' });
	await expect(page.locator('.lab-knob[data-key=lockers] .problem')).toContainText('found "<img src=x');
	await page.getByText('Paste a patch', { exact: true }).click();
	await expect(page.getByLabel('The patch')).toHaveValue(HTML);
	await expectUnharmed(page);
});
