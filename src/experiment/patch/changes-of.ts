import { type IndentPair, indentAsOurs, indentOf } from './indentation.ts';
import { opensBlock, squeezed } from './line-likeness.ts';
import type { OurText } from './our-text.ts';
import type { HunkLine } from './read-patch.ts';

/** Lines of ours taken away, and those put in their place. */
export interface Change {
	/** The first line, from 0. */
	readonly at: number;
	readonly removed: number;
	readonly added: readonly string[];
}

/** What a hunk comes to in our text. */
export interface Changes {
	readonly changes: readonly Change[];
	/** Whether white space or a brace at a line's end was made ours. */
	readonly mended: boolean;
}

/**
 * The changes that lines of a hunk make where they stand.
 *
 * @param at our line that the first of them stands at, from 0
 * @returns null if one opens a block where ours opens none, and nothing added could follow it
 */
export function changesOf(lines: readonly HunkLine[], ours: OurText, at: number): Changes | null {
	const pairs = pairsOf(lines, ours, at);
	const differs = pairs.some(([theirs, our]) => theirs.trimEnd() !== our);
	const changes: Change[] = [];
	let line = at;
	for (const { removed, added, context } of runsOf(lines)) {
		const taken = ours.lines.slice(line, line + removed.length);
		const braced = withOurBraces(removed, taken, added);
		if (braced === null) return null;
		const known = braced.map((text) => ourLine(text, pairs) ?? text.trimEnd());
		const indents = pairs
			.filter(([theirs]) => theirs.trim() !== '')
			.map(([theirs, our]): IndentPair => [indentOf(theirs), indentOf(our)]);
		const surroundings = {
			removed: taken.find((text) => text.trim() !== '') ?? null,
			before: ours.lines[line - 1] ?? '',
			after: ours.lines[line + removed.length] ?? '',
		};
		changes.push({
			at: line,
			removed: removed.length,
			added: differs ? indentAsOurs(known, indents, surroundings) : braced,
		});
		line += removed.length + context;
	}
	return { changes: changes.filter(({ removed, added }) => removed + added.length > 0), mended: differs };
}

/** Each line of theirs that stands in ours, with ours. */
function pairsOf(lines: readonly HunkLine[], ours: OurText, at: number): [theirs: string, ours: string][] {
	return lines.filter(({ sign }) => sign !== '+').map(({ text }, index) => [text, ours.lines[at + index] ?? '']);
}

/** A line that was only moved has our inner white space, too. */
function ourLine(text: string, pairs: readonly [string, string][]): string | null {
	const same = pairs.find(([theirs]) => squeezed(theirs) === squeezed(text));
	return same === undefined ? null : indentOf(text) + same[1].trim();
}

/** What is removed and added side by side, and so many lines of context behind it. */
function runsOf(lines: readonly HunkLine[]) {
	const runs: { removed: string[]; added: string[]; context: number }[] = [{ removed: [], added: [], context: 0 }];
	for (const { sign, text } of lines) {
		let run = runs.at(-1) as (typeof runs)[number];
		if (sign === ' ') {
			run.context++;
			continue;
		}
		if (run.context > 0) {
			run = { removed: [], added: [], context: 0 };
			runs.push(run);
		}
		(sign === '-' ? run.removed : run.added).push(text);
	}
	return runs;
}

/**
 * Added lines that open a block if and only if the line that each replaces does in our text: a branch of ours may be
 * one statement where theirs is several. Null if no added line can follow.
 */
function withOurBraces(removed: readonly string[], ours: readonly string[], added: readonly string[]): string[] | null {
	const braced = [...added];
	let next = 0;
	for (const [index, text] of removed.entries()) {
		const our = ours[index] ?? '';
		if (opensBlock(text) === opensBlock(our)) continue;
		const found = braced.findIndex((line, at) => at >= next && opensBlock(line) === opensBlock(text) && isHead(line));
		if (found === -1) return null;
		const line = (braced[found] as string).trimEnd();
		braced[found] = opensBlock(our) ? `${line} {` : withoutBrace(line);
		next = found + 1;
	}
	return braced;
}

/** Whether a block could begin behind it. */
function isHead(text: string): boolean {
	return /(\)|\belse|\bdo)$/.test(withoutBrace(text.trimEnd()));
}

/** A line without the brace at its end, if there is one, and the blanks before it. */
function withoutBrace(line: string): string {
	return line.endsWith('{') ? line.slice(0, -1).trimEnd() : line;
}
