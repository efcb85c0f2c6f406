import { existsSync, readFileSync } from 'node:fs';
import { readCitations } from '../experiment/citation/read-citations.ts';
import { type Outcome, outcomes, type Verification, verifyCitation } from '../experiment/citation/verify-citation.ts';
import { citedEngine } from './cited-engine.ts';
import { readContent } from './content.ts';
import { edition } from './edition.ts';
import { BAD_INPUT, CHANGED, DONE, REFUTED } from './exit-codes.ts';
import { helpText } from './help.ts';
import { readArguments } from './read-arguments.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';
import { wrap } from './wrap.ts';

const exitCodes: Readonly<Record<Outcome, number>> = { UNREADABLE: BAD_INPUT, REFUTED, CHANGED, CONFIRMED: DONE };

/**
 * `bin/polite verify`: asks the engine again for each citation of a mail. Prints citation by citation.
 *
 * @returns the exit code of the worst: 2 UNREADABLE, 1 REFUTED, 4 CHANGED, 0 CONFIRMED
 * @throws UsageError, ExperimentError
 */
export async function verifyCommand(args: readonly string[], { out }: Streams): Promise<number> {
	const { words, flags } = readArguments(args, { command: 'verify', valueOptions: [], flags: ['help'], wordsMax: 1 });
	if (flags.has('help')) {
		out(helpText('verify'));
		return DONE;
	}
	const text = readMail(words[0] ?? '-');
	const citations = readCitations(text);
	if (citations.length === 0) {
		throw new UsageError(
			"found no citation, that is, no line '[Polite or Certain: begin citation]'; save the whole mail, and give its file, or check what it says of a claim by bin/polite claims",
		);
	}
	const content = readContent();
	const engine = citedEngine(content);
	const found: Outcome[] = [];
	for (const citation of citations) {
		const verification = await verifyCitation(citation, content, engine, edition());
		out(`${told(citation.line, verification).join('\n')}\n`);
		found.push(verification.outcome);
	}
	const worst = outcomes.find((outcome) => found.includes(outcome)) ?? 'UNREADABLE';
	return exitCodes[worst];
}

function told(line: number, { outcome, about, reasons }: Verification): string[] {
	return [
		`${outcome}: the citation at line ${line}`,
		...(about === null ? [] : wrap(about, '  ')),
		...reasons.flatMap((reason) => wrap(reason, '  ')),
	];
}

function readMail(file: string): string {
	if (file !== '-' && !existsSync(file)) {
		throw new UsageError(`no file '${file}'; name one that is there, or '-' for standard input`);
	}
	try {
		// Node reads standard input by its number.
		return readFileSync(file === '-' ? 0 : file, 'utf8');
	} catch (error) {
		throw new UsageError(`cannot read '${file}': ${(error as Error).message}`);
	}
}
