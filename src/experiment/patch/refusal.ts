import { type Core, findPlaces } from './find-places.ts';
import { isLanded, landHunk } from './land-hunk.ts';
import { PATCH_LIMITS } from './limits.ts';
import { comparable, isSilent, nearestLine } from './line-likeness.ts';
import type { OurText } from './our-text.ts';
import { PatchError } from './patch-error.ts';
import type { HunkLine, PastedHunk, Reading } from './read-patch.ts';

/** Why a hunk that names no file does not land where it could: it could in several. */
export function fitsSeveral({ number }: PastedHunk, files: readonly string[]): PatchError {
	return new PatchError(
		number,
		`this hunk names no file and fits ${files.join(' and ')} alike; put its '---' and '+++' lines above it`,
	);
}

/**
 * Why a hunk does not land in any text that it may be for: the line of the pasted text, what stands there, what stands
 * in ours, and what to do.
 *
 * @param start where the hunk says that it begins, or null
 */
export function refusal(reading: Reading, start: number | null, texts: readonly OurText[], over: string): PatchError {
	const paths = texts.map(({ path }) => path).join(', ');
	const known = new Set(texts.flatMap(({ keys }) => keys));
	const unknown = reading.lines.find((line) => isWanted(line) && !known.has(comparable(line.text)));
	if (unknown !== undefined) {
		const wrapped = wrappedFrom(unknown, reading, texts);
		if (wrapped !== null) return new PatchError(unknown.number, wrapped);
		const stands = nearest(unknown, texts);
		return new PatchError(
			unknown.number,
			`found '${shown(`-${unknown.text}`)}', which stands nowhere in ${paths} (${over}); ${stands}${inAlready(reading, texts)}; write the line as it stands there`,
		);
	}
	return apart(reading, start, texts, over);
}

/** What to say of a line that ours begins with, if it has no sign what stands below it; or null. */
function wrappedFrom(line: HunkLine, { lines }: Reading, texts: readonly OurText[]): string | null {
	const key = comparable(line.text);
	const next = lines.find(({ number }) => number > line.number);
	if (next?.sign !== ' ') return null;
	for (const { path, keys } of texts) {
		const index = keys.findIndex((each) => each.startsWith(key) && each.includes(comparable(next.text)));
		if (index === -1) continue;
		return `found '${shown(`-${line.text}`)}', with which ${path}:${index + 1} begins: its rest seems wrapped to the line below; join the two`;
	}
	return null;
}

/** Each of its lines stands somewhere, but not together, or in more places than one. */
function apart(reading: Reading, start: number | null, texts: readonly OurText[], over: string): PatchError {
	for (const ours of texts) {
		const landing = landHunk(reading, start, ours);
		if (isLanded(landing)) continue;
		const { core, places } = landing;
		const first = core.lines[core.from] as HunkLine;
		const found = `'${shown(`${first.sign}${first.text}`)}'`;
		if (places.length > 1) {
			const lines = places.map((at) => at + 1).join(', ');
			return new PatchError(
				first.number,
				`${found} fits ${ours.path} (${over}) in several places alike, at lines ${lines}; leave more of the lines around it, as they stand there`,
			);
		}
		const [place] = findPlaces(core, ours);
		if (place !== undefined) {
			return new PatchError(
				first.number,
				`from ${found} on, a line that is removed and its like in ${ours.path} (${over}), at line ${place.coreAt + 1} or below, do not both open a block, and no added line stands for it; write it as it stands there`,
			);
		}
		if (hasPattern(core)) {
			const at = findPlaces({ ...core, to: core.from + 1 }, ours).map(({ coreAt }) => coreAt + 1);
			return new PatchError(
				first.number,
				`the lines from ${found} on do not stand together in ${ours.path} (${over})${at.length === 0 ? '' : `; that one stands at line ${at.slice(0, 5).join(', ')}`}; make the hunk from that text`,
			);
		}
		return new PatchError(
			first.number,
			`${found} is to be added where no line around it is one of ${ours.path} (${over}); leave a line of ours above or below it`,
		);
	}
	return new PatchError(
		reading.lines[0]?.number ?? null,
		`this hunk does not fit (${over}); make the hunk from that text`,
	);
}

function hasPattern({ lines, from, to }: Core): boolean {
	return lines.slice(from, to).some(({ sign }) => sign !== '+');
}

function isWanted({ sign, text }: HunkLine): boolean {
	return sign === '-' && !isSilent(text);
}

function nearest({ text }: HunkLine, texts: readonly OurText[]): string {
	for (const { path, lines } of texts) {
		const index = nearestLine(text, lines);
		if (index !== null) return `nearest to it is ${path}:${index + 1}: '${shown(lines[index] ?? '')}'`;
	}
	return 'no line there is like it';
}

/** Who pastes a patch over an era that has it already is told so. */
function inAlready({ lines }: Reading, texts: readonly OurText[]): string {
	const added = lines.filter(({ sign, text }) => sign === '+' && !isSilent(text)).map(({ text }) => comparable(text));
	const has = added.length > 0 && texts.some(({ keys }) => added.every((key) => keys.includes(key)));
	return has ? '; what it adds stands there already' : '';
}

function shown(text: string): string {
	const line = text.replaceAll('\t', ' ').replace(/\s+/g, ' ').trim();
	return line.length > PATCH_LIMITS.quotedCharacters ? `${line.slice(0, PATCH_LIMITS.quotedCharacters)}...` : line;
}
