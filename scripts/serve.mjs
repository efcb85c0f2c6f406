// Builds the site and serves it on this machine, at the address that it prints.
//   --port NUMBER   instead of 4321 or the next one that is free
//   --folder NAME   instead of dist
// SITE_BASE and SITE_URL tell where the site will stand (see astro.config.mjs). `bin/polite serve` serves without building.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { main } from '../src/cli/main.ts';

const { values } = parseArgs({ options: { folder: { type: 'string', default: 'dist' }, port: { type: 'string' } } });

const rootFolder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = path.resolve(rootFolder, values.folder);
// Astro's command, since it words an author's mistake better than the exception that its function throws.
const astro = path.join(rootFolder, 'node_modules', 'astro', 'bin', 'astro.mjs');
const { status } = spawnSync(process.execPath, [astro, 'build', '--outDir', folder], {
	cwd: rootFolder,
	stdio: 'inherit',
	env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
});
const port = values.port === undefined ? [] : ['--port', values.port];
process.exitCode = status === 0 ? await main(['serve', folder, ...port]) : 1;
