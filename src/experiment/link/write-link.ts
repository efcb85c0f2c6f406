import { DEFAULT_LIMITS } from '../../engine/check/exploration.ts';
import type { Verdict } from '../../engine/check/judge.ts';
import { type LinkPromise, verdictLetters } from './promise-of.ts';
import { type Question, shortName } from './question.ts';
import { shortPair } from './short-form.ts';

/** The format that links are written in; each has a decoder of its own, for ever. */
const FORMAT = '1';

/** Characters of a link behind the site's base that fit into a line of a mail. */
export const LINE_CHARACTERS = 100;

/** Keys and their values as a link holds them, in its order. */
export type TextPairs = readonly (readonly [name: string, value: string])[];

/** What a link is written of. */
export interface Written {
	/** The named experiment from which the changes differ; null for a recipe told from scratch. */
	readonly experiment: string | null;
	readonly changes: TextPairs;
	readonly question: Question;
	readonly promise: LinkPromise;
}

/** The link, relative to the site's base. Too long for a line, it is written in short if that makes it fit. */
export function writeLink({ experiment, changes, question, promise }: Written): string {
	const { modelDigest, answer } = promise;
	const place = experiment === null ? 'lab/' : `x/${experiment}/`;
	const of = question.kind === 'run' ? null : question.property;
	const link = (all: TextPairs) => `${place}#${all.map((pair) => pair.join('=')).join('&')}`;
	const pairs = (property: string | null): TextPairs => [
		['v', FORMAT],
		...changes,
		...(property === null ? [] : ([['of', property]] as const)),
		...assumptionPairs(question),
		['m', modelDigest],
		...(answer === null ? [] : ([['d', verdictLetters[answer as Verdict] ?? answer]] as const)),
	];
	const readable = link(pairs(of && shortName(of)));
	if (readable.length <= LINE_CHARACTERS) return readable;
	const short = link(pairs(of).map(shortPair));
	return short.length <= LINE_CHARACTERS ? short : readable;
}

/** What a search takes for granted, and where it ends, if that is not the usual. */
function assumptionPairs(question: Question): TextPairs {
	if (question.kind === 'run') return [];
	const { fairness, statesMax } = question;
	return [
		...(fairness === 'weak' ? [] : ([['fairness', fairness]] as const)),
		...(statesMax === DEFAULT_LIMITS.states ? [] : ([['max-states', String(statesMax)]] as const)),
	];
}
