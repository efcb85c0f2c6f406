import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { pageKinds } from './support/page-kinds.ts';
import { provocations, provoke } from './support/provoke.ts';

// The pages' Content-Security-Policy, and that the browser holds to it. A page that is provoked complains in its
// console; hence the bare `test`, which takes no offence.

const site = 'dist';
const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
const pages = files.filter((file) => file.endsWith('.html'));

const directives = {
	'default-src': "'none'",
	'connect-src': "'self'",
	'font-src': "'self'",
	'img-src': "'self'",
	'worker-src': "'self'",
	'base-uri': "'none'",
	'form-action': "'none'",
};

test('every page of the site has the policy, before anything else, and nothing wider', () => {
	expect(pages.length).toBeGreaterThan(40);
	for (const file of pages) {
		const html = readFileSync(path.join(site, file), 'utf8');
		const [, policy = ''] =
			/^<!DOCTYPE html><html[^>]*><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="([^"]*)">/.exec(
				html,
			) ?? [];
		const found = policy
			.split(';')
			.map((directive) => directive.trim())
			.filter((directive) => directive !== '');
		const {
			'script-src': scripts,
			'style-src': styles,
			...others
		} = Object.fromEntries(
			found.map((directive) => {
				const [name = '', ...sources] = directive.split(' ');
				return [name, sources.join(' ')];
			}),
		);
		expect(others, file).toEqual(directives);
		for (const sources of [scripts, styles]) expect(sources, file).toMatch(/^'self'(?: 'sha256-[\w+/]{43}=')*$/);
	}
});

// A worker is not under the policy of the page that starts it.
test('no script of the site evaluates text', () => {
	const scripts = files.filter((file) => file.endsWith('.js'));
	expect(scripts.length).toBeGreaterThan(10);
	for (const file of scripts) {
		expect(readFileSync(path.join(site, file), 'utf8'), file).not.toMatch(
			/\beval\(|\bFunction\(|\bimportScripts\(|\bset(?:Timeout|Interval)\(['"`]/,
		);
	}
});

for (const address of pageKinds) {
	test(`what a stranger's text would do is refused on ${address || 'home'}`, async ({ page }) => {
		await page.goto(address, { waitUntil: 'networkidle' });
		const { done, refused, requests } = await provoke(page);
		expect(done).toEqual([]);
		expect(requests).toEqual([]);
		expect(refused.sort()).toEqual([...new Set(Object.values(provocations))].sort());
	});
}

test('without the policy all of it would be done', async ({ page }) => {
	await page.route('**/claims/', async (route) => {
		const response = await route.fetch();
		const body = (await response.text()).replace(/<meta http-equiv="content-security-policy"[^>]*>/, '');
		await route.fulfill({ response, body });
	});
	await page.goto('claims/', { waitUntil: 'networkidle' });
	const { done, refused, requests } = await provoke(page);
	expect(refused).toEqual([]);
	const seen = [...done, ...requests.filter((each) => each === '/frame' || each === '/form')].sort();
	expect(seen).toEqual(
		[...Object.keys(provocations).filter((each) => !/frame|form/.test(each)), '/form', '/frame'].sort(),
	);
});
