import type { Verdict } from '../../engine/check/judge.ts';
import type { CheckResult } from '../check.ts';
import type { RunResult } from '../run.ts';
import type { Question } from './question.ts';

/** What a link says of the answer. */
export interface LinkPromise {
	/** The model by which it was found, 8 hexadecimal digits. */
	readonly modelDigest: string;
	/** A verdict, or the first 8 hexadecimal digits of a run's digest; null if the link was made before there was any. */
	readonly answer: string | null;
}

/** Digits of a run's digest that a link holds. */
export const ANSWER_DIGITS = 8;

/** How verdicts stand in a link. */
export const verdictLetters: Readonly<Record<Verdict, string>> = { HOLDS: 'H', VIOLATED: 'V', UNKNOWN: 'U' };

/**
 * What a result promises whoever opens a link to it.
 *
 * @param result of a run for a question of kind 'run', else of a search
 */
export function promiseOf(question: Question, result: CheckResult | RunResult): LinkPromise {
	const { modelDigest } = result;
	if (question.kind === 'run') return { modelDigest, answer: (result.digest ?? '').slice(0, ANSWER_DIGITS) };
	const { properties } = result as CheckResult;
	const found = properties.find(({ name }) => name === question.property);
	return { modelDigest, answer: found?.verdict ?? null };
}
