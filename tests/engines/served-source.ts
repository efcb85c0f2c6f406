import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { readContent } from '../../src/cli/content.ts';

const root = path.join(import.meta.dirname, '..', '..');

/** Where a browser finds the packages that the engine's neighbours import by name. */
const imports = {
	'@noble/hashes/': '/node_modules/@noble/hashes/',
	'diff/lib/': '/node_modules/diff/libesm/',
};

/**
 * What a browser is given of the project's own sources: types stripped, and else as they stand; as '/content.json' the
 * model, eras and experiments; as '/' an empty page that can import it all. Throws Node's error for what is not there.
 */
export function servedSource(pathname: string): { readonly contentType: string; readonly body: string } {
	if (pathname === '/') {
		const body = `<!doctype html><title>Engine</title><script type="importmap">${JSON.stringify({ imports })}</script>`;
		return { contentType: 'text/html', body };
	}
	if (pathname === '/content.json') return { contentType: 'application/json', body: JSON.stringify(readContent()) };
	const text = readFileSync(path.join(root, pathname), 'utf8');
	return { contentType: 'text/javascript', body: pathname.endsWith('.ts') ? stripTypeScriptTypes(text) : text };
}
