import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { readContent } from '../../src/cli/content.ts';
import { check } from '../../src/experiment/check.ts';
import { estimateAt } from '../../src/experiment/estimate-at.ts';
import { keys } from '../../src/experiment/keys.ts';
import { namedExperiments } from '../../src/experiment/named-experiments.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';
import { run } from '../../src/experiment/run.ts';
import { ruleWords } from '../../src/site/passage/lock-words.ts';
import { valueText } from '../../src/site/passage/value-text.ts';
import { busyTasks } from './support/busy-tasks.ts';
import { expect, test } from './support/test.ts';

const LAB = 'lab/';
const content = readContent();

/** JavaScript of the page and its workers before the editor is asked for, in bytes as they travel. */
const SCRIPTS_MAX = 90 * 1024;

async function open(page: Page, fragment = ''): Promise<void> {
	await page.goto(`${LAB}${fragment}`, { waitUntil: 'networkidle' });
	await expect(digest(page)).toHaveText(/^[0-9a-f]{16}$/);
}

const digest = (page: Page, side: 'a' | 'b' = 'a'): Locator => page.locator(`.lab-run[data-side=${side}] .lab-digest`);
const knob = (page: Page, name: string): Locator => page.getByLabel(name, { exact: true });
const searchAll = (page: Page): Locator => page.locator('.lab-search');
const share = (page: Page): Locator => page.locator('section[aria-labelledby=lab-share]');
const sweep = (page: Page): Locator => page.locator('section[aria-labelledby=lab-sweep]').getByRole('button');
const property = (page: Page, name: string): Locator => page.locator(`[data-property="${name}"]`);

function recipeOf(name: string, changes: Partial<Recipe>): Recipe {
	const experiment = namedExperiments(content).find((each) => each.name === name);
	if (experiment === undefined) throw new Error(`there is no experiment ${name}`);
	return { ...experiment.recipe, ...changes };
}

const digestInNode = (changes: Partial<Recipe>) => run(recipeOf('unlucky', changes), content).digest;

/** Opens the editor, and puts the cursor into its text. */
async function openEditor(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: 'Edit the C' }).click();
	const text = page.locator('.lab-editor-place .cm-content');
	await text.click();
	return text;
}

async function paste(page: Page, text: string): Promise<void> {
	const summary = page.getByText('Paste a patch', { exact: true });
	if (!(await page.getByLabel('The patch').isVisible())) await summary.click();
	await page.getByLabel('The patch').fill(text);
	await page.getByRole('button', { name: 'Lay it over the C' }).click();
}

const fixture = (name: string) => readFileSync(new URL(`../fixtures/patches/${name}`, import.meta.url), 'utf8');

test('every knob of a recipe is there once, with what it means', async ({ page }) => {
	await open(page);
	for (const { name, kind, meaning } of keys.filter((key) => key.kind !== 'diff')) {
		const row = page.locator(`.lab-knob[data-key="${name}"]`);
		await expect(row, `${name}, a ${kind}`).toHaveCount(1);
		await expect(row).toContainText(meaning);
	}
	await expect(page.locator('.lab-knob')).toHaveCount(keys.length - 1);
});

test('what is turned is run at once, with the digest of the command line', async ({ page }) => {
	await open(page);
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
	await open(page);
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

test('two recipes run on one seed side by side, differences marked', async ({ page }) => {
	await open(page);
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
	await open(page);
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

test('a rule says what it comes to, for who has not met its name', async ({ page }) => {
	await open(page);
	for (const [key, words] of Object.entries(ruleWords)) {
		for (const choice of await knob(page, key).locator('option').allTextContents()) {
			await knob(page, key).selectOption(choice);
			await expect(page.locator(`.lab-knob[data-key="${key}"] .lab-rule`)).toContainText(words[choice] ?? 'no words');
		}
	}
});

test('a sweep draws a knob value by value, with intervals', async ({ page }) => {
	await open(page);
	await page.locator('section[aria-labelledby=lab-sweep] summary').click();
	await page.getByLabel('Values').fill('1, 2, 3');
	await sweep(page).click();
	const figure = page.locator('figure.lab-sweep');
	await expect(figure.locator('.lab-chart circle')).toHaveCount(3);
	await expect(figure.getByRole('row')).toHaveCount(4);
	await expect(figure.locator('tbody .interval').first()).toHaveText(/±/);
	await knob(page, 'policy').selectOption('rfc');
	await expect(page.locator('section[aria-labelledby=lab-sweep]')).toContainText('The knobs were turned since');
	await page.getByLabel('Values').fill('1, many');
	await sweep(page).click();
	await expect(page.locator('section[aria-labelledby=lab-sweep] .problem')).toContainText(
		"found 'many' among the values",
	);
});

test('C that is typed is read as it is typed: the error at its line, then the verdict', async ({ page }) => {
	await open(page, '#x/unlucky/#v=1&m=fc81341e');
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
	await open(page);
	await paste(page, fixture('rfc-from-kernel.patch'));
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
	await expect(page.locator('.lab-editor-place .cm-content')).toContainText('/* mine, and unfinished');
	await page.getByText('Paste a patch', { exact: true }).click();
	await expect(page.locator('.lab-paste textarea')).toHaveValue(
		fixture('rfc-from-kernel.patch').replaceAll('\r\n', '\n'),
	);
	await page.getByRole('button', { name: 'Reset the C' }).click();
	await expect(page.locator('.lab-read')).toContainText('Nothing is changed');
});

test('who starts anew has the C of the eras again, in the editor, too', async ({ page }) => {
	await open(page);
	await paste(page, fixture('rfc-from-kernel.patch'));
	await page.getByRole('button', { name: 'Show it' }).click();
	const text = page.locator('.lab-editor-place .cm-content');
	await expect(text).toHaveAttribute('aria-label', 'The C of arch/x86/mm/fault.c');
	await expect(text).toBeFocused();
	await expect(text).not.toContainText('flags &= ~FAULT_FLAG_ALLOW_RETRY');
	await page.getByRole('button', { name: 'Reset all knobs' }).click();
	await expect(page.locator('.lab-read')).toContainText('Nothing is changed');
	await expect(text).toContainText('flags &= ~FAULT_FLAG_ALLOW_RETRY');
	await expect(digest(page)).toHaveText(digestInNode({}));
});

test('each of two recipes has C of its own, and A has its own back when B is left out', async ({ page }) => {
	await open(page);
	await page.getByRole('button', { name: 'Compare with a second recipe' }).click();
	const whose = page.locator('section[aria-labelledby=lab-c] select').first();
	await whose.selectOption('b');
	await paste(page, fixture('rfc-from-kernel.patch'));
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

test('diff [1] out of a quoted mail shows its lint and is VIOLATED', async ({ page }) => {
	await open(page);
	await knob(page, 'page-lock').selectOption('v4.20');
	await knob(page, 'rwsem').selectOption('v4.20');
	await paste(page, fixture('diff1-web-archive.mail'));
	await expect(page.locator('.lab-landed')).toContainText('of context dropped');
	await expect(page.locator('.lab-diagnostics li[data-severity=warning]').first()).toContainText('Lint at');
	await expect(page.locator('.lab-small .verdict-word').first()).toHaveText('VIOLATED');
	await expect(page.locator('.lab-small')).toContainText('no-warning');
	await page.getByRole('button', { name: 'Reset the C' }).click();
	await expect(page.locator('.lab-diagnostics')).toHaveCount(0);
});

test('a patch that does not land is refused by its line, and stays where it was pasted', async ({ page }) => {
	await open(page);
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
	await paste(page, fixture('rfc-from-kernel.patch'));
	await expect(page.locator('.lab-paste .problem')).toContainText(
		'It would land with policy never-polite, or policy v4.20: turn that among the knobs.',
	);
});

test('the address holds what is shown: another visit runs it and says that it is the same', async ({
	page,
	context,
}) => {
	await open(page);
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
		await open(page, fragment);
		await expect(page.locator('.lab-opened')).toContainText('This link cannot be opened');
		await expect(digest(page)).toHaveText(digestInNode({}));
	}
});

test('a run and a verdict are cited as the command line cites them', async ({ page }) => {
	await open(page);
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

test('a long run and a long search keep the page quick, say how far they are, and stop', async ({ browser, page }) => {
	await open(page);
	const tasks = await busyTasks(browser, page, async () => {
		await knob(page, 'seeds').fill('500');
		const progress = page.locator('section[aria-labelledby=lab-results] > .lab-go .lab-progress');
		await expect(progress).toHaveText(/[1-9]\d* of 500 seeds/);
		await page.getByRole('button', { name: 'Stop the run' }).click();
		await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible();
		await expect(digest(page)).toHaveText(digestInNode({}));

		await knob(page, 'seeds').fill('1');
		await knob(page, 'lockers').fill('4');
		await knob(page, 'writers').fill('4');
		await knob(page, 'bystanders').fill('4');
		await knob(page, 'page-lock').selectOption('v5.9');
		const most = { lockers: 4, writers: 4, bystanders: 4, 'page-lock': 'v5.9' };
		await expect(digest(page)).toHaveText(digestInNode(most));
		await searchAll(page).click();
		await expect(property(page, 'victim-completes').locator('.verdict-word')).toHaveText('UNKNOWN', {
			timeout: 30_000,
		});
		await expect(searchAll(page)).toHaveText('Search on');
		await searchAll(page).click();
		await expect(page.locator('.lab-verdicts .lab-progress')).toHaveText(/\d{3},\d{3} states found/);
		await searchAll(page).click();
		await expect(searchAll(page)).toHaveText('Search on');
	});
	expect(tasks).toEqual([]);
});

test('it is light until the editor is asked for', async ({ page }) => {
	const sizes = new Map<string, number>();
	page.on('response', async (response) => {
		if (!/\.js(\?|$)/.test(response.url())) return;
		const body = await response.body().catch(() => null);
		if (body !== null) sizes.set(response.url(), gzipSync(body).length);
	});
	await open(page);
	const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
	expect([...sizes.keys()].some((url) => url.includes('worker'))).toBe(true);
	expect(total).toBeLessThan(SCRIPTS_MAX);
	await openEditor(page);
	expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeGreaterThan(total + 80 * 1024);
});

test('keyboard alone reaches the knobs, the editor and leaves it again', async ({ page }) => {
	await open(page);
	const tabTo = async (wanted: Locator) => {
		for (let presses = 0; presses < 200; presses++) {
			if (await wanted.evaluate((each) => each === document.activeElement)) return;
			await page.keyboard.press('Tab');
		}
		throw new Error('the Tab key does not lead there');
	};
	await page.locator('h1').click();
	await tabTo(knob(page, 'policy'));
	await page.keyboard.press('ArrowUp');
	await expect(digest(page)).toHaveText(digestInNode({ policy: 'rfc' }));
	await tabTo(page.getByRole('button', { name: 'Edit the C' }));
	await page.keyboard.press('Enter');
	await expect(page.locator('.lab-editor-place .cm-content')).toBeVisible();
	await tabTo(page.locator('.lab-editor-place'));
	await page.keyboard.type('x');
	await expect(page.locator('.lab-diagnostics li[data-severity=error]').first()).toBeVisible();
	await page.keyboard.press('Control+z');
	await tabTo(page.locator('section[aria-labelledby=lab-sweep] summary'));
	await page.keyboard.press('Enter');
	await tabTo(sweep(page));
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`axe finds nothing in it, and nothing is wider than a phone, ${colorScheme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 320, height: 700 });
		await open(page);
		await page.getByRole('button', { name: 'Compare with a second recipe' }).click();
		await knob(page, 'policy, B').selectOption('rfc');
		await searchAll(page).click();
		await expect(property(page, 'victim-completes').locator('.verdict-word')).toHaveText(['HOLDS', 'VIOLATED']);
		await paste(page, fixture('rfc-from-kernel.patch'));
		await openEditor(page);
		await page.locator('section[aria-labelledby=lab-sweep] summary').click();
		await sweep(page).click();
		await expect(page.locator('.lab-chart')).toBeVisible({ timeout: 20_000 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
	});
}

test('without storage it works, and says that nothing is kept', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'localStorage', {
			get: () => {
				throw new DOMException('refused', 'SecurityError');
			},
		});
	});
	await open(page);
	await openEditor(page);
	await page.keyboard.type('/* x */');
	await expect(page.locator('section[aria-labelledby=lab-c]')).toContainText('This browser keeps nothing');
});

test('without scripts it says what it is, lists the experiments, and how to do it elsewhere', async ({
	browser,
	baseURL,
}) => {
	const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(LAB);
	await expect(page.locator('.lab')).toBeHidden();
	await expect(page.getByText('bin/polite run unlucky --policy rfc --seeds 20')).toBeVisible();
	for (const { name, title } of namedExperiments(content)) {
		await expect(page.locator('.lab-alone dt', { hasText: `${name}: ${title}` })).toBeVisible();
	}
	await context.close();
});
