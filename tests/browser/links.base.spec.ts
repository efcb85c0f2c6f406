import { mainPages, otherPages, variantPages } from './support/site-pages.ts';
import { expect, test } from './support/test.ts';

// Every link within the site leads somewhere, from every page and variant, wherever the site stands.
test('no link within the site is broken', async ({ page, request, baseURL }) => {
	const origin = new URL(baseURL ?? '').origin;
	const places = new Map<string, string>();
	for (const address of [...mainPages, ...variantPages, ...otherPages]) {
		await page.goto(address);
		const links = await page.locator('a[href]').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
		for (const link of links) if (link.startsWith(origin)) places.set(link.split('#')[0] ?? link, address);
	}
	expect(places.size).toBeGreaterThan(5);
	for (const [place, from] of places) {
		expect((await request.get(place)).status(), `${place}, linked from ${from}`).toBe(200);
	}
});

// A place on a page is there.
test('no fragment within the site is lost', async ({ page }) => {
	for (const address of [...mainPages, ...otherPages]) {
		await page.goto(address);
		const lost = await page
			.locator('a[href^="#"]')
			.evaluateAll((all) =>
				all
					.map((a) => a.getAttribute('href') ?? '#')
					.filter((href) => href !== '#' && document.getElementById(decodeURIComponent(href.slice(1))) === null),
			);
		expect(lost, address).toEqual([]);
	}
});
