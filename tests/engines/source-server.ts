import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { servedSource } from './served-source.ts';

/** Serves the project's sources to browsers of this machine; returns the address. */
export async function serveSources(): Promise<{ readonly address: string; readonly close: () => void }> {
	const server = createServer(({ url = '/' }, response) => {
		try {
			const { contentType, body } = servedSource(new URL(url, 'http://engine.test').pathname);
			response.writeHead(200, { 'Content-Type': contentType }).end(body);
		} catch {
			response.writeHead(404).end();
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}
