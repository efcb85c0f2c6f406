/** What a link is made of: one of the kinds of source that src/content.config.ts describes. */
export type LinkedSource =
	| { kind: 'mail'; messageId: string }
	| { kind: 'commit'; hash: string }
	| { kind: 'tree'; release: string }
	| { kind: 'trace' };

const tree = 'https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/';

/**
 * Returns where a source can be read: a mail in the list's archive, a commit or a file of a tree in the kernel's own
 * repository. A trace has no address of its own: undefined.
 *
 * @param file the file meant within a tree, as in 'mm/filemap.c'; the tree's root unless told.
 */
export function sourceLink(source: LinkedSource, file = ''): string | undefined {
	switch (source.kind) {
		case 'mail':
			return `https://lore.kernel.org/r/${source.messageId}`;
		case 'commit':
			return `https://git.kernel.org/torvalds/c/${source.hash}`;
		case 'tree':
			return `${tree}${file}?h=${source.release}`;
		case 'trace':
			return undefined;
	}
}
