/**
 * A stretch of a mail without the encoding that writes '=' as '=3D' and breaks lines by '=' at their end; as it is if it
 * is not written so: a link's 'v=1' would be 'v=3D1'.
 */
export function withoutQuotedPrintable(text: string): string {
	return isQuotedPrintable(text) ? withoutEscapes(text.replace(/=[ \t]*\n/g, '')) : text;
}

/** Whether each '=' of a text stands where that encoding has one: before two digits, or at a line's end. */
export function isQuotedPrintable(text: string): boolean {
	return text.includes('=') && !/=(?![0-9A-Fa-f]{2}|[ \t]*$)/m.test(text);
}

/** Characters that are written as '=3D' are themselves again. */
export function withoutEscapes(text: string): string {
	return text.replace(/(?:=[0-9A-Fa-f]{2})+/g, decoded);
}

function decoded(escapes: string): string {
	const bytes = escapes
		.slice(1)
		.split('=')
		.map((digits) => Number.parseInt(digits, 16));
	return new TextDecoder().decode(Uint8Array.from(bytes));
}
