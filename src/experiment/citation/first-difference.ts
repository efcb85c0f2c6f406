import type { CitedLine } from './read-citations.ts';
import { squeeze, unquoted } from './squeeze.ts';

/** Where a citation leaves what the engine says. */
export interface Difference {
	/** As it stands in the citation, without quoting; null where it ends too early. */
	readonly found: string | null;
	/** The engine's line; null where the citation goes on too long. */
	readonly expected: string | null;
}

/**
 * Lays a citation's lines along those that the engine would write, white space and line breaks apart. A line that is
 * quoted less deep may be a remark, and is passed over if it does not fit. Returns null if they agree.
 */
export function firstDifference(lines: readonly CitedLine[], expected: readonly string[]): Difference | null {
	const squeezed = expected.map(squeeze);
	const whole = squeezed.join('');
	let at = 0;
	for (const { text, squeezed: piece, isShallow } of lines) {
		if (whole.startsWith(piece, at)) at += piece.length;
		else if (!isShallow) return { found: unquoted(text), expected: lineAt(expected, squeezed, at) };
	}
	return at === whole.length ? null : { found: null, expected: lineAt(expected, squeezed, at) };
}

function lineAt(lines: readonly string[], squeezed: readonly string[], at: number): string | null {
	let end = 0;
	const index = squeezed.findIndex((piece) => {
		end += piece.length;
		return at < end;
	});
	return lines[index]?.trim() ?? null;
}
