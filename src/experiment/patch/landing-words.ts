import type { IgnoredHunk, LandedHunk, Landing } from './land-patch.ts';

/** What became of a hunk. */
export interface HunkFate {
	readonly words: string;
	/** Where it landed, lines from 1; null if it was ignored. */
	readonly place: { readonly file: string; readonly line: number } | null;
}

/** What became of a pasted patch, hunk by hunk, in the order in which they stand in it. */
export function hunkFates({ landed, ignored }: Landing): HunkFate[] {
	return [
		...landed.map((hunk) => ({ hunk, words: landedWords(hunk), place: { file: hunk.file, line: hunk.at } })),
		...ignored.map((hunk) => ({ hunk, words: ignoredWords(hunk), place: null })),
	]
		.sort((left, right) => left.hunk.number - right.hunk.number)
		.map(({ hunk, words, place }) => ({ words: `the hunk at line ${hunk.number} of the patch ${words}`, place }));
}

/** The same in words alone. */
export function landingWords(landing: Landing): string[] {
	return hunkFates(landing).map(({ words }) => words);
}

function landedWords({ file, at, dropped, mended, missing, joined }: LandedHunk): string {
	return [
		`lands at ${file}:${at}`,
		...(joined === 0 ? [] : [`${lines(joined)} joined to the one above, which a mailer had wrapped`]),
		...(dropped === 0 ? [] : [`${lines(dropped)} of context dropped, not standing there`]),
		...(mended ? ['white space made ours'] : []),
		...(missing === 0 ? [] : [`its header promises ${lines(missing)} more`]),
	].join('; ');
}

function ignoredWords({ file, reason }: IgnoredHunk): string {
	return reason === 'no such file'
		? `is ignored: the model has no ${file}`
		: `is ignored: it changes comments alone, and ${file} has others`;
}

function lines(count: number): string {
	return count === 1 ? '1 line' : `${count} lines`;
}

/** What a canonical patch changes, as in 'mm/filemap.c +1 -1'. */
export function patchSummary(patch: string): string {
	return patch
		.split(/^--- /m)
		.slice(1)
		.map((section) => {
			const [, to = '', ...body] = section.split('\n');
			const count = (sign: string) => body.filter((line) => line.startsWith(sign)).length;
			return `${to.replace(/^\+\+\+ b\//, '')} +${count('+')} -${count('-')}`;
		})
		.join(', ');
}
