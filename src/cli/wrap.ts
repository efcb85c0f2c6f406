import { wrapText } from '../experiment/text/wrap-text.ts';

/** Columns of a line of output, and of a terminal that nobody has widened. */
export const COLUMNS = 80;

/** Breaks a text as `wrapText` does, into lines for a terminal. */
export function wrap(text: string, indent: string): string[] {
	return wrapText(text, indent, COLUMNS);
}
