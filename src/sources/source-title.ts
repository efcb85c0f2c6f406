/** What a title is made of; the rest of a source does not matter here. */
export type TitledSource = { subject?: string | undefined; citedFor: string } & (
	| { kind: 'mail' }
	| { kind: 'commit'; hash: string }
	| { kind: 'tree'; release: string }
	| { kind: 'trace' }
);

/**
 * Returns what a source is called: its subject, a commit's with the hash before it, or what it is cited for where
 * nobody has seen the subject.
 *
 * @param file the file meant within a tree, as in 'mm/filemap.c'.
 */
export function sourceTitle(source: TitledSource, file?: string): string {
	if (source.kind === 'tree') return `Linux ${source.release}${file ? `, ${file}` : ''}`;
	if (source.kind === 'commit') {
		const commit = `commit ${source.hash.slice(0, 12)}`;
		return source.subject === undefined ? commit : `${commit}, ${source.subject}`;
	}
	if (source.subject !== undefined) return source.subject;
	return source.citedFor.replace(/\.$/, '');
}
