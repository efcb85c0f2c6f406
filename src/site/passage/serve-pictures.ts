import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { PICTURES, pictureFiles } from './picture-files.ts';

/** Writes the pictures that figures lean on beside the pages of a build, and serves them where pages are made anew. */
export function servePictures(): AstroIntegration {
	return {
		name: 'serve-pictures',
		hooks: {
			'astro:server:setup': ({ server }) => {
				server.middlewares.use((request, response, next) => {
					const text = pictureFiles.get(path.posix.basename(request.url ?? ''));
					if (text === undefined) return next();
					response.setHeader('Content-Type', 'application/json');
					response.end(text);
				});
			},
			'astro:build:generated': async ({ dir }) => {
				const folder = new URL(`${PICTURES}/`, dir);
				await mkdir(folder, { recursive: true });
				await Promise.all([...pictureFiles].map(([file, text]) => writeFile(new URL(file, folder), text)));
			},
		},
	};
}
