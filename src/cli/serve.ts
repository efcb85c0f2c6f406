import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { DONE } from './exit-codes.ts';
import { helpText } from './help.ts';
import { readArguments } from './read-arguments.ts';
import { staticServer } from './static-server.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

const HOST = '127.0.0.1';
const FIRST_PORT = 4321;
const PORT_MAX = 65_535;

/**
 * `bin/polite serve`: serves a built site on this machine, to this machine alone, until it is stopped.
 *
 * @returns the exit code, once the server has closed
 * @throws UsageError
 */
export async function serveCommand(args: readonly string[], { out }: Streams): Promise<number> {
	const { words, values, flags } = readArguments(args, {
		command: 'serve',
		valueOptions: ['port', 'base'],
		flags: ['help'],
		wordsMax: 1,
	});
	if (flags.has('help')) {
		out(helpText('serve'));
		return DONE;
	}
	const asked = portFrom(values.get('port'));
	const base = baseFrom(values.get('base') ?? process.env['SITE_BASE'] ?? '/');
	const server = staticServer(siteIn(words[0] ?? 'dist'), base);
	const port = await listen(server, asked);
	out(`Polite or Certain is at http://${HOST}:${port}${base} (Ctrl-C ends it).\n`);
	await once(server, 'close');
	return DONE;
}

function siteIn(folder: string): string {
	if (existsSync(path.join(folder, 'index.html'))) return folder;
	throw new UsageError(`found no index.html in '${folder}', expected a built site; 'npm start' builds one into dist`);
}

function baseFrom(text: string): string {
	const base = text.replace(/\/*$/, '/');
	if (/^\/(?:[\w.~-]+\/)*$/.test(base) && !/\/\.{1,2}\//.test(base)) return base;
	throw new UsageError(`--base: found '${text}', expected a path from the host's root, as in /sub/path/`);
}

function portFrom(text: string | undefined): number | null {
	if (text === undefined) return null;
	if (/^\d{1,5}$/.test(text) && Number(text) <= PORT_MAX) return Number(text);
	throw new UsageError(`--port: found '${text}', expected a whole number from 0 to ${PORT_MAX}; 0 is any that is free`);
}

/** Listens at the port that was asked for, or else at the first one that is free; returns which. */
async function listen(server: Server, asked: number | null): Promise<number> {
	for (let port = asked ?? FIRST_PORT; ; port++) {
		try {
			await once(server.listen(port, HOST), 'listening');
			return (server.address() as AddressInfo).port;
		} catch (error) {
			const { code } = error as NodeJS.ErrnoException;
			if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
			if (asked !== null) {
				const reason = code === 'EACCES' ? 'is not for everybody' : 'is taken';
				throw new UsageError(`--port: ${port} ${reason}; without the option, one that is free is found`);
			}
		}
	}
}
