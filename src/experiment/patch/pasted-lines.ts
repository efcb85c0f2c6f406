import { decodedLines } from './decoded-lines.ts';

/** A line as somebody pasted it, the mail's quoting taken off. */
export interface PastedLine {
	/** In the pasted text, from 1. */
	readonly number: number;
	/** How many '>' stood before it. */
	readonly depth: number;
	readonly text: string;
	/** How wide it was, quoting and all, with eight for each tab. */
	readonly columns: number;
}

/** In front of a quoted line; the blank behind the last '>' is the mailer's, the next one is the diff's. */
const quoting = /^>(?: ?>)* ?/;

/**
 * The lines of a pasted text, whatever ends them, decoded, without quoting; no-break spaces are blanks again, and a diff that is
 * indented as a whole no longer is.
 */
export function pastedLines(text: string): PastedLine[] {
	const lines = unquoted(text);
	const headers = lines.flatMap(({ text }) => /^\s*(?=@@)/.exec(text)?.[0] ?? []);
	const [indent = ''] = headers;
	if (headers.includes('')) return lines;
	return lines.map((line) => (line.text.startsWith(indent) ? { ...line, text: line.text.slice(indent.length) } : line));
}

function unquoted(text: string): PastedLine[] {
	return decodedLines(text.replace(/^\uFEFF/, '')).map(({ number, text }) => {
		const line = text.replaceAll('\u00a0', ' ');
		const quote = quoting.exec(line)?.[0] ?? '';
		return {
			number,
			depth: quote.replaceAll(' ', '').length,
			text: line.slice(quote.length),
			columns: line.replaceAll('\t', ' '.repeat(8)).length,
		};
	});
}
