import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './scripts/find-browser.mjs';

/** The site as it is built for the root of a host, and for a folder of one: the two ways in which it is tried. */
const port = Number(process.env['TEST_PORT'] ?? 4331);
const sites = [
	{ name: 'root', base: '/', folder: 'dist', port },
	{ name: 'sub-path', base: '/sub/path/', folder: 'dist-sub-path', port: port + 1 },
];

const address = (site: (typeof sites)[number]) => `http://127.0.0.1:${site.port}${site.base}`;

export default defineConfig({
	testDir: 'tests/browser',
	fullyParallel: true,
	// A page waits for its workers and for the server: three keep two cores busy.
	workers: 3,
	forbidOnly: process.env['CI'] !== undefined,
	// On a busy machine one of four hundred may go astray: it is tried again, and told as flaky.
	retries: 1,
	reporter: 'list',
	// Nothing is timed: a busy machine only takes longer.
	expect: { timeout: 15_000 },
	use: {
		...devices['Desktop Chrome'],
		launchOptions: await findBrowser(),
	},
	projects: sites.map((site) => ({
		name: site.name,
		use: { baseURL: address(site) },
		// What does not depend on where the site stands is tried once.
		...(site.base === '/' ? {} : { testMatch: '**/*.base.spec.ts' }),
	})),
	webServer: sites.map((site) => ({
		command: `node bin/polite serve ${site.folder} --port ${site.port} --base ${site.base}`,
		url: address(site),
	})),
});
