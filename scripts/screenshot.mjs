// Takes pictures of pages of the built site, to look at them.
//   node scripts/screenshot.mjs PATH... [--widths 390,768,1440] [--schemes light,dark] [--no-js]
//                                       [--folder dist] [--out screenshots]
// PATH is relative to the site's base, as in `x/seed/` or `.` for the home page. Each picture shows the whole page and
// is named after path, width in CSS pixels, and scheme.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { preview } from 'astro';
import { findBrowser } from './find-browser.mjs';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	allowNegative: true,
	options: {
		widths: { type: 'string', default: '390,768,1440' },
		schemes: { type: 'string', default: 'light,dark' },
		js: { type: 'boolean', default: true },
		folder: { type: 'string', default: 'dist' },
		out: { type: 'string', default: 'screenshots' },
	},
});
if (positionals.length === 0) {
	console.error('Name the pages to take, as in: node scripts/screenshot.mjs . --widths 390 --schemes light');
	process.exit(2);
}

mkdirSync(values.out, { recursive: true });
const server = await preview({
	root: path.dirname(path.dirname(fileURLToPath(import.meta.url))),
	outDir: values.folder,
	logLevel: 'warn',
	server: { host: '127.0.0.1', port: 4341 },
});
const base = (process.env.SITE_BASE ?? '/').replace(/\/*$/, '/');
const browser = await chromium.launch(await findBrowser());
for (const colorScheme of values.schemes.split(',')) {
	for (const width of values.widths.split(',').map(Number)) {
		const context = await browser.newContext({
			baseURL: `http://127.0.0.1:${server.port}${base}`,
			colorScheme,
			javaScriptEnabled: values.js,
			viewport: { width, height: 900 },
		});
		for (const page of positionals) await takePicture(context, page, `${width}-${colorScheme}`);
		await context.close();
	}
}
await browser.close();
await server.stop();

async function takePicture(context, address, suffix) {
	const page = await context.newPage();
	page.on('console', (message) => console.log(`${address} (${suffix}): ${message.type()}: ${message.text()}`));
	page.on('pageerror', (error) => console.log(`${address} (${suffix}): exception: ${error.message}`));
	await page.goto(address, { waitUntil: 'networkidle' });
	const name = address.replace(/^[./]+|\/+$/g, '').replaceAll('/', '-') || 'home';
	const file = path.join(values.out, `${name}-${suffix}${values.js ? '' : '-no-js'}.png`);
	await page.screenshot({ path: file, fullPage: true });
	await page.close();
	console.log(file);
}
