import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';

const polite = path.join(import.meta.dirname, '..', '..', 'bin', 'polite');
const around = mkdtempSync(path.join(tmpdir(), 'served-'));
const site = path.join(around, 'site');

const files = {
	'index.html': '<p>Home</p>',
	'404.html': '<p>Not here</p>',
	'chapters/unlucky/index.html': '<p>Chapter</p>',
	'_astro/page.js': 'export {}',
	'_astro/page.css': 'p {}',
	'_astro/text.woff2': 'wOF2',
	'pictures/1.json': '{}',
	'icon.svg': '<svg/>',
	'sitemap-0.xml': '<urlset/>',
	'a b%.txt': 'text',
};

const served: ChildProcess[] = [];

beforeAll(() => {
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(path.dirname(path.join(site, name)), { recursive: true });
		writeFileSync(path.join(site, name), text);
	}
	writeFileSync(path.join(around, 'secret.txt'), 'secret');
	mkdirSync(path.join(around, 'site-beside'));
	writeFileSync(path.join(around, 'site-beside', 'secret.txt'), 'secret');
	symlinkSync(path.join(around, 'secret.txt'), path.join(site, 'link.txt'));
});

afterAll(() => {
	for (const child of served) child.kill();
	rmSync(around, { recursive: true });
});

/** Starts the server; returns the address that it prints. */
async function serve(...options: string[]): Promise<URL> {
	const child = spawn(process.execPath, [polite, 'serve', site, '--port', '0', ...options]);
	served.push(child);
	for await (const text of child.stdout) {
		const [address] = /http:\/\/127\.0\.0\.1:\d+\/[^ ]*/.exec(String(text)) ?? [];
		if (address !== undefined) return new URL(address);
	}
	throw new Error(`it does not start: ${child.exitCode}`);
}

/** Asks for a path as it is written: `fetch` would tidy it up first. */
function get(address: URL, target: string, method = 'GET') {
	return new Promise<{ status: number; type: string; location: string | undefined; text: string }>(
		(resolve, reject) => {
			const asked = request({ host: address.hostname, port: address.port, path: target, method }, async (response) => {
				let text = '';
				for await (const part of response) text += part;
				const { 'content-type': type = '', location } = response.headers;
				resolve({ status: response.statusCode ?? 0, type, location, text });
			});
			asked.on('error', reject).end();
		},
	);
}

describe('bin/polite serve', () => {
	test('serves a folder as any static host does, with the type of each file', async () => {
		const address = await serve();
		expect(address.pathname).toBe('/');
		const types = new Map<string, string>();
		for (const [name, text] of Object.entries(files)) {
			const found = await get(address, `/${encodeURIComponent(name).replaceAll('%2F', '/')}`);
			expect(found).toMatchObject({ status: 200, text });
			types.set(path.extname(name), found.type);
		}
		expect(Object.fromEntries(types)).toEqual({
			'.html': 'text/html; charset=utf-8',
			'.js': 'text/javascript; charset=utf-8',
			'.css': 'text/css; charset=utf-8',
			'.woff2': 'font/woff2',
			'.json': 'application/json',
			'.svg': 'image/svg+xml',
			'.xml': 'application/xml',
			'.txt': 'text/plain; charset=utf-8',
		});
		expect(await get(address, '/')).toMatchObject({ status: 200, text: '<p>Home</p>' });
		expect(await get(address, '/chapters/unlucky/?seed=7')).toMatchObject({ status: 200, text: '<p>Chapter</p>' });
		expect(await get(address, '/chapters/unlucky?seed=7')).toMatchObject({
			status: 301,
			location: '/chapters/unlucky/?seed=7',
		});
		expect(await get(address, '/', 'HEAD')).toMatchObject({ status: 200, text: '' });
		expect(await get(address, '/', 'POST')).toMatchObject({ status: 405, text: '' });
	});

	test('compresses text for who takes that, and nothing else', async () => {
		const address = await serve();
		const encoded = (target: string, accepts: string) =>
			new Promise<{ encoding: string | undefined; bytes: Buffer }>((resolve, reject) => {
				const headers = { 'Accept-Encoding': accepts };
				const asked = request(
					{ host: address.hostname, port: address.port, path: target, headers },
					async (response) => {
						const parts: Buffer[] = [];
						for await (const part of response) parts.push(part);
						resolve({ encoding: response.headers['content-encoding'], bytes: Buffer.concat(parts) });
					},
				);
				asked.on('error', reject).end();
			});
		for (const target of ['/', '/nothing', '/_astro/page.js', '/icon.svg', '/pictures/1.json']) {
			const { encoding, bytes } = await encoded(target, 'br, gzip;q=0.5');
			expect(encoding, target).toBe('gzip');
			expect(gunzipSync(bytes).toString(), target).toBe((await get(address, target)).text);
			for (const accepts of ['br', 'gzip;q=0, br', 'identity']) {
				expect((await encoded(target, accepts)).encoding, accepts).toBeUndefined();
			}
		}
		expect((await encoded('/_astro/text.woff2', 'gzip')).encoding).toBeUndefined();
	});

	test('sends its 404 page for what is not there, and nothing from outside the folder', async () => {
		const address = await serve();
		const targets = [
			'/nothing',
			'/chapters/',
			'/index.html/',
			'/../secret.txt',
			'/chapters/../../secret.txt',
			'/..%2fsecret.txt',
			'/%2e%2e/secret.txt',
			'/%2e%2e%2fsite-beside/secret.txt',
			'/..\\secret.txt',
			`/${encodeURIComponent(path.join(around, 'secret.txt'))}`,
			'/link.txt',
			'/%00',
			'/%',
			'//chapters',
			'http://127.0.0.1/index.html',
		];
		for (const target of targets) {
			const { status, text, location } = await get(address, target);
			expect({ status, text, location }, target).toEqual({
				status: 404,
				text: '<p>Not here</p>',
				location: undefined,
			});
		}
	});

	test('serves a site that stands under a path, and nothing beside it', async () => {
		const address = await serve('--base', '/sub/path');
		expect(address.pathname).toBe('/sub/path/');
		expect(await get(address, '/sub/path/')).toMatchObject({ status: 200, text: '<p>Home</p>' });
		expect(await get(address, '/sub/path')).toMatchObject({ status: 301, location: '/sub/path/' });
		expect(await get(address, '/sub/path/chapters/unlucky')).toMatchObject({
			status: 301,
			location: '/sub/path/chapters/unlucky/',
		});
		for (const target of ['/', '/index.html', '/sub/', '/sub/paths/', '/sub/path/../path/index.htm']) {
			expect((await get(address, target)).status, target).toBe(404);
		}
	});

	test('refuses a port that is taken', async () => {
		const { port } = await serve();
		let told = '';
		const note = (text: string) => {
			told += text;
		};
		expect(await main(['serve', site, '--port', port], { out: note, err: note })).toBe(2);
		expect(told).toBe(`polite: --port: ${port} is taken; without the option, one that is free is found\n`);
	});
});
