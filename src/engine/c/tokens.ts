import type { Report } from './report.ts';
import type { SourceFile } from './source.ts';
import type { Located } from './syntax.ts';

/** One token. The text of `end` is empty; it stands after the last character. */
export interface Token extends Located {
	readonly kind: 'word' | 'number' | 'string' | 'character' | 'symbol' | 'end';
	readonly text: string;
}

/** A file cut into tokens, its preprocessor lines (each with its `#` first) set apart. */
export interface TokenisedFile {
	readonly tokens: readonly Token[];
	readonly directives: readonly (readonly Token[])[];
}

/** What a piece of text may be, in the order in which each is tried. */
const KINDS = ['newline', 'blank', 'word', 'number', 'string', 'character', 'symbol'] as const;

// One group a kind. Longer symbols stand before their beginnings; a comment that never ends must not
// be taken for a division. A string that is not closed ends with its line; strings are refused anyway.
const PIECE = new RegExp(
	[
		/(\n)/,
		/((?:[ \t\r\f\v]|\\\r?\n|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+)/,
		/([A-Za-z_]\w*)/,
		/(\.?[0-9](?:[eEpP][+-]|[\w.])*)/,
		/("(?:[^"\\\n]|\\.)*"?)/,
		/('(?:[^'\\\n]|\\.)*'?)/,
		/(\.\.\.|<<=|>>=|->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*%&^|]=|\/=|\/(?!\*)|[-+*%&^|~!<>=?:;,.(){}[\]#])/,
	]
		.map(({ source }) => source)
		.join('|'),
	'y',
);

/** Cuts a file into tokens. Characters that C does not know are reported and left out. */
export function tokenise(file: SourceFile, report: Report): TokenisedFile {
	const { path, text } = file;
	const tokens: Token[] = [];
	const directives: Token[][] = [];
	let directive: Token[] | null = null;
	let isLineStart = true;
	let line = 1;
	let lineStart = 0;
	let offset = 0;
	const locate = (length: number): Located => ({ place: { file: path, line, column: offset - lineStart + 1 }, length });
	while (offset < text.length) {
		const [kind, lexeme] = match(text, offset);
		if (kind === null) {
			offset += reportUnknown(lexeme, locate(lexeme.length), report, text.length - offset);
			continue;
		}
		if (kind === 'newline') {
			directive = null;
			isLineStart = true;
		} else if (kind !== 'blank') {
			const token: Token = { kind, text: lexeme, ...locate(lexeme.length) };
			if (isLineStart && lexeme === '#') {
				directive = [];
				directives.push(directive);
			}
			(directive ?? tokens).push(token);
			isLineStart = false;
		}
		for (let at = lexeme.indexOf('\n'); at >= 0; at = lexeme.indexOf('\n', at + 1)) {
			line++;
			lineStart = offset + at + 1;
		}
		offset += lexeme.length;
	}
	tokens.push({ kind: 'end', text: '', ...locate(1) });
	return { tokens, directives };
}

function match(text: string, offset: number): readonly [kind: (typeof KINDS)[number] | null, lexeme: string] {
	PIECE.lastIndex = offset;
	const found = PIECE.exec(text);
	if (found === null) return [null, String.fromCodePoint(text.codePointAt(offset) ?? 0)];
	let group = 1;
	while (found[group] === undefined) group++;
	return [KINDS[group - 1] as (typeof KINDS)[number], found[0]];
}

function reportUnknown(character: string, at: Located, report: Report, rest: number): number {
	if (character === '/') {
		report.error('syntax', { ...at, length: 2 }, 'this comment never ends', "close it with '*/'");
		return rest;
	}
	report.error('syntax', at, `'${character}' is not a character of C`, 'remove it');
	return character.length;
}
