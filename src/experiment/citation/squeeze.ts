import { ascii } from '../text/ascii.ts';

/** In front of a quoted line. */
const quoting = /^[ \t]*(?:>[ \t]*)+/;

/** How many '>' stand before a line. */
export function quotingDepth(line: string): number {
	return (quoting.exec(line)?.[0] ?? '').replace(/[^>]/g, '').length;
}

/** A line without its quoting, and without white space around it. */
export function unquoted(line: string): string {
	return line.replace(quoting, '').trim();
}

/**
 * What no mailer changes of a line: all but its quoting and its white space. Mailers quote, wrap, strip, pad, and make
 * typographic what was plain.
 */
export function squeeze(line: string): string {
	return ascii(unquoted(line)).replace(/\s+/g, '');
}
