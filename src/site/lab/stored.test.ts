import { describe, expect, test } from 'vitest';
import { readStored, type Stored, store } from './stored.ts';

const stored: Stored = {
	fragment: 'v=1',
	sides: { a: { from: 'unlucky', typed: { lockers: '2x' } }, b: null },
	draft: { side: 'a', over: 'page lock fifo, policy rfc', files: [{ path: 'mm/filemap.c', text: 'int a;\n' }] },
	pasted: '> --- a',
};

function storageOf(text: string | null) {
	let held = text;
	return {
		getItem: () => held,
		setItem: (_: string, value: string) => {
			held = value;
		},
	};
}

describe('what a reload must not lose', () => {
	test('comes back as it was', () => {
		const storage = storageOf(null);
		expect(store(storage, stored)).toBe(true);
		expect(readStored(storage)).toEqual(stored);
	});

	test.each([
		'',
		'{',
		'null',
		'7',
		'{"fragment":1}',
		JSON.stringify({ ...stored, sides: { a: { from: 3, typed: {} }, b: null } }),
		JSON.stringify({ ...stored, sides: { a: { from: null, typed: { lockers: 2 } }, b: null } }),
		JSON.stringify({ ...stored, draft: { side: 'a', over: 'x', files: [{}] } }),
	])('is nothing if it is not in order: %s', (text) => {
		expect(readStored(storageOf(text))).toBeNull();
	});

	test('is not there, and nothing is lost by it, where storage is off or full', () => {
		const full = {
			setItem: () => {
				throw new DOMException('full', 'QuotaExceededError');
			},
		};
		expect(store(full, stored)).toBe(false);
		expect(store(null, stored)).toBe(false);
		expect(readStored(null)).toBeNull();
	});
});
