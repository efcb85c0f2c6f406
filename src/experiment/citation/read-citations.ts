import { withoutQuotedPrintable } from '../text/quoted-printable.ts';
import { BEGIN, END } from './layout.ts';
import { quotingDepth, squeeze } from './squeeze.ts';

/** A line of a citation in a mail. */
export interface CitedLine {
	/** As it stands there. */
	readonly text: string;
	/** What of it no mailer changes. */
	readonly squeezed: string;
	/** Quoted less deep than the citation: somebody's remark, or the rest of a line that a mailer broke. */
	readonly isShallow: boolean;
	/** Shallow, but right below a line that is not: more likely such a rest than a remark. */
	readonly isRest: boolean;
}

/** A citation as it was found. */
export interface FoundCitation {
	/** The line of the text on which it begins, from 1. */
	readonly line: number;
	/** Between its first and its last line. */
	readonly lines: readonly CitedLine[];
	/** Whether its last line is there. */
	readonly isWhole: boolean;
}

const begin = squeeze(BEGIN);
const end = squeeze(END);

/**
 * All citations of a mail or an mbox, in their order: quoted to any depth, wrapped, encoded as quoted-printable, among
 * other text. A citation's end without a beginning is one, too, which is not whole.
 */
export function readCitations(text: string): FoundCitation[] {
	const lines = text.replace(/\r\n?/g, '\n').split('\n');
	const found: FoundCitation[] = [];
	let from = -1;
	for (const [index, line] of lines.entries()) {
		const squeezed = line.length > 1000 ? '' : squeeze(line);
		if (squeezed !== begin && squeezed !== end) continue;
		if (from >= 0) found.push(citation(lines, from, index, squeezed === end));
		else if (squeezed === end) found.push({ line: index + 1, lines: [], isWhole: false });
		from = squeezed === begin ? index : -1;
	}
	if (from >= 0) found.push(citation(lines, from, lines.length, false));
	return found;
}

function citation(lines: readonly string[], from: number, to: number, isWhole: boolean): FoundCitation {
	const depth = quotingDepth(lines[from] ?? '');
	const body = withoutQuotedPrintable(lines.slice(from + 1, to).join('\n')).split('\n');
	return {
		line: from + 1,
		isWhole,
		lines: citedLines(body, depth),
	};
}

function citedLines(texts: readonly string[], depth: number): CitedLine[] {
	let follows = false;
	return texts.map((text) => {
		const squeezed = squeeze(text);
		const isShallow = quotingDepth(text) < depth;
		const isRest = isShallow && follows && squeezed !== '';
		follows = isRest || !isShallow;
		return { text, squeezed, isShallow, isRest };
	});
}
