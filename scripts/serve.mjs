// Builds the site and serves it on this machine, at the address that it prints.
//   --port NUMBER   instead of 4321 (or the next free one)
//   --folder NAME   instead of dist
//   --no-build      serve what the folder already holds
// SITE_BASE and SITE_URL tell where the site will stand (see astro.config.mjs).
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { preview } from 'astro';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

const { values } = parseArgs({
	allowNegative: true,
	options: {
		build: { type: 'boolean', default: true },
		folder: { type: 'string', default: 'dist' },
		port: { type: 'string', default: '4321' },
	},
});

const rootFolder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
if (values.build) {
	// Astro's command, since it words an author's mistake better than the exception that its function throws.
	const astro = path.join(rootFolder, 'node_modules', 'astro', 'bin', 'astro.mjs');
	const astroArguments = [astro, 'build', '--outDir', values.folder];
	const { status } = spawnSync(process.execPath, astroArguments, { cwd: rootFolder, stdio: 'inherit' });
	if (status !== 0) process.exit(1);
}
const server = await preview({
	root: rootFolder,
	outDir: values.folder,
	logLevel: 'warn',
	server: { host: '127.0.0.1', port: Number(values.port) },
});
const base = (process.env.SITE_BASE ?? '/').replace(/\/*$/, '/');
console.log(`Polite or Certain is at http://127.0.0.1:${server.port}${base} (Ctrl-C ends it).`);
