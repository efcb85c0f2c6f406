import { sitePath } from './path.ts';

/** The id of a file, or of a change, on the page of the model: 'mm/filemap.c' is 'mm-filemap.c' there. */
export function modelAnchor(path: string): string {
	return path.replaceAll(/[^a-z0-9.]+/gi, '-');
}

/** Where the model's page shows a file. */
export function modelPlace(path: string): string {
	return sitePath(`/model/#${modelAnchor(path)}`);
}
