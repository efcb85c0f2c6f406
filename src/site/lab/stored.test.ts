import { describe, expect, test } from 'vitest';
import { readStored, type Storages, type Stored, store } from './stored.ts';

const stored: Stored = {
	fragment: 'v=1',
	sides: { a: { from: 'unlucky', typed: { lockers: '2x' } }, b: null },
	draft: { side: 'a', over: 'page lock fifo, policy rfc', files: [{ path: 'mm/filemap.c', text: 'int a;\n' }] },
	pasted: '> --- a',
};

const at = (fragment: string, pasted: string): Stored => ({ ...stored, fragment, pasted });

/** One that has room for so many characters. */
function storageOf(text: string | null, room = Number.POSITIVE_INFINITY) {
	let held = text;
	return {
		getItem: () => held,
		setItem: (_: string, value: string) => {
			if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
			held = value;
		},
	};
}

describe('what a reload must not lose', () => {
	test('comes back as it was', () => {
		const tab = { own: storageOf(null), shared: storageOf(null) };
		expect(store(tab, '1', stored)).toBe(true);
		expect(readStored(tab, '')).toEqual({ ...stored, tab: '1' });
		expect(readStored(tab, 'v=1&another')).toEqual({ ...stored, tab: '1' });
	});

	test.each([
		'',
		'{',
		'null',
		'7',
		'[7]',
		'{"fragment":1}',
		JSON.stringify({ ...stored, sides: { a: { from: 3, typed: {} }, b: null } }),
		JSON.stringify({ ...stored, sides: { a: { from: null, typed: { lockers: 2 } }, b: null } }),
		JSON.stringify({ ...stored, draft: { side: 'a', over: 'x', files: [{}] } }),
	])('is nothing if it is not in order: %s', (text) => {
		expect(readStored({ own: storageOf(text), shared: storageOf(text) }, '')).toBeNull();
	});

	test('is found as it was stored before each tab had its own', () => {
		expect(readStored({ own: storageOf(null), shared: storageOf(JSON.stringify(stored)) }, '')).toEqual(stored);
	});

	test('is not there, and nothing is lost by it, where storage is off or full', () => {
		const full = { own: storageOf(null, 0), shared: storageOf(null, 0) };
		expect(store(full, '1', stored)).toBe(false);
		expect(store({ own: null, shared: null }, '1', stored)).toBe(false);
		expect(readStored({ own: null, shared: null }, '')).toBeNull();
	});
});

describe('of what is typed in several tabs', () => {
	test('each keeps its own, and a new one begins with what was typed last', () => {
		const shared = storageOf(null);
		const [one, two, three] = [1, 2, 3].map(() => ({ own: storageOf(null), shared }));
		store(one as Storages, '1', at('a', 'of one'));
		store(two as Storages, '2', at('b', 'of two'));
		store(one as Storages, 'after a reload', at('a', 'more of one'));
		store(two as Storages, 'after a reload', at('b', 'more of two'));
		expect(readStored(one as Storages, 'a')?.pasted).toBe('more of one');
		expect(readStored(two as Storages, 'b')?.pasted).toBe('more of two');
		expect(readStored(three as Storages, '')?.pasted).toBe('more of two');
		expect(readStored(three as Storages, 'a')?.pasted).toBe('more of one');
		expect(readStored(three as Storages, 'c')).toBeNull();
	});

	test('that of the last eight is kept, and of fewer where there is no room', () => {
		const kept = (room: number) => {
			const shared = storageOf(null, room);
			for (let tab = 1; tab <= 10; tab++) store({ own: null, shared }, `${tab}`, at(`${tab}`, 'x'.repeat(1000)));
			return [...'123456789', '10'].filter((tab) => readStored({ own: null, shared }, tab) !== null);
		};
		expect(kept(Number.POSITIVE_INFINITY)).toEqual(['3', '4', '5', '6', '7', '8', '9', '10']);
		expect(kept(4000)).toEqual(['8', '9', '10']);
	});
});
