import { comparable } from './line-likeness.ts';
import type { OurText } from './our-text.ts';
import type { HunkLine } from './read-patch.ts';

/** Some lines of a hunk that must stand together; the others are context that may be dropped. */
export interface Core {
	readonly lines: readonly HunkLine[];
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

function candidatesOf({ lines, from, to }: Core, ours: OurText): Candidate[] {
	const theirs = lines.map(({ sign, text }) => (sign === '+' ? null : comparable(text)));
	const core = theirs.slice(from, to).filter((key) => key !== null);
	const context = theirs.filter((key) => key !== null).length - core.length;
	const lead = theirs.slice(0, from).reverse();
	const trail = theirs.slice(to);
	const found: Candidate[] = [];
	for (let at = 0; at + core.length <= ours.keys.length; at++) {
		if (core.some((key, index) => key !== ours.keys[at + index])) continue;
		const above = standing(lead, (index) => ours.keys[at - 1 - index]);
		const below = standing(trail, (index) => ours.keys[at + core.length + index]);
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

/** Goes through keys, the nearest to the core first, until one does not stand in ours; added lines, null, come along. */
function standing(theirs: readonly (string | null)[], oursAt: (index: number) => string | undefined) {
	const reached = { lines: 0, standing: 0, score: 0 };
	for (const [index, key] of theirs.entries()) {
		if (key !== null) {
			if (key !== oursAt(reached.standing)) return reached;
			reached.standing++;
			if (key !== '') reached.score++;
		}
		reached.lines = index + 1;
	}
	return reached;
}
