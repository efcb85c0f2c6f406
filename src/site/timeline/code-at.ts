import type { Place, SourceFile } from '../../engine/c/source.ts';

/** The C that stands at a place, without its indentation; empty if no file has that place. */
export function codeAt(files: readonly SourceFile[], place: Place): string {
	const text = files.find(({ path }) => path === place.file)?.text;
	return text?.split('\n')[place.line - 1]?.trim() ?? '';
}
