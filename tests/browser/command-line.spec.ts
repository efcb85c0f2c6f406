import type { Page } from '@playwright/test';
import { readContent } from '../../src/cli/content.ts';
import { estimateAt } from '../../src/experiment/estimate-at.ts';
import { namedExperiments } from '../../src/experiment/named-experiments.ts';
import { type RunResult, run } from '../../src/experiment/run.ts';
import { valueText } from '../../src/site/passage/value-text.ts';
import { expect, test } from './support/test.ts';

const content = readContent();
const experiments = namedExperiments(content);

/** What `bin/polite run NAME --policy POLICY --seed SEED --json` prints. */
function answer(name: string, changes: { policy?: string; seed?: number }): RunResult {
	const experiment = experiments.find((candidate) => candidate.name === name);
	if (experiment === undefined) throw new Error(`no experiment '${name}'`);
	return run({ ...experiment.recipe, ...changes }, content);
}

/** Each figure in the sentences of a passage, with the path from which it comes. */
function figures(page: Page, name: string): Promise<{ of: string; none: string; text: string }[]> {
	return page.locator(`.value[data-passage="${name}"]`).evaluateAll((values) =>
		values.map((value) => ({
			of: value.getAttribute('data-of') ?? '',
			none: value.getAttribute('data-none') ?? 'none',
			text: value.textContent ?? '',
		})),
	);
}

async function expectAnswer(page: Page, name: string, result: RunResult): Promise<void> {
	await expect(page.locator('.run-line').first()).toContainText(`digest ${result.digest}`);
	const shown = await figures(page, name);
	expect(shown.length).toBeGreaterThan(2);
	for (const { of, none, text } of shown) {
		expect(text, of).toBe(valueText(estimateAt(result, of), { of, none }));
	}
}

const passages = [
	['.', 'polite-or-certain'],
	['chapters/retry-once/', 'retry-once'],
	['chapters/unlucky/', 'unlucky'],
] as const;

for (const [address, name] of passages) {
	test(`${name}: page and command line give the same answer, to the digest`, async ({ page }) => {
		await page.goto(address, { waitUntil: 'networkidle' });
		await expectAnswer(page, name, answer(name, {}));
		await page.getByRole('combobox', { name: 'Policy' }).first().focus();
		await page.keyboard.press('ArrowDown');
		await expectAnswer(page, name, answer(name, { policy: 'rfc' }));
		await page.getByRole('button', { name: 'Another seed' }).first().click();
		await expectAnswer(page, name, answer(name, { policy: 'rfc', seed: 2 }));
	});
}
