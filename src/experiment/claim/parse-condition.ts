/** One side of a condition: a number, a word, or a figure that a scenario's search or run comes to. */
export type Side =
	| { readonly kind: 'number'; readonly value: number }
	| { readonly kind: 'word'; readonly word: string }
	| Figure;

/** A path into a scenario's result, as in 'victim-completes' or 'actors.victim.retries.mean'. */
export interface Figure {
	readonly kind: 'figure';
	/** Experiment and options as `bin/polite` takes them, as in 'unlucky --policy rfc'. */
	readonly scenario: string;
	readonly path: string;
	/** How many times the figure is meant; 1 unless told. */
	readonly factor: number;
}

/** In the order in which they are explained to whoever errs. */
export const relations = ['is', '<', '<=', '>', '>=', '~'] as const;
export type Relation = (typeof relations)[number];

/** What must be so for a sentence to stand. */
export interface Condition {
	/** As its author wrote it. */
	readonly text: string;
	readonly left: Figure;
	readonly relation: Relation;
	readonly right: Side;
	/** Of '~': how far apart the sides may be, as a share of the larger; 0 for all others. */
	readonly within: number;
}

/** A condition that cannot be read; the message quotes it and shows the notation. */
export class ConditionError extends Error {
	constructor(text: string, what: string) {
		super(`'${text}': ${what}`);
		this.name = 'ConditionError';
	}
}

const NOTATION = "write it as in 'unlucky --policy rfc: victim-completes is VIOLATED'";

/**
 * Reads a condition:
 *
 *     SCENARIO: PATH RELATION VALUE
 *     SCENARIO: PATH RELATION [N x] SCENARIO: PATH
 *     SCENARIO: PATH ~ … within N%
 *
 * A scenario is what stands behind `bin/polite check` or `run`, and ends in a colon.
 *
 * @throws ConditionError
 */
export function parseCondition(text: string): Condition {
	const words = text.split(/\s+/).filter((word) => word !== '');
	const at = words.findIndex(isRelation);
	if (at < 0) throw new ConditionError(text, `found no ${relations.join(', ')}; ${NOTATION}`);
	const relation = words[at] as Relation;
	const left = figureOf(words.slice(0, at), text);
	const { side, within } = splitWithin(words.slice(at + 1), relation, text);
	return { text: words.join(' '), left, relation, right: sideOf(side, text), within };
}

function splitWithin(words: readonly string[], relation: Relation, text: string) {
	const at = words.indexOf('within');
	if (relation !== '~') {
		if (at >= 0) throw new ConditionError(text, "'within' goes with '~' only");
		return { side: words, within: 0 };
	}
	const share = /^(\d+(?:\.\d+)?)%$/.exec(words[at + 1] ?? '')?.[1];
	if (at < 0 || share === undefined || words.length > at + 2) {
		throw new ConditionError(text, "'~' says how near at its end, as in 'within 10%'");
	}
	return { side: words.slice(0, at), within: Number(share) / 100 };
}

function sideOf(words: readonly string[], text: string): Side {
	const [first = '', second] = words;
	if (second === 'x' && isNumber(first)) return { ...figureOf(words.slice(2), text), factor: Number(first) };
	if (words.length > 1) return figureOf(words, text);
	if (first === '') throw new ConditionError(text, `nothing to compare with; ${NOTATION}`);
	return isNumber(first) ? { kind: 'number', value: Number(first) } : { kind: 'word', word: first };
}

function figureOf(words: readonly string[], text: string): Figure {
	const colon = words.length - 2;
	const path = words.at(-1);
	if (colon < 0 || path === undefined || !words[colon]?.endsWith(':')) {
		throw new ConditionError(text, `found '${words.join(' ')}', expected a scenario, a colon and a path; ${NOTATION}`);
	}
	return { kind: 'figure', scenario: words.slice(0, -1).join(' ').replace(/:$/, ''), path, factor: 1 };
}

function isRelation(word: string): boolean {
	return relations.some((relation) => relation === word);
}

function isNumber(text: string): boolean {
	return /^-?\d+(\.\d+)?$/.test(text);
}
