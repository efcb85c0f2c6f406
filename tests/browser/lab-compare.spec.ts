import { check } from '../../src/experiment/check.ts';
import { estimateAt } from '../../src/experiment/estimate-at.ts';
import { run } from '../../src/experiment/run.ts';
import { valueText } from '../../src/site/passage/value-text.ts';
import {
	content,
	digest,
	digestInNode,
	knob,
	openLaboratory,
	property,
	recipeOf,
	searchAll,
} from './support/laboratory.ts';
import { expect, test } from './support/test.ts';

test('two recipes run on one seed side by side, differences marked', async ({ page }) => {
	await openLaboratory(page);
	await page.getByRole('button', { name: 'Compare with a second recipe' }).click();
	await knob(page, 'policy, B').selectOption('rfc');
	await knob(page, 'seed').fill('7');
	await expect(digest(page)).toHaveText(digestInNode({ seed: 7 }));
	await expect(digest(page, 'b')).toHaveText(digestInNode({ seed: 7, policy: 'rfc' }));
	await expect(page.locator('.lab-knob.differs')).toHaveAttribute('data-key', 'policy');
	await expect(page.locator('[data-measure="actors.victim.fault_ns"] .lab-change')).toContainText('times');

	await expect(page.locator('.lab-differing')).toHaveCount(2);
	expect(await page.locator('.lab-run[data-side=a] .lab-differing line').count()).toBeGreaterThan(0);
	await page.getByRole('button', { name: 'Go there' }).click();
	const sentences = await page.locator('.lab-run .step-sentence').allTextContents();
	expect(sentences).toHaveLength(2);
	expect(sentences[0]).not.toBe(sentences[1]);
	await expect(page.locator('.distribution-row.differs', { hasText: 'B: victim: a fault takes' })).toContainText(
		'times',
	);

	await searchAll(page).click();
	await expect(property(page, 'victim-completes').locator('.verdict-word')).toHaveText(['HOLDS', 'VIOLATED']);
	await expect(property(page, 'victim-completes')).toContainText('A and B differ');
	await expect(property(page, 'writer-enters')).not.toContainText('A and B differ');
	const { states } = check(recipeOf('unlucky', { policy: 'rfc' }), content);
	await expect(page.locator('.lab-explored')).toContainText(`B: Explored: ${states.toLocaleString('en-US')} states`);
});

test('what matters most stays in sight: the verdict, the retries, the waits, of both recipes', async ({ page }) => {
	await openLaboratory(page);
	const rows = page.getByRole('table', { name: 'At a glance' }).locator('tbody tr');
	await page.locator('.lab-glance').getByRole('button', { name: 'Search all orders' }).click();
	await expect(rows.first()).toContainText('HOLDS');
	await page.getByRole('button', { name: 'Compare with a second recipe' }).click();
	await knob(page, 'policy, B').selectOption('rfc');
	await expect(rows).toHaveText([/A.*HOLDS.*1.*us/, /B.*VIOLATED.*ms.*us/]);
	const { actors } = run(recipeOf('unlucky', { policy: 'rfc' }), content);
	const of = 'actors.victim.retries.mean';
	await expect(rows.last()).toContainText(valueText(estimateAt({ actors }, of), { of, none: 'none' }));
	await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
	await expect(rows.last()).toBeInViewport();
	await page.locator('.lab-glance').getByRole('button', { name: 'Cite' }).click();
	await expect(page.getByRole('heading', { name: 'Cite it, link to it' })).toBeFocused();
});
