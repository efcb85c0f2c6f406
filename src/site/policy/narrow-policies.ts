import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { narrowPolicy } from './narrow-policy.ts';

/** Narrows the policy of every page that was built; a page without one stops the build. */
export function narrowPolicies(): AstroIntegration {
	return {
		name: 'narrow-policies',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const folder = fileURLToPath(dir);
				const files = await readdir(folder, { recursive: true });
				for (const file of files.filter((name) => name.endsWith('.html'))) {
					const place = path.join(folder, file);
					try {
						await writeFile(place, narrowPolicy(await readFile(place, 'utf8')));
					} catch (error) {
						throw new Error(`${file}: ${(error as Error).message}.`);
					}
				}
			},
		},
	};
}
