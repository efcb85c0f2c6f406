import { comparable } from './line-likeness.ts';
import type { OurText } from './our-text.ts';
import type { HunkLine } from './read-patch.ts';

/** What the lines of a hunk are compared by. */
export interface HunkKeys {
	/** Null for a line that is added. */
	readonly of: readonly (string | null)[];
	/** How many are not added. */
	readonly standing: number;
}

/** Some lines of a hunk that must stand together; the others are context that may be dropped. */
export interface Core {
	readonly lines: readonly HunkLine[];
	/** Of the lines, made once for all cores of a hunk. */
	readonly keys: HunkKeys;
	readonly from: number;
	/** Behind the last. */
	readonly to: number;
	/** Where the hunk says that its first line stands, from 1; null if it says nothing. */
	readonly start: number | null;
}

/** Where a core can stand, with as much of the context as stands there, too. */
export interface Place {
	/** The hunk's lines that stand here. */
	readonly from: number;
	readonly to: number;
	/** Our line that the first of them stands at, from 0. */
	readonly at: number;
	/** Our line that the core itself begins at. */
	readonly coreAt: number;
	/** Lines of context that do not stand here. */
	readonly dropped: number;
}

interface Candidate extends Place {
	/** Lines of context that stand here and are not blank. */
	readonly score: number;
}

/** The keys of a hunk's lines. */
export function hunkKeys(lines: readonly HunkLine[]): HunkKeys {
	const of = lines.map(({ sign, text }) => (sign === '+' ? null : comparable(text)));
	return { of, standing: of.filter((key) => key !== null).length };
}

/**
 * The places where a core can stand: dropping context from the outside in, those found first. One is the place; none, or
 * several alike, are the reader's to mend. Of several where nothing had to be dropped, the one that the hunk names.
 */
export function findPlaces(core: Core, ours: OurText): Place[] {
	const candidates = candidatesOf(core, ours);
	const best = Math.max(...candidates.map(({ score }) => score));
	const places = candidates.filter(({ score }) => score === best);
	const named = places.find(({ at, dropped }) => dropped === 0 && at + 1 === core.start);
	return places.length > 1 && named !== undefined ? [named] : places;
}

function candidatesOf({ keys, from, to }: Core, ours: OurText): Candidate[] {
	const core = keys.of.slice(from, to).filter((key) => key !== null);
	const context = keys.standing - core.length;
	const found: Candidate[] = [];
	for (let at = 0; at + core.length <= ours.keys.length; at++) {
		if (core.some((key, index) => key !== ours.keys[at + index])) continue;
		const above = standing(
			(index) => keys.of[from - 1 - index],
			(index) => ours.keys[at - 1 - index],
		);
		const below = standing(
			(index) => keys.of[to + index],
			(index) => ours.keys[at + core.length + index],
		);
		const score = above.score + below.score;
		// Lines that are only added stand wherever context says.
		if (core.length === 0 && score === 0) continue;
		found.push({
			from: from - above.lines,
			to: to + below.lines,
			at: at - above.standing,
			coreAt: at,
			dropped: context - above.standing - below.standing,
			score,
		});
	}
	return found;
}

/**
 * Goes through a hunk's keys, the nearest to the core first, until one does not stand in ours, or there are no more;
 * added lines, null, come along.
 */
function standing(
	theirsAt: (index: number) => string | null | undefined,
	oursAt: (index: number) => string | undefined,
) {
	const reached = { lines: 0, standing: 0, score: 0 };
	for (let index = 0; ; index++) {
		const key = theirsAt(index);
		if (key === undefined) return reached;
		if (key !== null) {
			if (key !== oursAt(reached.standing)) return reached;
			reached.standing++;
			if (key !== '') reached.score++;
		}
		reached.lines = index + 1;
	}
}
