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
		...wrap(`Claim: ${claim.sentence}`),
		...who.map((line) => `  ${line}`),
		'',
		...wrap(`The engine: ${claim.answer}. ${claim.because}`),
		...outcomes.flatMap((outcome) => wrap(`- ${checkText(outcome)}`, '  ')),
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

function wrap(text: string, indent = ''): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= COLUMNS) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(last === undefined ? word : indent + word);
	}
	return lines;
}

/** What mail programs mangle, in what they do not. */
function ascii(text: string): string {
	return text
		.replace(/[‘’]/g, "'")
		.replace(/[“”]/g, '"')
		.replace(/±/g, '+-')
		.replace(/\u00a0/g, ' ');
}
