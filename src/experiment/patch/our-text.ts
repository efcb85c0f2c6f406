import { comparable } from './line-likeness.ts';

/** A file of the model as a patch meets it. */
export interface OurText {
	readonly path: string;
	readonly lines: readonly string[];
	/** What each line is compared by. */
	readonly keys: readonly string[];
}

/** Prepares a text; the last line's end begins no line. */
export function ourText(path: string, text: string): OurText {
	const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
	return { path, lines, keys: lines.map(comparable) };
}

/** The text again. */
export function textOf({ lines }: OurText): string {
	return lines.map((line) => `${line}\n`).join('');
}
