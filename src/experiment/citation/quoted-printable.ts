/**
 * A stretch of a mail without the encoding that writes '=' as '=3D' and breaks lines by '=' at their end; as it is if it
 * is not written so: a link's 'v=1' would be 'v=3D1'.
 */
export function withoutQuotedPrintable(text: string): string {
	const isEncoded = text.includes('=') && !/=(?![0-9A-Fa-f]{2}|[ \t]*$)/m.test(text);
	if (!isEncoded) return text;
	return text.replace(/=[ \t]*\n/g, '').replace(/(?:=[0-9A-Fa-f]{2})+/g, decoded);
}

function decoded(escapes: string): string {
	const bytes = escapes
		.slice(1)
		.split('=')
		.map((digits) => Number.parseInt(digits, 16));
	return new TextDecoder().decode(Uint8Array.from(bytes));
}
