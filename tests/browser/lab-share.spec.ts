import { digest, digestInNode, knob, openLaboratory, searchAll, share } from './support/laboratory.ts';
import { expect, test } from './support/test.ts';

test('the address holds what is shown: another visit runs it and says that it is the same', async ({
	page,
	context,
}) => {
	await openLaboratory(page);
	await knob(page, 'policy').selectOption('v5.7');
	await knob(page, 'lockers').fill('3');
	const expected = digestInNode({ policy: 'v5.7', lockers: 3 });
	await expect(digest(page)).toHaveText(expected);
	await expect(page).toHaveURL(
		new RegExp(`#x/unlucky/#v=1&policy=v5.7&lockers=3&m=[0-9a-f]{8}&d=${expected.slice(0, 8)}$`),
	);

	const other = await context.newPage();
	await other.goto(page.url());
	await expect(digest(other)).toHaveText(expected);
	await expect(other.locator('.lab-opened')).toContainText('As the link promised');
	await expect(knob(other, 'lockers')).toHaveValue('3');
	await other.close();
});

test('a chapter’s figure opens there as it stands: its choice, its seed', async ({ page }) => {
	await page.goto('chapters/unlucky/', { waitUntil: 'networkidle' });
	await page.getByRole('combobox', { name: 'Policy' }).first().press('ArrowDown');
	await page.getByRole('button', { name: 'Another seed' }).first().click();
	const line = page.locator('.run-line').first();
	await expect(line).toContainText('policy rfc, seed 2');
	await line.getByRole('link', { name: 'Open in the laboratory' }).click();
	await expect(digest(page)).toHaveText(digestInNode({ policy: 'rfc', seed: 2 }));
	await expect(page.locator('.lab-opened')).toContainText('As the link promised');
});

test('an address that is not in order is refused in words, and the page goes on', async ({ page }) => {
	for (const fragment of ['#v=1&policy=nonsense&m=fc81341e', '#v=9', '#%', '#v=1&victims=1&patch=AAAA&m=fc81341e']) {
		await page.goto('about:blank');
		await openLaboratory(page, fragment);
		await expect(page.locator('.lab-opened')).toContainText('This link cannot be opened');
		await expect(digest(page)).toHaveText(digestInNode({}));
	}
});

test('a run and a verdict are cited as the command line cites them', async ({ page }) => {
	await openLaboratory(page);
	await knob(page, 'policy').selectOption('rfc');
	await expect(digest(page)).toHaveText(digestInNode({ policy: 'rfc' }));
	await share(page).getByRole('button', { name: 'Cite' }).click();
	await expect(page.locator('.lab-citation')).toContainText(`Answer: run ${digestInNode({ policy: 'rfc' })}`);
	await searchAll(page).click();
	await share(page).locator('select').selectOption('victim-completes');
	await share(page).getByRole('button', { name: 'Cite' }).click();
	await expect(page.locator('.lab-citation')).toContainText('Answer: victim-completes VIOLATED, for victim');
	await expect(page.locator('.lab-citation')).toContainText('bin/polite check unlucky --policy rfc');
	// A citation that stands there is of what is shown, or goes.
	await knob(page, 'lockers').fill('1');
	await expect(digest(page)).toHaveText(digestInNode({ policy: 'rfc', lockers: 1 }));
	await expect(page.locator('.lab-citation')).toHaveCount(0);
});
