import { describe, expect, test } from 'vitest';
import { chosen } from '../passage/by-choice.ts';
import { experimentNamed } from '../passage/experiment.ts';
import { listingsOf } from './listing.ts';

const { recipe, turn } = experimentNamed('unlucky');
/** Under a choice. */
const listings = (functions: readonly string[], choice: string) => chosen(listingsOf(recipe, turn, functions), choice);

describe('listingsOf', () => {
	test('cuts a function with the comment right above it, by its numbers in the file', () => {
		const [part] = listings(['__lock_page_or_retry'], 'v4.20');
		expect(part?.file).toBe('mm/filemap.c');
		expect(part?.lines[0]?.[2]).toMatch(/^\/\* 1: the page is ours/);
		expect(part?.lines.at(-1)?.[2]).toBe('}');
		const numbers = part?.lines.map(([, number]) => number) ?? [];
		expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
	});

	test('marks what a policy takes away, and gives that no number', () => {
		const [part] = listings(['do_user_addr_fault'], 'rfc');
		const changed = part?.lines.filter(([mark]) => mark !== ' ');
		expect(changed).toEqual([['-', null, expect.stringMatching(/^\t+flags &= ~FAULT_FLAG_ALLOW_RETRY;$/)]]);
	});

	test('shows a function that only one policy has as added, there only', () => {
		const functions = ['fault_flag_allow_retry_first'];
		expect(listings(functions, 'v4.20')).toEqual([]);
		expect(listings(functions, 'v5.7')[0]?.lines.every(([mark]) => mark === '+')).toBe(true);
	});

	test('refuses a function that the model does not have, and lists those it has', () => {
		expect(() => listings(['lock_pgae'], 'rfc')).toThrow(/no 'lock_pgae' in the model; there are .*lock_page/);
	});
});
