// Compares what recipes come to, run and searched, in every engine for JavaScript that is there: Node 22 and 24,
// Chromium, Firefox and WebKit (on Debian: firefox-esr, webkit2gtk-driver with xvfb). Says what it skips, and why. With
// --stories three readers' ways through the built site are gone in each browser, too.
//   npm run compare-engines -- [--recipes 300] [--stories] [--only NAME]
// Exit code 1 if anything differs or a way ends too soon.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readContent } from '../src/cli/content.ts';
import { staticServer } from '../src/cli/static-server.ts';
import { canonicalText } from '../src/experiment/recipe.ts';
import { startChromium } from '../tests/engines/chromium.ts';
import { digestsInBrowser } from '../tests/engines/digests-in-browser.ts';
import { digestsOf } from '../tests/engines/digests-of.ts';
import { startFirefox } from '../tests/engines/firefox.ts';
import { randomRecipes } from '../tests/engines/random-recipes.ts';
import { Reader } from '../tests/engines/reader.ts';
import type { RemoteBrowser } from '../tests/engines/remote-browser.ts';
import { serveSources } from '../tests/engines/source-server.ts';
import { stories } from '../tests/engines/stories.ts';
import { startWebkit } from '../tests/engines/webkit.ts';

/** The built site. */
const SITE = fileURLToPath(new URL('../dist', import.meta.url));

const { values } = parseArgs({
	options: {
		recipes: { type: 'string', default: '300' },
		stories: { type: 'boolean', default: false },
		only: { type: 'string' },
	},
});

const count = Number(values.recipes);
if (!Number.isSafeInteger(count) || count < 1) {
	console.error(`--recipes: found '${values.recipes}', expected a whole number from 1`);
	process.exit(2);
}

const { only } = values;
if (only !== undefined && !['Node', 'Chromium', 'Firefox', 'WebKit'].includes(only)) {
	console.error(`--only: found '${only}', expected Node, Chromium, Firefox or WebKit`);
	process.exit(2);
}

if (values.stories && !existsSync(`${SITE}/index.html`)) {
	console.error('--stories needs a built site; npx astro build makes one');
	process.exit(2);
}

const root = new URL('..', import.meta.url);
const content = readContent();
const recipes = randomRecipes(count, content);
const expected = recipes.map((recipe) => digestsOf(recipe, content));
const cutOff = expected.filter((digests) => digests.includes('cut off')).length;
console.log(
	`${count} recipes by Node ${process.versions.node}; ${count - cutOff} searched whole, ${cutOff} cut off.\n`,
);

const sources = await serveSources();
await inNode(22);
await inNode(24);
await inBrowser('Chromium', startChromium, 'no Chromium is installed, and none is fetched for this machine');
await inBrowser('Firefox', startFirefox, 'not installed (Debian: firefox-esr)');
await inBrowser('WebKit', startWebkit, 'not installed (Debian: webkit2gtk-driver and xvfb)');
sources.close();

/** In a Node of that version: the running one, or one that npm has or fetches. */
async function inNode(major: number): Promise<void> {
	if (only !== undefined && only !== 'Node') return;
	const script = 'tests/engines/digests-in-node.ts';
	const isThis = process.versions.node.startsWith(`${major}.`);
	const [program, ...before] = isThis
		? [process.execPath]
		: ['npm', 'exec', '--yes', `--package=node-${process.platform}-${process.arch}@${major}`, '--', 'node'];
	const ask = (...args: string[]) =>
		spawnSync(program ?? 'node', [...before, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
	const version = ask('--version');
	if (version.status !== 0 || !version.stdout.startsWith(`v${major}.`)) {
		report(`Node ${major}`, 'SKIPPED: it is neither here nor can npm fetch it');
		return;
	}
	const { stdout, stderr, status } = ask(script, String(count));
	if (status !== 0) throw new Error(`Node ${major} ended with ${status}: ${stderr}`);
	compare(`Node ${version.stdout.trim().slice(1)}`, JSON.parse(stdout));
}

async function inBrowser(called: string, start: () => Promise<RemoteBrowser | null>, missing: string): Promise<void> {
	if (only !== undefined && only !== called) return;
	const browser = await start();
	if (browser === null) {
		report(called, `SKIPPED: ${missing}`);
		return;
	}
	try {
		compare(browser.name, await digestsInBrowser(browser, sources.address, recipes));
		if (values.stories) await goStories(browser);
	} finally {
		await browser.close();
	}
}

/** Goes the readers' ways through the site as it is built in dist. */
async function goStories(browser: RemoteBrowser): Promise<void> {
	const server = staticServer(SITE, '/');
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	for (const [story, go] of Object.entries(stories)) {
		try {
			await go(new Reader(browser), site, content);
			report(browser.name, `went the way: ${story}`);
		} catch (error) {
			report(browser.name, fail(`STOPPED on the way: ${story}: ${(error as Error).message}`));
		}
	}
	server.close();
	server.closeAllConnections();
}

function compare(name: string, found: readonly string[]): void {
	if (found.length !== count) throw new Error(`${name} answers for ${found.length} recipes of ${count}`);
	const differing = recipes.flatMap((recipe, index) =>
		found[index] === expected[index]
			? []
			: [`${expected[index]} here, ${found[index]} there, of ${canonicalText(recipe)}`],
	);
	const [first] = differing;
	if (first === undefined) report(name, `all ${count} equal`);
	else report(name, fail(`${differing.length} of ${count} DIFFER; the first: ${first}`));
}

function fail(words: string): string {
	process.exitCode = 1;
	return words;
}

function report(name: string, words: string): void {
	console.log(`${name.padEnd(24)}${words}`);
}
