import { keys } from '../../src/experiment/keys.ts';
import { ruleWords } from '../../src/site/passage/lock-words.ts';
import { digest, digestInNode, knob, openLaboratory, sweep } from './support/laboratory.ts';
import { expect, test } from './support/test.ts';

test('every knob of a recipe is there once, with what it means', async ({ page }) => {
	await openLaboratory(page);
	for (const { name, kind, meaning } of keys.filter((key) => key.kind !== 'diff')) {
		const row = page.locator(`.lab-knob[data-key="${name}"]`);
		await expect(row, `${name}, a ${kind}`).toHaveCount(1);
		await expect(row).toContainText(meaning);
	}
	await expect(page.locator('.lab-knob')).toHaveCount(keys.length - 1);
});

test('what is turned is run at once, with the digest of the command line', async ({ page }) => {
	await openLaboratory(page);
	await expect(digest(page)).toHaveText(digestInNode({}));
	await knob(page, 'policy').selectOption('rfc');
	await knob(page, 'lockers').fill('3');
	await expect(digest(page)).toHaveText(digestInNode({ policy: 'rfc', lockers: 3 }));
	await expect(page.locator('.lab-run .run-command')).toHaveText('bin/polite run unlucky --policy rfc --lockers 3');
	await page.locator('.lab-group summary', { hasText: 'How long things take' }).click();
	await knob(page, 'io-ns, in us').fill('12.5');
	await knob(page, 'io-ns, how it is spread').selectOption('always');
	await expect(digest(page)).toHaveText(digestInNode({ policy: 'rfc', lockers: 3, 'io-ns': 12_500 }));
	await page.getByRole('button', { name: 'Reset all knobs' }).click();
	await expect(digest(page)).toHaveText(digestInNode({}));
});

test('what is wrong says so where it stands, keeps what was typed, and takes nothing away', async ({ page }) => {
	await openLaboratory(page);
	await knob(page, 'lockers').fill('99');
	const row = page.locator('.lab-knob[data-key=lockers]');
	await expect(row.locator('.problem')).toHaveText('found 99, expected a whole number from 0 to 64');
	await expect(knob(page, 'lockers')).toHaveAttribute('aria-invalid', 'true');
	await expect(digest(page)).toHaveText(digestInNode({}));
	await expect(page.locator('.lab-progress').first()).toContainText('Not run');
	await knob(page, 'lockers').fill('');
	await expect(row.locator('.problem')).toContainText('expected a whole number');
	await knob(page, 'lockers').fill('1');
	await expect(row.locator('.problem')).toHaveCount(0);
	await expect(digest(page)).toHaveText(digestInNode({ lockers: 1 }));
});

test('a rule says what it comes to, for who has not met its name', async ({ page }) => {
	await openLaboratory(page);
	for (const [key, words] of Object.entries(ruleWords)) {
		for (const choice of await knob(page, key).locator('option').allTextContents()) {
			await knob(page, key).selectOption(choice);
			await expect(page.locator(`.lab-knob[data-key="${key}"] .lab-rule`)).toContainText(words[choice] ?? 'no words');
		}
	}
});

test('a sweep draws a knob value by value, with intervals', async ({ page }) => {
	await openLaboratory(page);
	await sweep(page).locator('summary').click();
	await page.getByLabel('Values').fill('1, 2, 3');
	await sweep(page).getByRole('button').click();
	const figure = page.locator('figure.lab-sweep');
	await expect(figure.locator('.lab-chart circle')).toHaveCount(3);
	await expect(figure.getByRole('row')).toHaveCount(4);
	await expect(figure.locator('tbody .interval').first()).toHaveText(/±/);
	await knob(page, 'policy').selectOption('rfc');
	await expect(sweep(page)).toContainText('The knobs were turned since');
	await page.getByLabel('Values').fill('1, many');
	await sweep(page).getByRole('button').click();
	await expect(sweep(page).locator('.problem')).toContainText("found 'many' among the values");
});
