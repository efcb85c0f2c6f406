import type { PastedLine } from './pasted-lines.ts';

/** A hunk's lines, those that a mailer wrapped put together again. */
export interface Joined {
	readonly lines: readonly PastedLine[];
	/** How many were appended to the one above. */
	readonly count: number;
}

/** No mailer wraps narrower than this, in columns, quoting and a tab's eight included. */
const NARROWEST_COLUMNS = 60;

/**
 * Joins what a mailer wrapped: a line without a sign of its own, below one so long that its first word had no more room
 * there. Where other lines lack their sign, too, it was lost and tells nothing.
 *
 * @param lines a hunk's header and what stands below it, up to the next file, hunk or mail
 * @param isOurs whether our text has such a line of code: then it is context
 * @returns null if nothing was wrapped, or that cannot be told
 */
export function joinWrapped(lines: readonly PastedLine[], isOurs: (text: string) => boolean): Joined | null {
	const joined: PastedLine[] = [];
	for (const [index, line] of lines.entries()) {
		const above = lines[index - 1];
		const last = joined.at(-1);
		if (above === undefined || last === undefined || isWhole(line.text)) {
			joined.push(line);
		} else if (above.text === '' || line.depth > above.depth) {
			// Somebody's words, below the hunk.
			return joinedTo(joined.concat(lines.slice(index)), lines);
		} else if (hadNoRoom(line, above) && !isComplete(above.text) && !isOurs(line.text)) {
			joined[joined.length - 1] = { ...last, text: `${last.text.trimEnd()} ${line.text}` };
		} else if (line.depth < above.depth) {
			joined.push(line);
		} else return null;
	}
	return joinedTo(joined, lines);
}

function joinedTo(joined: readonly PastedLine[], lines: readonly PastedLine[]): Joined | null {
	const count = lines.length - joined.length;
	return count === 0 ? null : { lines: joined, count };
}

/** Whether a line says what it is: by its sign, by the tab of a context line that lost its blank; or it is empty. */
function isWhole(text: string): boolean {
	return text.trim() === '' || /^[-+\s\\@]/.test(text);
}

/** Whether a line of C is whole as it stands, so that what is below it is a remark. */
function isComplete(text: string): boolean {
	const isInComment = text.lastIndexOf('/*') > text.lastIndexOf('*/');
	return !isInComment && /[;{}]\s*$/.test(text) && text.split('(').length === text.split(')').length;
}

function hadNoRoom({ text }: PastedLine, above: PastedLine): boolean {
	const [word = ''] = text.split(/\s/);
	return above.columns + 1 + word.length > NARROWEST_COLUMNS;
}
