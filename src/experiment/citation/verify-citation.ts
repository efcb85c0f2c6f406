import { CheckError } from '../../engine/check/check-error.ts';
import { engineVersion } from '../../engine/engine-version.ts';
import { ModelError } from '../../engine/model/model-error.ts';
import type { Content } from '../content.ts';
import { EraError } from '../eras.ts';
import { decodeLink } from '../link/decode-link.ts';
import type { Link } from '../link/link.ts';
import { LinkError } from '../link/link-error.ts';
import { CompileError } from '../model.ts';
import { answerWords, citationOf } from './citation-of.ts';
import { type CitedEngine, type Findings, findingsOf, promiseOfFindings } from './findings.ts';
import { firstDifference } from './first-difference.ts';
import { BEGIN, END } from './layout.ts';
import type { CitedLine, FoundCitation } from './read-citations.ts';
import { squeeze, unquoted } from './squeeze.ts';
import { type Stated, statedIn } from './stated.ts';

/** What may become of a citation, the worst first. */
export const outcomes = ['UNREADABLE', 'REFUTED', 'CHANGED', 'CONFIRMED'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Verification {
	readonly outcome: Outcome;
	/** What the citation is about: its answer and its link; null if it cannot be read. */
	readonly about: string | null;
	/** Why, a sentence each. */
	readonly reasons: readonly string[];
}

/**
 * Asks the engine again for what a citation says.
 * - CONFIRMED: it says the same, to the letter.
 * - REFUTED: the same model and engine say something else: the citation was changed by hand.
 * - CHANGED: another model or engine answers here than there, or another edition tells it in other words.
 * - UNREADABLE: a part is missing or damaged, or contradicts another.
 *
 * @param edition the tag of the edition that is asked, as in 'v0.1.0'
 */
export async function verifyCitation(
	citation: FoundCitation,
	content: Content,
	engine: CitedEngine,
	edition: string,
): Promise<Verification> {
	if (!citation.isWhole) return unreadable(`its ${citation.lines.length === 0 ? 'first' : 'last'} line is missing`);
	let unread = 'the lines Answer, Model, Engine, Again and Link are not all there';
	for (const withRests of [false, true]) {
		const stated = statedIn(citation.lines, withRests);
		if (stated === null) continue;
		try {
			const link = await decodeLink(stated.address, content);
			return judged(citation.lines, stated, link, findingsOf(link, engine), content, edition);
		} catch (error) {
			const isReaders = [LinkError, EraError, CompileError, ModelError, CheckError].some(
				(kind) => error instanceof kind,
			);
			if (!isReaders) throw error;
			unread = `its link cannot be followed: ${(error as Error).message}`;
		}
	}
	return unreadable(unread);
}

function unreadable(reason: string): Verification {
	return { outcome: 'UNREADABLE', about: null, reasons: [reason] };
}

function judged(
	lines: readonly CitedLine[],
	stated: Stated,
	link: Link,
	findings: Findings,
	content: Content,
	edition: string,
): Verification {
	const { modelDigest } = findings.result;
	const about = `${answerWords(findings)}; ${stated.address}`;
	const sameAnswer = stated.answer === squeeze(answerWords(findings));
	const bothAnswers = sameAnswer
		? [`The answer is the same: ${answerWords(findings)}.`]
		: [`It says '${said(lines, stated)}'; here the answer is '${answerWords(findings)}'.`];
	if (link.promise.modelDigest !== stated.modelDigest) {
		return unreadable(`it names model ${stated.modelDigest}, its link model ${link.promise.modelDigest}`);
	}
	if (stated.modelDigest !== modelDigest || stated.engineVersion !== engineVersion) {
		const there = `model ${stated.modelDigest}, engine ${stated.engineVersion} (${stated.revision})`;
		const reason = `It was made by ${there}; here are model ${modelDigest}, engine ${engineVersion}.`;
		return { outcome: 'CHANGED', about, reasons: [reason, ...bothAnswers] };
	}
	const expected = citationOf(link, findings, stated, content)
		.split('\n')
		.filter((line) => line !== BEGIN && line !== END);
	const difference = firstDifference(lines, expected);
	const promised = link.promise.answer;
	const found = promiseOfFindings(link, findings).answer;
	if (difference === null && (promised === null || promised === found)) {
		return { outcome: 'CONFIRMED', about, reasons: [] };
	}
	if (stated.revision !== edition && sameAnswer && (promised === null || promised === found)) {
		const reason = `It was written by ${stated.revision}; ${edition} tells it in other words.`;
		return { outcome: 'CHANGED', about, reasons: [reason, ...bothAnswers] };
	}
	const reasons = [
		...(sameAnswer ? [] : bothAnswers),
		...(promised === null || promised === found ? [] : [`Its link promises ${promised}; here it is ${found}.`]),
		...(difference === null || !sameAnswer
			? []
			: [`Found '${difference.found ?? 'nothing more'}', expected '${difference.expected ?? 'nothing more'}'.`]),
	];
	return { outcome: 'REFUTED', about, reasons };
}

/** The answer with its white space. */
function said(lines: readonly CitedLine[], { answer }: Stated): string {
	const line = lines.find(({ squeezed }) => squeezed.startsWith('Answer:'));
	return line === undefined ? answer : unquoted(line.text).replace(/^Answer:\s*/, '');
}
