import { isQuotedPrintable, withoutEscapes } from '../text/quoted-printable.ts';

/** A line of a text, whole again if the encoding of a mail had broken it. */
export interface DecodedLine {
	/** Where it begins in the text as it was pasted, from 1. */
	readonly number: number;
	readonly text: string;
}

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#34': '"', '#39': "'" };

/**
 * The lines of a text, whatever ends them, in plain characters: mails may be encoded as quoted-printable, and a page's
 * source writes '<' as '&lt;'. As they stand where neither is sure, since C may have such marks of its own.
 */
export function decodedLines(text: string): DecodedLine[] {
	const lines = text.split(/\r\n|\n|\r/).map((line, index) => ({ number: index + 1, text: line }));
	const isPageSource = /&(?:[lg]t|amp);/.test(text) && !/[<>]/.test(text);
	if (isPageSource) return lines.map(({ number, text }) => ({ number, text: withoutEntities(text) }));
	return bodies(lines).flatMap((body) => (isEncoded(body) ? joined(body) : body));
}

/**
 * A text cut where a mail, a part of one, or a diff begins: what stands between has one encoding, and a mail's headers
 * have none.
 */
function bodies(lines: readonly DecodedLine[]): DecodedLine[][] {
	const cut: DecodedLine[][] = [[]];
	let isInDiff = false;
	for (const line of lines) {
		const ends = /^From |^--[^-\s]/.test(line.text);
		const begins: boolean = !isInDiff && /^[> ]*(?:diff --git |--- \S|@@)/.test(line.text);
		if (ends || begins) cut.push([]);
		isInDiff = begins || (isInDiff && !ends);
		cut.at(-1)?.push(line);
	}
	return cut;
}

/** A line of C may end in '=' by itself; an escape of what C writes, or of no ASCII character, is the encoding's. */
function isEncoded(lines: readonly DecodedLine[]): boolean {
	const text = lines.map(({ text }) => text).join('\n');
	return isQuotedPrintable(text) && /=(?:3D|09|20|C[23]|E2)/i.test(text);
}

function joined(lines: readonly DecodedLine[]): DecodedLine[] {
	const whole: { number: number; text: string }[] = [];
	let goesOn = false;
	for (const { number, text } of lines) {
		const part = text.replace(/=[ \t]*$/, '');
		const last = whole.at(-1);
		if (goesOn && last !== undefined) last.text += part;
		else whole.push({ number, text: part });
		goesOn = part !== text;
	}
	return whole.map(({ number, text }) => ({ number, text: withoutEscapes(text) }));
}

function withoutEntities(text: string): string {
	return text.replace(/&(#?\w{2,4});/g, (entity, name: string) => characters[name] ?? entity);
}
