import type { IgnoredHunk, LandedHunk, Landing } from './land-patch.ts';

/** What became of a pasted patch, a line a hunk, in the order in which they stand in it. */
export function landingWords({ landed, ignored }: Landing): string[] {
	return [
		...landed.map((hunk) => ({ number: hunk.number, words: landedWords(hunk) })),
		...ignored.map((hunk) => ({ number: hunk.number, words: ignoredWords(hunk) })),
	]
		.sort((left, right) => left.number - right.number)
		.map(({ number, words }) => `the hunk at line ${number} of the patch ${words}`);
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
