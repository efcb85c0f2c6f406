/**
 * Breaks a text between words into lines of at most so many columns, each with the indent before it; a longer word has a
 * line of its own. An option and its value stay together.
 */
export function wrapText(text: string, indent: string, columns: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const piece of text.split(/\s+(?=--)|(?<!--\S+)\s+/)) {
		if (line !== '' && indent.length + line.length + 1 + piece.length > columns) {
			lines.push(indent + line);
			line = '';
		}
		line = line === '' ? piece : `${line} ${piece}`;
	}
	return line === '' ? lines : [...lines, indent + line];
}
