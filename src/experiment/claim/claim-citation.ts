import { ascii } from '../text/ascii.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { Claim } from './claims.ts';
import type { Outcome } from './evaluate.ts';

const COLUMNS = 72;

/**
 * Writes a claim as plain text for a mail: the sentence, who made it, the answer, and each check with what was found
 * and the line that shows it. ASCII, at most 72 columns; commands are not broken.
 *
 * @param who author, date and Message-ID or hash, one a line; for a claim of this site its name
 */
export function claimCitation(claim: Claim, who: readonly string[], outcomes: readonly Outcome[]): string {
	const commands = [...new Set(outcomes.flatMap((outcome) => outcome.commands))];
	return [
		...wrapText(`${claim.by === 'this site' ? 'Claim' : 'Claim (our paraphrase)'}: ${claim.sentence}`, '', COLUMNS),
		...who.map((line) => `  ${line}`),
		'',
		...wrapText(`The engine: ${claim.answer}. ${claim.because}`, '', COLUMNS),
		...outcomes.flatMap((outcome) => hanging(`- ${checkText(outcome)}`)),
		'',
		...commands.map((command) => `  $ ${command}`),
	]
		.map(ascii)
		.join('\n');
}

/** What is equal need not be told twice. */
function checkText({ condition, found, expected }: Outcome): string {
	return found === expected
		? condition.text
		: `${condition.text}: ${found} against ${expected.replace(/^[<>]=? /, '')}`;
}

/** All lines but the first are indented. */
function hanging(text: string): string[] {
	return wrapText(text, '  ', COLUMNS).map((line, index) => (index === 0 ? line.trimStart() : line));
}
