import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chapterPages } from './support/site-pages.ts';
import { expect, test } from './support/test.ts';

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
	expect(pages.size).toBeGreaterThan(chapterPages.length);
	expect(lost).toEqual([]);
});

/** The values of an attribute in a page's HTML. */
function values(html: string, name: string): string[] {
	return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);
}
