import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff/lib/patch/create.js';
import type { SourceFile } from '../../engine/c/source.ts';

/** Lines of context around a change, as git has them. */
const CONTEXT_LINES = 3;

/**
 * The one unified diff from some files to others of the same paths: made anew, so that whatever a patch looked like when
 * it came, the same change has the same text. Files in the order of their paths; '' if nothing differs.
 */
export function canonicalDiff(before: readonly SourceFile[], after: readonly SourceFile[]): string {
	const texts = new Map(before.map(({ path, text }) => [path, text]));
	return [...after]
		.sort((left, right) => (left.path < right.path ? -1 : 1))
		.filter(({ path, text }) => texts.get(path) !== text)
		.map(({ path, text }) => {
			const old = texts.get(path) ?? '';
			const patch = structuredPatch(`a/${path}`, `b/${path}`, old, text, undefined, undefined, {
				context: CONTEXT_LINES,
			});
			return formatPatch(patch, FILE_HEADERS_ONLY);
		})
		.join('');
}
