import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** What the files of a site are, by how their names end. */
const types: ReadonlyMap<string, string> = new Map([
	['.html', 'text/html; charset=utf-8'],
	['.css', 'text/css; charset=utf-8'],
	['.js', 'text/javascript; charset=utf-8'],
	['.json', 'application/json'],
	['.svg', 'image/svg+xml'],
	['.png', 'image/png'],
	['.ico', 'image/x-icon'],
	['.woff2', 'font/woff2'],
	['.txt', 'text/plain; charset=utf-8'],
	['.xml', 'application/xml'],
]);

/** An Accept-Encoding with gzip in it that is not refused by a quality of 0. */
const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;

/** Which file answers, or where to go instead. */
type Answer =
	| { readonly status: 200 | 404; readonly file: string }
	| { readonly status: 301; readonly location: string };

/**
 * A server of the files in a folder and of nothing else, as any static host serves them: a folder's own page is its
 * index.html, what is not there gets the site's 404.html, text goes compressed to who takes that. It is not listening
 * yet.
 *
 * @param folder where the built site is
 * @param base the path under which it stands, with a slash at both ends
 */
export function staticServer(folder: string, base: string): Server {
	return createServer(async (request, response) => {
		response.setHeader('X-Content-Type-Options', 'nosniff');
		// A site that is built anew is seen anew.
		response.setHeader('Cache-Control', 'no-cache');
		try {
			await respond(request, response, folder, base);
		} catch {
			// The file went, or the reader did, while it was sent.
			if (response.headersSent) response.destroy();
			else response.writeHead(404).end();
		}
	});
}

async function respond(
	{ method, url = '/', headers }: IncomingMessage,
	response: ServerResponse,
	folder: string,
	base: string,
): Promise<void> {
	if (method !== 'GET' && method !== 'HEAD') {
		response.writeHead(405, { Allow: 'GET, HEAD' }).end();
		return;
	}
	const answer = await answerTo(url, await realpath(folder), base);
	if (answer.status === 301) {
		response.writeHead(301, { Location: answer.location }).end();
		return;
	}
	const { size } = await stat(answer.file);
	const type = types.get(path.extname(answer.file)) ?? 'application/octet-stream';
	const isText = /^text\/|json$|xml$/.test(type);
	const isCompressed = isText && takesGzip.test(headers['accept-encoding'] ?? '');
	response.writeHead(answer.status, {
		'Content-Type': type,
		...(isText && { Vary: 'Accept-Encoding' }),
		...(isCompressed ? { 'Content-Encoding': 'gzip' } : { 'Content-Length': size }),
	});
	if (method === 'HEAD') response.end();
	else if (isCompressed) await pipeline(createReadStream(answer.file), createGzip(), response);
	else await pipeline(createReadStream(answer.file), response);
}

async function answerTo(url: string, folder: string, base: string): Promise<Answer> {
	const missing: Answer = { status: 404, file: path.join(folder, '404.html') };
	const [address = '', query] = url.split('?', 2);
	const toFolder: Answer = { status: 301, location: `${address}/${query === undefined ? '' : `?${query}`}` };
	if (`${address}/` === base) return toFolder;
	// Two slashes would make the way to a folder one to another host.
	if (!address.startsWith(base) || address.includes('//')) return missing;
	const place = await placeIn(folder, address.slice(base.length));
	if (place === null) return missing;
	if (!(await stat(place)).isDirectory()) return address.endsWith('/') ? missing : { status: 200, file: place };
	if (!address.endsWith('/')) return toFolder;
	const page = await placeIn(place, 'index.html');
	return page === null ? missing : { status: 200, file: page };
}

/** What stands in a folder under an address; null if nothing does, or if it is outside: by '..', or by a link. */
async function placeIn(folder: string, address: string): Promise<string | null> {
	try {
		const place = await realpath(path.join(folder, decodeURIComponent(address)));
		return place === folder || place.startsWith(folder + path.sep) ? place : null;
	} catch {
		return null;
	}
}
