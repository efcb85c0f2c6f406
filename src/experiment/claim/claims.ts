import type { Content } from '../content.ts';
import { evaluate, type Outcome } from './evaluate.ts';
import type { Engine } from './fact.ts';

/** What the engine makes of a claim, in the order of agreement. */
export const answers = ['so it is', 'in part', 'not so'] as const;
export type Answer = (typeof answers)[number];

/** Of whom a claim is that nobody in the thread has made. */
export const THIS_SITE = 'this site';

/** Somebody's sentence, and what the engine must say for the answer to stand. */
export interface Claim {
	/** The file's name under content/claims, without its ending. */
	readonly name: string;
	/** The key of the source in which it is made, or THIS_SITE. */
	readonly by: string;
	/** As it was meant, in our words. */
	readonly sentence: string;
	/** The number of the chapter that it belongs to. */
	readonly chapter: number;
	/** The author's choice; the checks guard it. */
	readonly answer: Answer;
	/** What the engine shows, in a sentence or two. */
	readonly because: string;
	/** Conditions as `parseCondition` reads them; all must hold. */
	readonly checks: readonly string[];
}

/** A claim's file that is not as it should be; the message names it and says what is wrong. */
export class ClaimError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'ClaimError';
	}
}

const fields = ['by', 'sentence', 'chapter', 'answer', 'because', 'checks'];

/**
 * Reads all claims, sorted by chapter and name.
 *
 * @param texts the text of each claim's JSON file, by the file's name without '.json'
 * @throws ClaimError
 */
export function readClaims(texts: Readonly<Record<string, string>>): Claim[] {
	return Object.entries(texts)
		.map(([name, text]) => readClaim(name, text))
		.sort((one, other) => one.chapter - other.chapter || (one.name < other.name ? -1 : 1));
}

function readClaim(name: string, text: string): Claim {
	const fail = (what: string): never => {
		throw new ClaimError(`${claimFile(name)}: ${what}`);
	};
	const { by, sentence, chapter, answer, because, checks, ...others } = parse(text, fail);
	const [unknown] = Object.keys(others);
	if (unknown !== undefined) return fail(`found '${unknown}', expected only ${fields.join(', ')}`);
	if (!isText(by) || !isText(sentence) || !isText(because)) {
		return fail('expected by, sentence and because, each a text');
	}
	if (typeof chapter !== 'number' || !Number.isInteger(chapter) || chapter < 1) {
		return fail(`found chapter ${JSON.stringify(chapter)}, expected a chapter's number`);
	}
	const found = answers.find((each) => each === answer);
	if (found === undefined) {
		return fail(`found answer ${JSON.stringify(answer)}, expected one of '${answers.join("', '")}'`);
	}
	if (!Array.isArray(checks) || checks.length === 0 || !checks.every(isText)) {
		return fail('expected checks, a list of at least one condition');
	}
	return { name, by, sentence, chapter, answer: found, because, checks };
}

function parse(text: string, fail: (what: string) => never): Record<string, unknown> {
	try {
		return Object(JSON.parse(text));
	} catch (error) {
		return fail(`not JSON: ${(error as Error).message}`);
	}
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value !== '';
}

/** Where a claim is written down. */
export function claimFile(name: string): string {
	return `content/claims/${name}.json`;
}

/** Asks the engine for each of a claim's checks. Throws ConditionError if one cannot be asked. */
export function judgeClaim({ checks }: Claim, content: Content, engine: Engine): Outcome[] {
	return checks.map((check) => evaluate(check, content, engine));
}

/**
 * Makes sure that a sentence stands.
 *
 * @param place the sentence's own, as in 'content/chapters/04-unlucky.mdx:14'
 * @throws ClaimError that names the place and, for each condition that fails, what was expected, what was found, and how
 * to see it
 */
export function requireOutcomes(outcomes: readonly Outcome[], place: string): void {
	const failing = outcomes.filter(({ holds }) => !holds);
	if (failing.length === 0) return;
	const lines = failing.map(({ condition, expected, found, commands }) => {
		return `  ${condition.text}\n    expected ${expected}, found ${found}; see ${commands.join(' and ')}`;
	});
	throw new ClaimError(`${place}: the engine says otherwise. Mend the sentence, then its checks.\n${lines.join('\n')}`);
}
