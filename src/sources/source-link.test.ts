import { describe, expect, test } from 'vitest';
import { sourceLink } from './source-link.ts';

describe('sourceLink', () => {
	test('leads a mail to the archive by its Message-ID', () => {
		expect(sourceLink({ kind: 'mail', messageId: 'CA+55aF_x=1@mail.gmail.com' })).toBe(
			'https://lore.kernel.org/r/CA+55aF_x=1@mail.gmail.com',
		);
	});

	test('leads a commit to the repository by its hash', () => {
		expect(sourceLink({ kind: 'commit', hash: '4064b9827063' })).toBe('https://git.kernel.org/torvalds/c/4064b9827063');
	});

	test('leads to one file of a tree, or to its root', () => {
		const root = 'https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/';
		expect(sourceLink({ kind: 'tree', release: 'v4.20' }, 'mm/filemap.c')).toBe(`${root}mm/filemap.c?h=v4.20`);
		expect(sourceLink({ kind: 'tree', release: 'v4.20' })).toBe(`${root}?h=v4.20`);
	});

	test('has no address for a trace', () => {
		expect(sourceLink({ kind: 'trace' })).toBeUndefined();
	});
});
