import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

/** The chapters, in the order of the argument: the names of their files are numbered. */
const slugs = readdirSync('content/chapters')
	.sort()
	.map((file) => file.replace(/^\d+-|\.mdx$/g, ''));

const first = `chapters/${slugs[0]}/`;

test.describe('previous, next and contents', () => {
	test('N leads through all chapters, P back', async ({ page }) => {
		await page.goto('.');
		for (const slug of slugs) {
			await page.keyboard.press('n');
			await page.waitForURL(new RegExp(`/chapters/${slug}/$`));
		}
		await page.keyboard.press('p');
		await page.waitForURL(new RegExp(`/chapters/${slugs.at(-2)}/$`));
	});

	for (const width of [320, 1440]) {
		test(`the contents say where one is, at ${width} px`, async ({ page }) => {
			await page.setViewportSize({ width, height: 800 });
			await page.goto(`chapters/unlucky/`);
			const contents = page.getByRole('navigation', { name: 'Contents' });
			await expect(contents).toBeHidden();
			await page.getByRole('button', { name: 'Contents' }).click();
			await expect(contents.locator('[aria-current="page"]')).toHaveText('Some process just gets unlucky');
			await expect(contents.locator('.contents > li')).toHaveCount(slugs.length + 1);
			const sections = contents.locator('.contents-sections a');
			await expect(sections).toHaveText(await page.locator('main h2').allInnerTexts());
			await sections.nth(2).click();
			await expect(contents).toBeHidden();
			await expect(page.locator('main h2').nth(2)).toBeInViewport();
			await page.keyboard.press('c');
			await expect(contents.locator('[aria-current="location"]')).toHaveText(await sections.nth(2).innerText());
			const box = await contents.boundingBox();
			expect(box?.x).toBeGreaterThanOrEqual(0);
			expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
		});
	}
});

test.describe('keys', () => {
	test('the question mark lists them, Escape closes the list, and so does its button', async ({ page }) => {
		await page.goto(first);
		const list = page.getByRole('dialog', { name: 'Keys' });
		await page.keyboard.press('?');
		await expect(list).toBeVisible();
		await page.keyboard.press('n');
		await expect(page).toHaveURL(new RegExp(`${first}$`));
		const { violations } = await new AxeBuilder({ page }).include('#shortcuts').analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
		await page.keyboard.press('Escape');
		await expect(list).toBeHidden();
		await page.getByRole('button', { name: 'Keys' }).click();
		await page.keyboard.press('Enter');
		await expect(list).toBeHidden();
	});

	test('each letter does what the list says', async ({ page }) => {
		await page.goto(first);
		await page.keyboard.press('t');
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
		await page.keyboard.press('g');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Glossary');
		await page.waitForLoadState();
		await page.keyboard.press('h');
		await expect(page.getByRole('link', { name: 'Polite or Certain' }).first()).toHaveAttribute('aria-current', 'page');
	});

	test('they do nothing with another key, within a widget, or once turned off', async ({ page }) => {
		await page.goto('chapters/unlucky/', { waitUntil: 'networkidle' });
		const here = page.url();
		await page.keyboard.press('Control+p');
		await page.getByRole('combobox').first().focus();
		await page.keyboard.press('n');
		await page.locator('.lock-figure .scrubber').first().focus();
		await page.keyboard.press('n');
		await page.locator('h1').click();
		await page.keyboard.press('?');
		await page.getByRole('checkbox').uncheck();
		await page.keyboard.press('Escape');
		await page.keyboard.press('n');
		await page.keyboard.press('?');
		await expect(page.getByRole('dialog')).toBeHidden();
		expect(page.url()).toBe(here);
		await page.reload();
		await page.keyboard.press('n');
		expect(page.url()).toBe(here);
	});
});

test.describe('anchors', () => {
	test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

	test('a heading’s copies its address, and says so', async ({ page }) => {
		await page.goto('chapters/unlucky/');
		const heading = page.locator('.heading').nth(1);
		const link = heading.getByRole('link', { name: 'Link to this section' });
		await expect(link).toHaveCSS('opacity', '0');
		await heading.hover();
		await expect(link).toHaveCSS('opacity', '1');
		const scrolled = await page.evaluate(() => scrollY);
		await link.focus();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('status').filter({ hasText: 'The address is copied.' })).toHaveCount(1);
		const id = await heading.getByRole('heading').getAttribute('id');
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		expect(new URL(copied).hash).toBe(`#${id}`);
		expect(page.url()).toBe(copied);
		expect(await page.evaluate(() => scrollY)).toBe(scrolled);
	});

	test('every figure of every chapter has one, large enough for a finger', async ({ page }) => {
		for (const slug of slugs) {
			await page.goto(`chapters/${slug}/`);
			const figures = await page.locator('main figure').evaluateAll((all) =>
				all.map((figure) => {
					const place = figure.closest('[id]');
					const link = document.querySelector(`a.anchor[href="#${place?.id}"]`);
					const { width = 0, height = 0 } = link?.getBoundingClientRect() ?? {};
					return { figure: figure.className, id: place?.id, ample: width >= 24 && height >= 24 };
				}),
			);
			expect(figures.length).toBeGreaterThan(0);
			for (const figure of figures) expect(figure, slug).toEqual({ ...figure, ample: true });
			expect(new Set(figures.map(({ id }) => id)).size, slug).toBe(figures.length);
		}
	});

	test('without scripts it is a link', async ({ browser, baseURL }) => {
		const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto('chapters/unlucky/');
		const link = page.getByRole('link', { name: 'Link to this figure' }).first();
		await link.focus();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/#lanes-unlucky$/);
		await expect(page.getByRole('button', { name: 'Keys' })).toBeHidden();
		await context.close();
	});
});

test.describe('terms', () => {
	test('show their meaning where they first stand, and lead to the glossary', async ({ page }) => {
		await page.goto(first);
		const term = page.locator('a.term').first();
		const meaning = page.locator('.term-meaning');
		await term.hover();
		await expect(meaning).toContainText('The processor stops it');
		await page.keyboard.press('Escape');
		await expect(meaning).toBeHidden();
		await page.locator('h1').hover();
		await page.locator('.skip-link').focus();
		while (!(await term.evaluate((link) => link === document.activeElement))) await page.keyboard.press('Tab');
		await expect(meaning).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/glossary\/#page-fault$/);
		await expect(page.locator('#page-fault')).toBeInViewport();
	});

	test('show it at the first touch, where nothing can point', async ({ browser, baseURL }) => {
		const context = await browser.newContext({
			...(baseURL ? { baseURL } : {}),
			hasTouch: true,
			isMobile: true,
			viewport: { width: 320, height: 700 },
		});
		const page = await context.newPage();
		await page.goto(first);
		const term = page.locator('a.term').first();
		await term.tap();
		await expect(page.locator('.term-meaning')).toBeInViewport();
		await term.tap();
		await expect(page).toHaveURL(/glossary\/#page-fault$/);
		await context.close();
	});

	test('have it as their title without scripts', async ({ browser, baseURL }) => {
		const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(first);
		await expect(page.locator('a.term').first()).toHaveAttribute('title', /The processor stops it/);
		await context.close();
	});
});

test.describe('all on one page', () => {
	test('holds every heading of home and the chapters once, and no id twice', async ({ page, request }) => {
		await page.goto('whole/');
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
		const headings = (await page.locator('main :is(h2, h3)').allTextContents()).map(words);
		const wanted: string[] = [];
		// The page's own policy would hold for what is read in it.
		const reader = await page.context().newPage();
		for (const slug of slugs) {
			const html = await (await request.get(`chapters/${slug}/`)).text();
			wanted.push(...(await headingsOf(reader, html)));
		}
		expect(wanted.length).toBeGreaterThan(40);
		expect(headings).toEqual(expect.arrayContaining(wanted));
		const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
		expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
		await expect(page.locator('astro-island')).toHaveCount(0);
		await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
	});

	test('keeps its notes, and draws its figures, on paper', async ({ page }) => {
		await page.emulateMedia({ media: 'print' });
		await page.goto('whole/');
		await expect(page.locator('.lock-figure .timeline').first()).toBeVisible();
		await expect(page.locator('.note').first()).toBeVisible();
		await expect(page.locator('.anchor').first()).toBeHidden();
		expect((await page.pdf()).length).toBeGreaterThan(100_000);
	});
});

for (const address of ['glossary/', 'whole/']) {
	test(`${address} does not overflow at 320 px`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 800 });
		await page.goto(address, { waitUntil: 'networkidle' });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	});
}

for (const colorScheme of ['light', 'dark'] as const) {
	test(`axe finds nothing in the glossary, ${colorScheme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.goto('glossary/', { waitUntil: 'networkidle' });
		expect(await violationsOf(new AxeBuilder({ page }))).toEqual([]);
	});
}

// Colours and code are tried chapter by chapter: here they are the same, only nine times as many.
test('axe finds nothing in how the page of all is put together', async ({ page }) => {
	test.slow();
	await page.goto('whole/', { waitUntil: 'networkidle' });
	const builder = new AxeBuilder({ page }).disableRules(['color-contrast']).exclude('pre').exclude('main svg');
	expect(await violationsOf(builder)).toEqual([]);
});

test('every link and anchor of every page that was built leads somewhere', async () => {
	const folder = 'dist';
	const pages = new Map(
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.html'))
			.map((file) => [
				`/${file
					.split(path.sep)
					.join('/')
					.replace(/index\.html$/, '')}`,
				readFileSync(path.join(folder, file), 'utf8'),
			]),
	);
	const ids = new Map([...pages].map(([address, html]) => [address, new Set(values(html, 'id'))]));
	const experiments = readdirSync('content/experiments');
	const lost: string[] = [];
	for (const [from, html] of pages) {
		for (const href of new Set(values(html, 'href'))) {
			if (/^[a-z]+:/.test(href) || /\.(?:css|js|woff2|svg)$/.test(href)) continue;
			const { pathname, hash } = new URL(href, `http://site${from}`);
			// What an experiment's page or the laboratory is to open is a link, no anchor.
			const [, opened] = /^(?:\/lab\/#|\/)x\/([^/]+)\/#v=/.exec(pathname + hash) ?? [];
			if (opened !== undefined && experiments.includes(`${opened}.json`)) continue;
			if (/^\/lab\/#v=/.test(pathname + hash)) continue;
			const found = ids.get(pathname);
			if (!found || (hash !== '' && !found.has(decodeURIComponent(hash.slice(1))))) lost.push(`${from}: ${href}`);
		}
	}
	expect(pages.size).toBeGreaterThan(slugs.length);
	expect(lost).toEqual([]);
});

async function violationsOf(builder: AxeBuilder): Promise<string[]> {
	const { violations } = await builder.analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
}

/** The values of an attribute in a page's HTML. */
function values(html: string, name: string): string[] {
	return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);
}

function words(text: string): string {
	return text.replaceAll(/\s+/g, ' ').trim();
}

/** The headings of a chapter's main text, as its HTML has them. */
async function headingsOf(page: Page, html: string): Promise<string[]> {
	const texts = await page.evaluate(
		(source) =>
			[...new DOMParser().parseFromString(source, 'text/html').querySelectorAll('main :is(h1, h2)')].map(
				({ textContent }) => textContent,
			),
		html,
	);
	return texts.map(words);
}
