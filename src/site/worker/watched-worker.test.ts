import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchedWorker } from './watched-worker.ts';

type Handler = ((event: object) => void) | null;

/** A worker of which the test says what happens to it. */
class FakeWorker {
	onmessage: Handler = null;
	onerror: Handler = null;
	onmessageerror: Handler = null;
	readonly postMessage = vi.fn();
	readonly terminate = vi.fn();
}

const advice = 'so there is no answer. Try again with a new one, or else reload the page.';

let worker: FakeWorker;
let giveLock: () => void;

beforeEach(() => {
	worker = new FakeWorker();
	const request = (_: string, __: object, granted: () => void) => {
		giveLock = granted;
		return new Promise(() => {});
	};
	vi.stubGlobal('navigator', { locks: { request } });
});
afterEach(() => void vi.unstubAllGlobals());

function watch() {
	const hear = vi.fn();
	const lose = vi.fn();
	return { hear, lose, ...watchedWorker<string, { kind: string }>(worker as unknown as Worker, { hear, lose }) };
}

describe('a worker that is watched', () => {
	test('gets its orders and is heard, its lock apart', () => {
		const { send, hear } = watch();
		send('search');
		expect(worker.postMessage).toHaveBeenCalledExactlyOnceWith('search');
		worker.onmessage?.({ data: { alive: 'worker 1' } });
		worker.onmessage?.({ data: { kind: 'done' } });
		expect(hear.mock.calls).toEqual([[{ kind: 'done' }]]);
	});

	const deaths: [string, () => void, string][] = [
		['does not load', () => worker.onerror?.({ preventDefault: () => {} }), 'could not be loaded'],
		['throws', () => worker.onerror?.({ preventDefault: () => {}, message: 'Error: x' }), 'failed (Error: x)'],
		['sends what cannot be read', () => worker.onmessageerror?.({}), 'sent what cannot be read'],
		['is gone', () => giveLock(), 'was ended by the browser, perhaps for lack of memory'],
	];
	test.each(deaths)('that %s is told once, in words, and an end is made of it', (_, die, how) => {
		const { lose } = watch();
		worker.onmessage?.({ data: { alive: 'worker 1' } });
		die();
		die();
		expect(lose.mock.calls).toEqual([[`The engine’s worker ${how}, ${advice}`]]);
		expect(worker.terminate).toHaveBeenCalled();
		expect(worker.onmessage).toBeNull();
	});

	test('of which the page made an end is not missed', () => {
		const { end, lose } = watch();
		worker.onmessage?.({ data: { alive: 'worker 1' } });
		end();
		giveLock();
		expect(worker.terminate).toHaveBeenCalledOnce();
		expect(lose).not.toHaveBeenCalled();
	});
});
