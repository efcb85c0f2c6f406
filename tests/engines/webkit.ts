import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { calling, keyActions, type RemoteBrowser } from './remote-browser.ts';
import { findProgram, startProgram } from './start-program.ts';

const LIBRARIES = '/usr/lib';

/** The longest that a script in the page may take, in ms. */
const SCRIPT_MS_MAX = 600_000;

/** Starts Debian's WebKit, by its WebDriver and on a screen that nobody sees; null if one of the parts is not there. */
export async function startWebkit(): Promise<RemoteBrowser | null> {
	const driver = findProgram('WebKitWebDriver');
	const screen = findProgram('Xvfb');
	const binary = findMiniBrowser();
	if (driver === null || screen === null || binary === null) return null;
	const xvfb = await startProgram(screen, ['-displayfd', '1', '-nolisten', 'tcp'], /^(\d+)$/m);
	const port = await freePort();
	const child = spawn(driver, ['--host=127.0.0.1', `--port=${port}`], {
		stdio: 'ignore',
		env: { ...process.env, DISPLAY: `:${xvfb.found}`, WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
	});
	process.once('exit', () => child.kill());
	const send = sender(`http://127.0.0.1:${port}`);
	const { sessionId, capabilities } = await send<{
		sessionId: string;
		capabilities: { browserName: string; browserVersion: string };
	}>('POST', '/session', {
		capabilities: {
			alwaysMatch: {
				'webkitgtk:browserOptions': { binary, args: ['--automation'] },
				timeouts: { script: SCRIPT_MS_MAX },
			},
		},
	});
	const session = `/session/${sessionId}`;
	return {
		name: `WebKitGTK ${capabilities.browserVersion}`,
		open: (url) => send('POST', `${session}/url`, { url }),
		evaluate: async (act, argument) => {
			const script = `const done = arguments[0]; ${calling(act, argument)}.then((value) => done({ value }), (error) => done({ error: String(error) }));`;
			const { value, error } = await send<{ value?: string; error?: string }>('POST', `${session}/execute/async`, {
				script,
				args: [],
			});
			if (value === undefined) throw new Error(error);
			return JSON.parse(value);
		},
		press: (key) => send('POST', `${session}/actions`, { actions: keyActions(key) }),
		close: async () => {
			await send('DELETE', session);
			child.kill();
			xvfb.child.kill();
		},
	};
}

/** The bare browser that comes with the library; it stands in a folder for the machine's kind and the library's version. */
function findMiniBrowser(): string | null {
	if (!existsSync(LIBRARIES)) return null;
	const kinds = readdirSync(LIBRARIES).filter((name) => name.endsWith('-linux-gnu'));
	const places = kinds.flatMap((kind) =>
		['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map((name) =>
			path.join(LIBRARIES, kind, name, 'MiniBrowser'),
		),
	);
	return places.find((place) => existsSync(place)) ?? null;
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	if (address === null || typeof address === 'string') throw new Error('no free port');
	return address.port;
}

/** Sends commands of WebDriver; the first one waits until the driver listens. */
function sender(address: string) {
	return async <Value>(method: string, command: string, body?: object): Promise<Value> => {
		const response = await fetchPatiently(address + command, {
			method,
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		const { value } = (await response.json()) as { value: Value & { error?: string; message?: string } };
		if (!response.ok) throw new Error(`WebKit refuses ${command}: ${value.error}: ${value.message}`);
		return value;
	};
}

async function fetchPatiently(address: string, options: RequestInit): Promise<Response> {
	for (let tries = 0; ; tries++) {
		try {
			return await fetch(address, options);
		} catch (error) {
			if (tries === 50) throw error;
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}
}
