import { joinWrapped } from './join-wrapped.ts';
import { PATCH_LIMITS } from './limits.ts';
import { type PastedLine, pastedLines } from './pasted-lines.ts';
import { PatchError } from './patch-error.ts';

/** A line of a hunk. */
export interface HunkLine {
	readonly sign: ' ' | '-' | '+';
	/** Without the sign. */
	readonly text: string;
	/** In the pasted text, from 1. */
	readonly number: number;
}

/** A hunk as it was pasted, with a change at least; nothing else in it is trusted yet. */
export interface PastedHunk {
	/** Where it begins in the pasted text, from 1. */
	readonly number: number;
	/** Counts the file headers above it: hunks of one section are against one text. */
	readonly section: number;
	/** The file's names as the header has them, the new one first; none if no header stands above. */
	readonly paths: readonly string[];
	/** The line that it says to begin at, or null. */
	readonly start: number | null;
	/** How its lines may be read, the likeliest first; one at least. */
	readonly readings: readonly Reading[];
}

/** The lines of a hunk. */
export interface Reading {
	readonly lines: readonly HunkLine[];
	/** How many lines the hunk says to have, and has not. */
	readonly missing: number;
	/** How many lines a mailer had wrapped, which are joined here. */
	readonly joined: number;
}

/**
 * Finds the hunks in a pasted text: a diff, a mail, a quoted mail, cut short or with other text around.
 *
 * @param isOurs whether the text that it is for has such a line of code
 * @throws PatchError if the text is too long, or holds no hunk
 */
export function readPatch(text: string, isOurs: (line: string) => boolean): PastedHunk[] {
	if (text.length > PATCH_LIMITS.characters) {
		throw new PatchError(
			null,
			`found ${text.length} characters, expected at most ${PATCH_LIMITS.characters}; paste the hunks alone`,
		);
	}
	const lines = pastedLines(text);
	const hunks: PastedHunk[] = [];
	let section = 0;
	let paths: readonly string[] = [];
	let at = 0;
	while (at < lines.length) {
		const header = headerAt(lines, at);
		if (header !== null) {
			paths = header.paths;
			section++;
			at += header.length;
		} else if (isHunkHeader(lines[at])) {
			const end = foreignAfter(lines, at);
			const hunk = readHunk(lines.slice(at, end), isOurs);
			const readings = hunk.readings.filter(({ lines }) => lines.some(({ sign }) => sign !== ' '));
			if (readings.length > 0) hunks.push({ ...hunk, readings, section, paths });
			at = end;
		} else at++;
	}
	if (hunks.length === 0) {
		throw new PatchError(
			null,
			`found no hunk in ${lines.length} lines, that is, no line that begins with '@@' and changes below it; paste a unified diff as 'git diff' makes it, with its '---', '+++' and '@@' lines`,
		);
	}
	const count = hunks.reduce((sum, hunk) => sum + (hunk.readings[0]?.lines.length ?? 0), 0);
	if (count > PATCH_LIMITS.hunkLines || hunks.length > PATCH_LIMITS.hunks) {
		throw new PatchError(
			null,
			`found ${hunks.length} hunks of ${count} lines together, expected at most ${PATCH_LIMITS.hunks} of ${PATCH_LIMITS.hunkLines}; paste only those for the files of the model`,
		);
	}
	return hunks;
}

function headerAt(lines: readonly PastedLine[], at: number): { paths: string[]; length: number } | null {
	const text = lines[at]?.text ?? '';
	const git = /^diff --git (\S+) (\S+)/.exec(text);
	if (git !== null) return { paths: [git[2] as string, git[1] as string], length: 1 };
	const from = /^--- (\S+)/.exec(text);
	const to = /^\+\+\+ (\S+)/.exec(lines[at + 1]?.text ?? '');
	if (from !== null && to !== null) return { paths: [to[1] as string, from[1] as string], length: 2 };
	// One of the two may be lost, where the other leads to a hunk.
	const only = /^(?:---|\+\+\+) (\S+)/.exec(text);
	return only === null || !isHunkHeader(lines[at + 1]) ? null : { paths: [only[1] as string], length: 1 };
}

function isHunkHeader(line: PastedLine | undefined): boolean {
	return line?.text.startsWith('@@') === true;
}

/** What no line of a hunk looks like: the next file, the next hunk, a mail's signature, the next mail. */
function isForeign(lines: readonly PastedLine[], at: number): boolean {
	const text = lines[at]?.text ?? '';
	return (
		isHunkHeader(lines[at]) || /^(diff -|Index: |-- ?$|From [0-9a-f]{7,} )/.test(text) || headerAt(lines, at) !== null
	);
}

/** Where a hunk ends at the latest: its header stands at `at`. */
function foreignAfter(lines: readonly PastedLine[], at: number): number {
	let end = at + 1;
	while (end < lines.length && !isForeign(lines, end)) end++;
	return end;
}

interface Counts {
	readonly before: number;
	readonly after: number;
}

/** @param lines its header and what stands below it, up to what is foreign */
function readHunk(lines: readonly PastedLine[], isOurs: (line: string) => boolean) {
	const { number, text } = lines[0] as PastedLine;
	const range = /^@@\s*-(\d+)(?:,(\d+))?\s+\+\d+(?:,(\d+))?/.exec(text);
	const start = range === null ? null : Number(range[1]);
	const counts = range === null ? null : { before: Number(range[2] ?? 1), after: Number(range[3] ?? 1) };
	const joined = joinWrapped(lines, isOurs);
	const readings = [
		...(joined === null ? [] : readingsOf(joined.lines, counts).map((each) => ({ ...each, joined: joined.count }))),
		...readingsOf(lines, counts),
	];
	return { number, start, readings };
}

function readingsOf(lines: readonly PastedLine[], counts: Counts | null): Reading[] {
	const marked = readByMarks(lines, counts);
	if (counts === null) return [marked];
	// A reviewer's remarks stand between its lines, quoted less deep; or some of its lines lost a mark of their quoting.
	const depth = lines[0]?.depth ?? 0;
	return [readCounted(lines, counts, depth), readCounted(lines, counts, 0), marked].filter(
		(reading) => reading !== null,
	);
}

/** As many lines as the header says, quoted that deep; null if they do not come out even, or changes go on behind them. */
function readCounted(lines: readonly PastedLine[], { before, after }: Counts, depth: number): Reading | null {
	const read: HunkLine[] = [];
	let [old, changed] = [before, after];
	let at = 1;
	for (; old > 0 || changed > 0; at++) {
		if (at >= lines.length) return null;
		const pasted = lines[at] as PastedLine;
		const line = pasted.depth < depth ? null : hunkLine(pasted);
		if (line === null) continue;
		if (line.sign !== '+' && --old < 0) return null;
		if (line.sign !== '-' && --changed < 0) return null;
		read.push(line);
	}
	return changesGoOn(lines, at) ? null : { lines: read, missing: 0, joined: 0 };
}

function changesGoOn(lines: readonly PastedLine[], from: number): boolean {
	let at = from;
	while (lines[at]?.text.startsWith(' ') === true) at++;
	return /^[-+]/.test(lines[at]?.text ?? '');
}

/** Up to what cannot belong to it, such as a reply below, which is quoted less deep. */
function readByMarks([header, ...lines]: readonly PastedLine[], counts: Counts | null): Reading {
	const depth = header?.depth ?? 0;
	const read: HunkLine[] = [];
	for (const line of lines) {
		if (line.depth < depth && line.text.trim() !== '') break;
		const found = hunkLine(line);
		if (found !== null) read.push(found);
	}
	// A blank line at the end parts the hunk from what follows.
	while (read.at(-1)?.sign === ' ' && read.at(-1)?.text.trim() === '') read.pop();
	const before = read.filter(({ sign }) => sign !== '+').length;
	const after = read.filter(({ sign }) => sign !== '-').length;
	const missing = counts === null ? 0 : Math.max(0, counts.before - before, counts.after - after);
	return { lines: read, missing, joined: 0 };
}

/** A line that lost its leading blank is context; null for git's word on a missing newline. */
function hunkLine({ text, number }: PastedLine): HunkLine | null {
	if (/^\\ No newline/i.test(text)) return null;
	const first = text[0];
	if (first === '-' || first === '+' || first === ' ') return { sign: first, text: text.slice(1), number };
	return { sign: ' ', text, number };
}
