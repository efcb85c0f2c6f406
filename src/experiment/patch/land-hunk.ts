import { type Change, type Changes, changesOf } from './changes-of.ts';
import { type Core, findPlaces, hunkKeys, type Place } from './find-places.ts';
import { isSilent } from './line-likeness.ts';
import type { OurText } from './our-text.ts';
import type { HunkLine, Reading } from './read-patch.ts';

/** A hunk in our text. */
export interface HunkLanding extends Changes {
	/** Our line of its first change, from 1. */
	readonly at: number;
	/** Lines of its context that stand elsewhere or nowhere. */
	readonly dropped: number;
}

/** Why a hunk has no place: this part of it stands nowhere, or in several places (from 0) alike. */
export interface Misfit {
	readonly core: Core;
	readonly places: readonly number[];
}

/**
 * Lays a hunk over a text: as a whole; or, if context between its changes is not ours, each change by itself, in order.
 *
 * @param start where the hunk says that it begins, or null
 */
export function landHunk(reading: Reading, start: number | null, ours: OurText): HunkLanding | Misfit {
	const cores = coresOf(reading, start);
	// A hunk without a change is none.
	const [first, last] = [cores[0] as Core, cores.at(-1) as Core];
	const whole = landCore({ ...first, to: last.to }, ours, true);
	if (!('core' in whole)) return whole;
	if (cores.length === 1) return appended(first, ours) ?? whole;
	return landEach(cores, ours) ?? whole;
}

/** Whether a hunk has found its place. */
export function isLanded(landing: HunkLanding | Misfit): landing is HunkLanding {
	return !('core' in landing);
}

/** Whether all that a hunk changes is comment and blank lines. */
export function isOnlySilent({ lines }: Reading): boolean {
	return lines.every(({ sign, text }) => sign === ' ' || isSilent(text));
}

/** Changes that stand side by side; comment and blank lines are but context, unless nothing else is changed. */
function coresOf(reading: Reading, start: number | null): Core[] {
	const { lines } = reading;
	const isAllSilent = isOnlySilent(reading);
	const keys = hunkKeys(lines);
	const cores: Core[] = [];
	for (const [index, { sign, text }] of lines.entries()) {
		if (sign === ' ' || (isSilent(text) && !isAllSilent)) continue;
		const core = cores.at(-1);
		const between = core === undefined ? [] : lines.slice(core.to, index);
		if (core !== undefined && between.every((line) => line.sign === '+'))
			cores[cores.length - 1] = { ...core, to: index + 1 };
		else cores.push({ lines, keys, from: index, to: index + 1, start });
	}
	return cores;
}

/** @param withComments whether changes of comments around the core come along where they stand */
function landCore(core: Core, ours: OurText, withComments: boolean): HunkLanding | Misfit {
	const places = findPlaces(core, ours);
	const [place] = places;
	if (place === undefined || places.length > 1) return { core, places: places.map(({ coreAt }) => coreAt) };
	const changes = changesOf(standingLines(core, place, withComments), ours, place.at);
	if (changes === null) return { core, places: [] };
	const at = changes.changes[0]?.at ?? place.coreAt;
	return { ...changes, at: at + 1, dropped: place.dropped };
}

/** The hunk's lines that stand at a place; other changes than the core's count as the context that they must be, too. */
function standingLines({ lines, from, to }: Core, place: Place, withComments: boolean): HunkLine[] {
	return lines.slice(place.from, place.to).flatMap((line, index): HunkLine[] => {
		const number = place.from + index;
		if (withComments || (number >= from && number < to)) return [line];
		return line.sign === '+' ? [] : [{ ...line, sign: ' ' }];
	});
}

function landEach(cores: readonly Core[], ours: OurText): HunkLanding | Misfit | null {
	const landed: HunkLanding[] = [];
	for (const core of cores) {
		const landing = landCore(core, ours, false);
		if (!isLanded(landing)) return landing;
		landed.push(landing);
	}
	const changes = landed.flatMap((landing) => landing.changes);
	if (!areInOrder(changes)) return null;
	return {
		changes,
		at: Math.min(...landed.map(({ at }) => at)),
		dropped: Math.min(...landed.map(({ dropped }) => dropped)),
		mended: landed.some(({ mended }) => mended),
	};
}

/** Whether each change begins where the one before it has ended, or behind. */
function areInOrder(changes: readonly Change[]): boolean {
	return changes.every((change, index) => {
		const previous = changes[index - 1];
		return previous === undefined || previous.at + previous.removed <= change.at;
	});
}

/** A function or #define that is added where nothing of ours stands: at the end of the file it means the same. */
function appended(core: Core, ours: OurText): HunkLanding | null {
	const { lines, from, to } = core;
	const isAdded = ({ sign }: HunkLine) => sign === '+';
	if (!lines.slice(from, to).every(isAdded) || !isTopLevel(lines.slice(from, to).map(({ text }) => text))) return null;
	// The comment above it comes along.
	const first = lines.slice(0, from).findLastIndex((line) => !isAdded(line)) + 1;
	const changes = changesOf(lines.slice(first, to), ours, ours.lines.length);
	if (changes === null) return null;
	return { ...changes, at: ours.lines.length + 1, dropped: lines.filter((line) => !isAdded(line)).length };
}

function isTopLevel(added: readonly string[]): boolean {
	const code = added.filter((text) => !isSilent(text));
	if (code.every((text) => text.startsWith('#define '))) return true;
	const head = code[0] ?? '';
	return (
		/^[a-z_][\w *]*\(/i.test(head) &&
		!/^(if|while|for|switch|do|else|return)\b/.test(head) &&
		code.some((text) => text.trim() === '{') &&
		code.at(-1)?.trim() === '}'
	);
}
