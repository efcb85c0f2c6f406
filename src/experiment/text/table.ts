/** A cell; `below`, if it is not empty, stands in a line of its own under `text`. */
export interface Cell {
	readonly text: string;
	readonly below: string;
}

/** A table for a terminal: a line of headings, a line or two for each row. */
export interface Table {
	readonly headings: readonly string[];
	/** So many columns from the left are words; the others are figures, and stand to the right. */
	readonly wordColumns: number;
	readonly rows: readonly (readonly Cell[])[];
}

/** A cell of one line. */
export function cell(text: string): Cell {
	return { text, below: '' };
}

/** The table's lines; columns are as wide as their widest cell and two blanks apart. */
export function tableLines({ headings, wordColumns, rows }: Table): string[] {
	const widths = headings.map((heading, column) => {
		return Math.max(heading.length, ...rows.map((row) => cellWidth(row[column])));
	});
	const lineOf = (texts: readonly string[]) => {
		const padded = texts.map((text, column) => {
			const width = widths[column] ?? 0;
			return column < wordColumns ? text.padEnd(width) : text.padStart(width);
		});
		return padded.join('  ').trimEnd();
	};
	const body = rows.flatMap((row) => {
		const line = lineOf(row.map(({ text }) => text));
		const below = lineOf(row.map((each) => each.below));
		return below === '' ? [line] : [line, below];
	});
	return [lineOf(headings), ...body];
}

function cellWidth(found: Cell | undefined): number {
	return Math.max(found?.text.length ?? 0, found?.below.length ?? 0);
}
