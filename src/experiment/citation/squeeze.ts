import { ascii } from '../text/ascii.ts';

/** In front of a quoted line. */
const quoting = /^[ \t]*(?:>[ \t]*)+/;

/** How many '>' stand before a line. */
export function quotingDepth(line: string): number {
	return (quoting.exec(line)?.[0] ?? '').replace(/[^>]/g, '').length;
}

/**
 * What no mailer changes of a line: all but its quoting and its white space. Mailers quote, wrap, strip, pad, and make
 * typographic what was plain.
 */
export function squeeze(line: string): string {
	return ascii(line.replace(quoting, '')).replace(/\s+/g, '');
}
