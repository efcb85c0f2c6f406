import type { SourceFile } from '../../engine/c/source.ts';
import type { Program } from '../../engine/model/program.ts';

/** A stretch of a file, without newlines. */
export interface Cut {
	readonly file: string;
	/** The number of the first line, from 1. */
	readonly firstLine: number;
	readonly lines: readonly string[];
}

/** Cuts a function out of its file, with the comment right above it; null if the model has no such function. */
export function cutFunction(
	{ files, program }: { readonly files: readonly SourceFile[]; readonly program: Pick<Program, 'functions'> },
	name: string,
): Cut | null {
	const found = program.functions.get(name);
	const file = files.find(({ path }) => path === found?.place.file);
	if (found === undefined || file === undefined) return null;
	const lines = file.text.split('\n');
	const first = commentStart(lines, found.place.line);
	return { file: file.path, firstLine: first, lines: lines.slice(first - 1, found.endLine) };
}

/** The line on which the comment begins that ends right above a line; that line itself if there is none. */
function commentStart(lines: readonly string[], line: number): number {
	if (!lines[line - 2]?.trimEnd().endsWith('*/')) return line;
	const start = lines.slice(0, line - 1).findLastIndex((text) => text.includes('/*'));
	return start < 0 ? line : start + 1;
}
