import { describe, expect, test } from 'vitest';
import { sourceTitle } from './source-title.ts';

const citedFor = 'Asks which starvation is meant.';

describe('sourceTitle', () => {
	test('is the subject where there is one', () => {
		expect(sourceTitle({ kind: 'mail', subject: 'Re: [PATCH]', citedFor })).toBe('Re: [PATCH]');
		expect(sourceTitle({ kind: 'commit', hash: '4064b9827063', subject: 'mm: x', citedFor })).toBe(
			'commit 4064b9827063, mm: x',
		);
	});

	test('is what it is cited for where the subject was not seen', () => {
		expect(sourceTitle({ kind: 'mail', citedFor })).toBe('Asks which starvation is meant');
		expect(sourceTitle({ kind: 'commit', hash: '26178ec11ef3aaaaaaaa', citedFor })).toBe('commit 26178ec11ef3');
	});

	test('of a tree names release and file', () => {
		expect(sourceTitle({ kind: 'tree', release: 'v4.20', citedFor }, 'mm/filemap.c')).toBe('Linux v4.20, mm/filemap.c');
		expect(sourceTitle({ kind: 'tree', release: 'v4.20', citedFor })).toBe('Linux v4.20');
	});
});
