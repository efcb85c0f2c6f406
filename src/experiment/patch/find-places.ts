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

function candidatesOf(core: Core, ours: OurText): Candidate[] {
	const keys = keysOf(core.lines.slice(core.from, core.to));
	const gaps = ours.keys.length - keys.length + 1;
	const found: Candidate[] = [];
	for (let at = 0; at < gaps; at++) {
		if (keys.some((key, index) => key !== ours.keys[at + index])) continue;
		const candidate = withContext(core, ours, at, at + keys.length);
		// Lines that are only added stand wherever context says.
		if (keys.length > 0 || candidate.score > 0) found.push(candidate);
	}
	return found;
}

function keysOf(lines: readonly HunkLine[]): string[] {
	return lines.filter(({ sign }) => sign !== '+').map(({ text }) => comparable(text));
}

function withContext({ lines, from, to }: Core, ours: OurText, at: number, end: number): Candidate {
	const lead = standing(lines, from, -1, (index) => ours.keys[at - 1 - index]);
	const trail = standing(lines, to - 1, 1, (index) => ours.keys[end + index]);
	const context = keysOf([...lines.slice(0, from), ...lines.slice(to)]).length;
	return {
		from: from - lead.lines,
		to: to + trail.lines,
		at: at - lead.standing,
		coreAt: at,
		dropped: context - lead.standing - trail.standing,
		score: lead.score + trail.score,
	};
}

/** Goes from the core outward until a line does not stand in ours; added lines on the way come along. */
function standing(
	lines: readonly HunkLine[],
	core: number,
	direction: 1 | -1,
	oursAt: (index: number) => string | undefined,
) {
	const reached = { lines: 0, standing: 0, score: 0 };
	for (let step = 1; ; step++) {
		const line = lines[core + direction * step];
		if (line === undefined) return reached;
		if (line.sign !== '+') {
			const key = comparable(line.text);
			if (key !== oursAt(reached.standing)) return reached;
			reached.standing++;
			if (key !== '') reached.score++;
		}
		reached.lines = step;
	}
}
