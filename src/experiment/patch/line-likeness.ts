import { PATCH_LIMITS } from './limits.ts';

/** A line's text, white space apart. */
export function squeezed(text: string): string {
	return text.replace(/\s+/g, '');
}

/** Whether a line opens a block behind other text, as 'if (x) {' does. */
export function opensBlock(text: string): boolean {
	return /\S\s*\{\s*$/.test(text);
}

/**
 * What two lines are compared by: white space apart, and the brace that opens a block apart, since whether a branch is
 * one statement or several is the business of our bodies.
 */
export function comparable(text: string): string {
	const key = squeezed(text);
	return opensBlock(text) ? key.slice(0, -1) : key;
}

/** A blank line, or one that holds nothing but comment; it changes nothing that runs. */
export function isSilent(text: string): boolean {
	const line = text.trim();
	return line === '' || /^(\/\*((?!\*\/).)*(\*\/)?|\*\/|\*( ((?!\*\/).)*(\*\/)?)?|\/\/.*)$/.test(line);
}

/** The index of the line that is most like a text, or null if none has much in common with it. */
export function nearestLine(text: string, lines: readonly string[]): number | null {
	let best: number | null = null;
	let bestLikeness = 0.5;
	const wanted = pairsOf(text);
	for (const [index, line] of lines.entries()) {
		const found = likeness(wanted, pairsOf(line));
		if (found > bestLikeness) {
			best = index;
			bestLikeness = found;
		}
	}
	return best;
}

/** Each two letters that stand side by side. */
function pairsOf(text: string): Set<string> {
	const key = squeezed(text).slice(0, PATCH_LIMITS.quotedCharacters);
	return new Set(Array.from({ length: Math.max(0, key.length - 1) }, (_, index) => key.slice(index, index + 2)));
}

/** What two sets share, 0 .. 1. */
function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
	if (left.size + right.size === 0) return 0;
	const shared = [...left].filter((pair) => right.has(pair)).length;
	return (2 * shared) / (left.size + right.size);
}
