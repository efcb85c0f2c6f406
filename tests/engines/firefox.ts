import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { calling, keyActions, type RemoteBrowser } from './remote-browser.ts';
import { findProgram, startProgram } from './start-program.ts';

/** What Firefox answers: the result of a command, or why there is none. */
interface Message {
	readonly id?: number;
	readonly type: 'success' | 'error' | 'event';
	readonly result: unknown;
	readonly error?: string;
	readonly message?: string;
}

type Send = <Result>(method: string, params: object) => Promise<Result>;

/** Starts an installed Firefox, which speaks WebDriver BiDi by itself; null if there is none. */
export async function startFirefox(): Promise<RemoteBrowser | null> {
	const program = findProgram('firefox-esr', 'firefox');
	if (program === null) return null;
	const profile = mkdtempSync(path.join(tmpdir(), 'firefox-'));
	const programArguments = [
		'--headless',
		'--no-remote',
		'--profile',
		profile,
		'--remote-debugging-port=0',
		'about:blank',
	];
	const { child, found } = await startProgram(program, programArguments, /WebDriver BiDi listening on (ws:\S+)/);
	const ended = new Promise((resolve) => child.once('exit', resolve));
	const { send, close } = await connect(`${found}/session`);
	const { capabilities } = await send<{ capabilities: { browserName: string; browserVersion: string } }>(
		'session.new',
		{
			capabilities: {},
		},
	);
	// A page of our own has the focus, without which keys press no button; the first one's is in the address bar.
	const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab' });
	return {
		name: `${capabilities.browserName} ${capabilities.browserVersion}`,
		open: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
		evaluate: async (act, argument) => {
			const { result, exceptionDetails } = await send<{
				result: { value: string };
				exceptionDetails?: { text: string };
			}>('script.evaluate', {
				expression: calling(act, argument),
				target: { context },
				awaitPromise: true,
				userActivation: true,
			});
			if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
			return JSON.parse(result.value);
		},
		press: (key) => send('input.performActions', { context, actions: keyActions(key) }),
		close: async () => {
			await send('browser.close', {});
			close();
			await ended;
			rmSync(profile, { recursive: true, force: true });
		},
	};
}

/** A connection on which each command gets its answer by its number. */
async function connect(address: string): Promise<{ send: Send; close: () => void }> {
	const socket = new WebSocket(address);
	await new Promise((resolve, reject) => {
		socket.onopen = resolve;
		socket.onerror = () => reject(new Error(`no connection to ${address}`));
	});
	const waiting = new Map<number, (message: Message) => void>();
	socket.onmessage = ({ data }) => {
		const message = JSON.parse(String(data)) as Message;
		if (message.id !== undefined) waiting.get(message.id)?.(message);
	};
	let commands = 0;
	const send: Send = async <Result>(method: string, params: object) => {
		const id = ++commands;
		socket.send(JSON.stringify({ id, method, params }));
		const { type, result, error, message } = await new Promise<Message>((resolve) => waiting.set(id, resolve));
		waiting.delete(id);
		if (type === 'error') throw new Error(`Firefox refuses ${method}: ${error}: ${message}`);
		return result as Result;
	};
	return { send, close: () => socket.close() };
}
