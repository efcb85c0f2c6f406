import type { SourceFile } from '../../engine/c/source.ts';
import { canonicalDiff } from './canonical-diff.ts';
import type { Change } from './changes-of.ts';
import { type HunkLanding, isLanded, isOnlySilent, landHunk } from './land-hunk.ts';
import { PATCH_LIMITS } from './limits.ts';
import { comparable, isSilent } from './line-likeness.ts';
import { type OurText, ourText, textOf } from './our-text.ts';
import { PatchError } from './patch-error.ts';
import { type PastedHunk, type Reading, readPatch } from './read-patch.ts';
import { fitsSeveral, refusal } from './refusal.ts';

/** A hunk that is in the patched text. */
export interface LandedHunk {
	/** Of the pasted text, from 1. */
	readonly number: number;
	readonly file: string;
	/** Our line of its first change, from 1. */
	readonly at: number;
	/** Lines of its context that do not stand around it in ours. */
	readonly dropped: number;
	/** Whether white space or a brace at a line's end was made ours. */
	readonly mended: boolean;
	/** Lines that its header promised and that were not there. */
	readonly missing: number;
	/** Lines of it that a mailer had wrapped. */
	readonly joined: number;
}

/** A hunk that changes nothing that runs here. */
export interface IgnoredHunk {
	readonly number: number;
	readonly file: string;
	/** The model has no such file; or the hunk changes comments alone, which do not stand in ours. */
	readonly reason: 'no such file' | 'only comments';
}

/** What became of a pasted text. */
export interface Landing {
	/** All files of the model, patched, in the order in which they were given. */
	readonly files: readonly SourceFile[];
	/** The one diff that makes them: made anew, small and exact. */
	readonly patch: string;
	readonly landed: readonly LandedHunk[];
	readonly ignored: readonly IgnoredHunk[];
}

/**
 * Lays a pasted text over the model: a diff, bare or in a mail, quoted, cut short, its white space damaged, against a
 * kernel's tree or ours. What it removes must stand in our text, white space apart; context is dropped from the outside
 * in until the place is found; all hunks for our files land, or none does.
 *
 * @param files the model's C that it is meant for
 * @param over names that text in errors, as in 'page lock fifo, policy rfc'
 * @throws PatchError, and nothing else
 */
export function landPatch(text: string, files: readonly SourceFile[], over: string): Landing {
	const texts = new Map(files.map(({ path, text }) => [path, ourText(path, text)]));
	const landed: LandedHunk[] = [];
	const ignored: IgnoredHunk[] = [];
	const known = new Set([...texts.values()].flatMap(({ keys }) => keys));
	const isOurs = (line: string) => !isSilent(line) && known.has(comparable(line));
	for (const hunks of sectionsOf(readPatch(text, isOurs))) {
		// All hunks of a section are against the same text.
		const changes = new Map<string, NumberedChange[]>();
		for (const hunk of hunks) {
			const target = targetOf(hunk, texts, over);
			if (typeof target === 'string') {
				ignored.push({ number: hunk.number, file: fileName(hunk), reason: target });
				continue;
			}
			const { file, landing, missing, joined } = target;
			const { at, dropped, mended } = landing;
			landed.push({ number: hunk.number, file, at, dropped, mended, missing, joined });
			const list = changes.get(file) ?? [];
			list.push(...landing.changes.map((change) => ({ ...change, number: hunk.number })));
			changes.set(file, list);
		}
		for (const [file, list] of changes) texts.set(file, changed(texts.get(file) as OurText, list));
	}
	if (landed.length === 0) throw new PatchError(null, nothingLands(ignored, files));
	const patched = files.map(({ path }) => ({ path, text: textOf(texts.get(path) as OurText) }));
	const patch = canonicalDiff(files, patched);
	if (patch === '') throw new PatchError(null, `it changes nothing over ${over}, white space apart; is it in already?`);
	if (patch.length > PATCH_LIMITS.characters) {
		throw new PatchError(
			null,
			`it changes too much: its diff has ${patch.length} characters, at most ${PATCH_LIMITS.characters} may be`,
		);
	}
	return { files: patched, patch, landed, ignored };
}

interface NumberedChange extends Change {
	/** Its hunk's, of the pasted text. */
	readonly number: number;
}

function sectionsOf(hunks: readonly PastedHunk[]): PastedHunk[][] {
	const sections = new Map<number, PastedHunk[]>();
	for (const hunk of hunks) {
		const section = sections.get(hunk.section) ?? [];
		section.push(hunk);
		sections.set(hunk.section, section);
	}
	return [...sections.values()];
}

interface Target extends Pick<LandedHunk, 'file' | 'missing' | 'joined'> {
	readonly landing: HunkLanding;
}

/** The file that a hunk is for, and how it lands there; or why it is ignored. */
function targetOf(hunk: PastedHunk, ours: ReadonlyMap<string, OurText>, over: string): Target | IgnoredHunk['reason'] {
	const named = hunk.paths.flatMap((path) => [path, path.replace(/^[^/]+\//, '')]).find((path) => ours.has(path));
	if (named === undefined && hunk.paths.length > 0) return 'no such file';
	const texts = named === undefined ? [...ours.values()] : [ours.get(named) as OurText];
	for (const reading of hunk.readings) {
		const found = texts.flatMap((text) => {
			const landing = landHunk(reading, hunk.start, text);
			const { missing, joined } = reading;
			return isLanded(landing) ? [{ file: text.path, landing, missing, joined }] : [];
		});
		const [only] = found;
		if (only !== undefined && found.length === 1) return only;
		if (found.length > 1)
			throw fitsSeveral(
				hunk,
				found.map(({ file }) => file),
			);
	}
	const last = hunk.readings.at(-1) as Reading;
	if (isOnlySilent(last)) return 'only comments';
	throw refusal(last, hunk.start, texts, over);
}

function changed(ours: OurText, changes: readonly NumberedChange[]): OurText {
	const lines = [...ours.lines];
	const keys = [...ours.keys];
	const ordered = [...changes].sort((left, right) => left.at - right.at);
	for (const [index, { at, number }] of ordered.entries()) {
		const previous = ordered[index - 1];
		if (previous !== undefined && previous.at + previous.removed > at) {
			throw new PatchError(
				number,
				`this hunk changes line ${at + 1} of ${ours.path}, and so does the one at line ${previous.number}; leave one of them out`,
			);
		}
	}
	for (const { at, removed, added } of ordered.reverse()) {
		lines.splice(at, removed, ...added);
		keys.splice(at, removed, ...added.map(comparable));
	}
	return { ...ours, lines, keys };
}

function fileName({ paths }: PastedHunk): string {
	const path = paths.find((name) => name !== '/dev/null') ?? paths[0] ?? '';
	return path.replace(/^[ab]\//, '');
}

/** Why there is nothing to lay over the model. */
function nothingLands(ignored: readonly IgnoredHunk[], files: readonly SourceFile[]): string {
	const missing = ignored.filter(({ reason }) => reason === 'no such file').map(({ file }) => file);
	const names = [...new Set(missing)];
	const shown = names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
	const ours = `the model's files are ${files.map(({ path }) => path).join(', ')}`;
	if (missing.length === ignored.length) return `it is for ${shown}, which the model does not have; ${ours}`;
	return `it changes comments alone, which do not stand in ours; ${ours}`;
}
