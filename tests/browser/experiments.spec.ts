import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { citedEngine } from '../../src/cli/cited-engine.ts';
import { readContent } from '../../src/cli/content.ts';
import { main } from '../../src/cli/main.ts';
import { findingsOf, promiseOfFindings } from '../../src/experiment/citation/findings.ts';
import { eraFiles, erasText } from '../../src/experiment/eras.ts';
import { compareOpened } from '../../src/experiment/link/compare-opened.ts';
import { decodeLink } from '../../src/experiment/link/decode-link.ts';
import { encodeLink } from '../../src/experiment/link/encode-link.ts';
import { askFor } from '../../src/experiment/link/question.ts';
import { namedExperiments } from '../../src/experiment/named-experiments.ts';
import { landPatch } from '../../src/experiment/patch/land-patch.ts';
import { awaken } from './support/awaken.ts';
import { axeViolations } from './support/axe-violations.ts';
import { expect, test } from './support/test.ts';

const content = readContent();
const engine = citedEngine(content);
const experiments = namedExperiments(content);

/** What a shell prints, given a text on its standard input. */
function shell(command: string, input = '', env: Record<string, string> = {}) {
	const { status, stdout } = spawnSync('sh', ['-c', command], {
		input,
		encoding: 'utf8',
		env: { ...process.env, ...env },
	});
	return { status, stdout };
}

/** What a line of `bin/polite` prints, without a process of its own for each. */
async function printed(line: string): Promise<string> {
	const texts: string[] = [];
	const [, ...words] = line.split(' ');
	expect(await main(words, { out: (text) => texts.push(text), err: (text) => texts.push(text) })).toBe(0);
	return texts.join('');
}

const opened = (page: Page) => page.locator('#opened');

/** Opens an address and waits until its link has come to an end. */
async function open(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await expect(opened(page).locator('.opened-comparison, .problem')).toBeVisible({ timeout: 30_000 });
}

for (const { name, title } of experiments) {
	test(`the experiment ${name} has a page, with its citations to the byte`, async ({ page }) => {
		test.setTimeout(60_000);
		await page.goto(`x/${name}/`);
		await expect(page.locator('h1')).toHaveText(title);
		await expect(opened(page)).toBeHidden();
		const blocks = await page.locator('.citation').all();
		expect(blocks.length).toBeGreaterThan(0);
		for (const block of blocks) {
			const command = await block.locator('.citation-head code').innerText();
			expect(await block.locator('pre').textContent(), command).toBe(await printed(command));
		}
	});
}

test.describe('a link', () => {
	test.setTimeout(60_000);
	const link = 'x/unlucky/#v=1&policy=rfc&of=victim&m=7788c65c&d=V';

	test('of the same model is the same, and cited to the byte', async ({ page, baseURL }) => {
		await open(page, link);
		await expect(opened(page).locator('.opened-comparison')).toHaveAttribute('data-kind', 'same');
		await expect(opened(page)).toContainText('As the link promised: VIOLATED, on the same model.');
		const { origin, pathname } = new URL(baseURL ?? '');
		const cited = shell(`bin/polite cite '${link}'`, '', { SITE_URL: origin, SITE_BASE: pathname }).stdout;
		expect(await page.locator('#opened-citation').textContent()).toBe(cited);
	});

	test('of another model says so', async ({ page }) => {
		await open(page, link.replace('7788c65c', '0badc0de'));
		await expect(opened(page).locator('.opened-comparison')).toHaveAttribute('data-kind', 'other model');
		await expect(opened(page)).toContainText('the link was made on model 0badc0de, this is model 7788c65c');
	});

	test('of another verdict shows both', async ({ page }) => {
		await open(page, link.replace('d=V', 'd=H'));
		await expect(opened(page).locator('.opened-comparison')).toHaveAttribute('data-kind', 'different');
		await expect(opened(page)).toContainText('The link promised HOLDS; found is VIOLATED. The model is the same');
	});

	test('to a run is run, and the next one in the same address bar, too', async ({ page }) => {
		await open(page, 'x/unlucky/#v=1&policy=rfc&seed=7&m=7788c65c');
		await expect(opened(page)).toContainText('The link promises no answer.');
		await page.evaluate(() => {
			location.hash = 'v=1&of=no-deadlock&m=fc81341e&d=H';
		});
		await expect(opened(page)).toContainText('As the link promised: HOLDS');
		await opened(page).getByRole('link', { name: 'as it is' }).press('Enter');
		await expect(opened(page)).toBeHidden();
	});

	test('can be stopped, and leads to the laboratory', async ({ page }) => {
		await page.goto('x/unlucky/#v=1&duration-ms=60000&seeds=1000&m=7788c65c');
		await expect(opened(page)).toContainText('how often and how long');
		await opened(page).getByRole('button', { name: 'Stop' }).press('Enter');
		await expect(opened(page)).toContainText('You stopped it');
		await opened(page).getByRole('button', { name: 'laboratory' }).press('Enter');
		await expect(page).toHaveURL(/lab\/#/);
	});

	test('opened has nothing that axe finds, nor overflows a narrow page', async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 800 });
		await open(page, link);
		expect(await axeViolations(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	});
});

test.describe('refused with the reason, and a way on', () => {
	const bomb = deflateRawSync(Buffer.alloc(50_000_000)).toString('base64url');
	const markup = '<img src=x onerror=document.title=1>';
	for (const [what, fragment, reason] of [
		['an unknown key', 'v=1&polcy=rfc&m=7788c65c', "unknown key 'polcy'; did you mean policy?"],
		['a wrong value', 'v=1&lockers=-1&m=7788c65c', 'lockers: found -1, expected a whole number from 0 to 64'],
		['markup', `v=1&io-ns=${encodeURIComponent(markup)}&m=7788c65c`, `io-ns: found "${markup}"`],
		['a link cut short', 'v=1&policy=rfc', 'found no m, the digest of the model'],
		['garbage', '%E0%A4%A', 'expected a key and its value|begins no character'],
		['a bomb', `v=1&patch=${bomb}&m=7788c65c`, 'patch: it unpacks to more than 262144 bytes'],
		['a million characters', 'A'.repeat(1_000_000), 'at most 400000 may be'],
	] as const) {
		test(what, async ({ page }) => {
			await open(page, `x/unlucky/#${fragment}`);
			const problem = await opened(page).locator('.problem').innerText();
			expect(
				reason.split('|').some((words) => problem.includes(words)),
				problem,
			).toBe(true);
			expect(problem.length).toBeLessThan(600);
			await expect(opened(page).locator('img, script, iframe')).toHaveCount(0);
			await opened(page).getByRole('link', { name: 'as it is' }).click();
			await expect(opened(page)).toBeHidden();
			await expect(page.locator('h1')).toBeVisible();
		});
	}
});

test('what a patch is cited for, the shell confirms, and refutes when its verdict is changed', async ({ page }) => {
	test.setTimeout(120_000);
	const experiment = experiments.find(({ name }) => name === 'unlucky');
	if (experiment === undefined) throw new Error('there is no experiment unlucky');
	const recipe = { ...experiment.recipe, policy: 'rfc' };
	const diff1 = readFileSync('tests/fixtures/patches/diff1-web-archive.mail', 'utf8');
	const { patch } = landPatch(diff1, eraFiles(content, recipe), erasText(recipe));
	const subject = { experiment, recipe: { ...recipe, patch }, base: null, question: askFor('no-warning') };
	await open(page, await encodeLink(subject, promiseOfFindings(subject, findingsOf(subject, engine)), content));
	await expect(opened(page).locator('.opened-comparison')).toHaveAttribute('data-kind', 'same');
	const citation = (await page.locator('#opened-citation').textContent()) ?? '';
	const mail = `Hello,\n\nabout diff [1]:\n\n${citation.replace(/^/gm, '> ')}\n-- \nA reader\n`;
	expect(shell('bin/polite verify -', mail)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^CONFIRMED/) });
	const [, verdict = ''] = /^> Answer: no-warning (\w+)/m.exec(mail) ?? [];
	const changed = mail.replace(`no-warning ${verdict}`, `no-warning ${verdict === 'HOLDS' ? 'VIOLATED' : 'HOLDS'}`);
	expect(shell('bin/polite verify -', changed)).toMatchObject({ status: 1, stdout: expect.stringMatching(/^REFUTED/) });
});

test('the examples on the page of links open to what they promise', async ({ page, baseURL }) => {
	await page.goto('links/');
	const shown = await page
		.locator('.link-examples a')
		.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
	expect(shown.length).toBeGreaterThan(5);
	for (const address of shown) {
		const link = await decodeLink(address.slice(baseURL?.length), content);
		const { kind } = compareOpened(link.promise, promiseOfFindings(link, findingsOf(link, engine)));
		expect(kind, address).toBe('same');
	}
});

test('the mail on the page on citing is confirmed', async ({ page }) => {
	await page.goto('cite/');
	expect(shell('bin/polite verify -', (await page.locator('#example-mail').textContent()) ?? '').status).toBe(0);
});

test('each figure and verdict of a chapter leads to its citation by a short link', async ({ page, baseURL }) => {
	await page.goto('chapters/unlucky/', { waitUntil: 'networkidle' });
	const follow = () =>
		page
			.getByRole('link', { name: 'Cite', exact: true })
			.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
	const links = await follow();
	expect(links.length).toBe((await page.locator('.run-line').count()) + (await page.locator('figure.verdict').count()));
	for (const link of links) {
		const relative = link.slice(baseURL?.length);
		expect(relative.length).toBeLessThanOrEqual(100);
		const decoded = await decodeLink(relative, content);
		expect(compareOpened(decoded.promise, promiseOfFindings(decoded, findingsOf(decoded, engine))).kind).toBe('same');
	}
	await page.getByRole('combobox', { name: 'Policy' }).first().press('ArrowDown');
	await expect(page.locator('.run-line').first()).toContainText('policy rfc');
	expect((await follow())[0]).toContain('x/unlucky/#v=1&policy=rfc&');
	await page.getByRole('button', { name: 'Another seed' }).first().click();
	await expect(page.locator('.run-line').first()).toContainText('seed 2');
	const [seeded = ''] = await follow();
	expect(seeded).toContain('&policy=rfc&seed=2&');
	const decoded = await decodeLink(seeded, content);
	expect(compareOpened(decoded.promise, promiseOfFindings(decoded, findingsOf(decoded, engine))).kind).toBe('same');
});

test('what a link came to is handed on as SVG and as JSON', async ({ page }) => {
	test.setTimeout(60_000);
	const save = async (name: string) => {
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			opened(page).getByRole('button', { name }).press('Enter'),
		]);
		return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
	};
	for (const [fragment, words] of [
		['v=1&policy=rfc&of=victim&m=7788c65c&d=V', ['victim', 'locker 2', 'over and over']],
		['v=1&policy=rfc&m=7788c65c', ['victim', 'locker 2', ' us']],
	] as const) {
		await open(page, `x/unlucky/#${fragment}`);
		const drawing = await save('SVG');
		expect(drawing.name).toBe('unlucky.svg');
		const shown = await page.evaluate((text) => {
			const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
			return { name: root.nodeName, text: root.textContent ?? '', width: Number(root.getAttribute('width')) };
		}, drawing.text);
		expect(shown.name).toBe('svg');
		expect(shown.width).toBeGreaterThan(200);
		for (const word of words) expect(shown.text).toContain(word);
		const data = await save('JSON');
		expect(data.name).toBe('unlucky.json');
		const found = JSON.parse(data.text);
		expect(found.digest).toMatch(/^[0-9a-f]{16}$/);
		expect(await page.locator('#opened-citation').textContent()).toContain(found.digest);
	}
});

test('a reader’s own search is cited as it was searched', async ({ page, baseURL }) => {
	test.setTimeout(60_000);
	await page.goto('chapters/unlucky/', { waitUntil: 'networkidle' });
	const verdict = page.locator('figure.verdict').first();
	await awaken(page);
	await verdict.locator('.verdict-search summary').press('Enter');
	await verdict.getByRole('spinbutton', { name: 'lockers' }).fill('1');
	await verdict.getByLabel('page lock').selectOption('v4.20');
	await verdict.getByLabel('fairness').selectOption('strong');
	await verdict.locator('.verdict-start').click();
	await expect(verdict.locator('figcaption')).toContainText('Your own search', { timeout: 30_000 });
	const cite = verdict.getByRole('link', { name: 'Cite', exact: true });
	const link = (await cite.evaluate((a) => (a as HTMLAnchorElement).href)).slice(baseURL?.length);
	expect(link).toContain('&page-lock=v4.20&lockers=1&of=victim&fairness=strong&');
	const decoded = await decodeLink(link, content);
	expect(compareOpened(decoded.promise, promiseOfFindings(decoded, findingsOf(decoded, engine))).kind).toBe('same');
	await cite.click();
	await expect(opened(page).locator('.opened-comparison')).toHaveAttribute('data-kind', 'same', { timeout: 30_000 });
	expect(await page.locator('#opened-citation').textContent()).toContain(link);
});
