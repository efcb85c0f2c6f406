/** One file of model C: `path` as the kernel would name it ("mm/filemap.c"), `text` as read. */
export interface SourceFile {
	readonly path: string;
	readonly text: string;
}

/** A place in model C. Lines and columns count from 1; a tab is one column. */
export interface Place {
	readonly file: string;
	readonly line: number;
	readonly column: number;
}
