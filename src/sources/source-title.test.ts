import { describe, expect, test } from 'vitest';
import { sourceTitle } from './source-title.ts';

describe('sourceTitle', () => {
	test('is the subject where there is one', () => {
		expect(sourceTitle({ kind: 'mail', subject: 'Re: [PATCH]' })).toBe('Re: [PATCH]');
		expect(sourceTitle({ kind: 'commit', hash: '4064b9827063', subject: 'mm: x' })).toBe('commit 4064b9827063, mm: x');
	});

	test('says what it is where the subject was not seen', () => {
		expect(sourceTitle({ kind: 'mail' })).toBe('a mail whose subject was not seen');
		expect(sourceTitle({ kind: 'commit', hash: '26178ec11ef3aaaaaaaa' })).toBe('commit 26178ec11ef3');
	});

	test('of a tree names release and file', () => {
		expect(sourceTitle({ kind: 'tree', release: 'v4.20' }, 'mm/filemap.c')).toBe('Linux v4.20, mm/filemap.c');
		expect(sourceTitle({ kind: 'tree', release: 'v4.20' })).toBe('Linux v4.20');
	});
});
