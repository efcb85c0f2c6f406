// Builds the site and serves it on this machine, at the address that it prints.
//   --port NUMBER   instead of 4321 (or the next free one)
//   --folder NAME   instead of dist
//   --no-build      serve what the folder already holds
// SITE_BASE and SITE_URL tell where the site will stand (see astro.config.mjs).
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

const { values } = parseArgs({
	allowNegative: true,
	options: {
		build: { type: 'boolean', default: true },
		folder: { type: 'string', default: 'dist' },
		port: { type: 'string', default: '4321' },
	},
});

const { build, preview } = await import('astro');
const site = {
	root: path.dirname(path.dirname(fileURLToPath(import.meta.url))),
	outDir: values.folder,
	logLevel: /** @type {const} */ ('warn'),
	server: { host: '127.0.0.1', port: Number(values.port) },
};
if (values.build) {
	console.log('Building the site.');
	await build(site);
}
const server = await preview(site);
const base = (process.env.SITE_BASE ?? '/').replace(/\/*$/, '/');
console.log(`Polite or Certain is at http://127.0.0.1:${server.port}${base} (Ctrl-C ends it).`);
