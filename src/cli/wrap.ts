/** Columns of a line of output, and of a terminal that nobody has widened. */
export const COLUMNS = 80;

/**
 * Breaks a text between words into lines of at most COLUMNS, each with the indent before it. An option and its value
 * stay together.
 */
export function wrap(text: string, indent: string): string[] {
	const lines: string[] = [];
	let line = '';
	for (const piece of text.split(/\s+(?=--)|(?<!--\S+)\s+/)) {
		if (line !== '' && indent.length + line.length + 1 + piece.length > COLUMNS) {
			lines.push(indent + line);
			line = '';
		}
		line = line === '' ? piece : `${line} ${piece}`;
	}
	return line === '' ? lines : [...lines, indent + line];
}
