import type { Cursor } from './cursor.ts';
import type { Token } from './tokens.ts';

/** What a literal says: 32 bits kept as a signed number, and whether C types it as unsigned. */
export interface NumberLiteral {
	readonly value: number;
	readonly unsigned: boolean;
}

const LITERAL = /^(?:(0[xX][0-9a-fA-F]+)|(0[0-7]*)|([1-9][0-9]*))([uU]?)$/;
const LONG = /^0*(?:[xX][0-9a-fA-F]+|[0-9]+)[uU]?[lL]+[uU]?$/;
const FLOATING = /^(?:0[xX][0-9a-fA-F.]*[pP.]|[0-9]*\.|[0-9]+[eE])/;
const WIDEST = 0xffff_ffff;

/** Reads a number token: decimal, hexadecimal or octal with an optional u. Anything else is refused by name. */
export function parseNumber(cursor: Cursor, token: Token): NumberLiteral {
	const { text } = token;
	const match = LITERAL.exec(text);
	if (match === null) {
		if (LONG.test(text)) {
			return cursor.refuse(token, {
				what: `'${text}', a literal of 64 bits,`,
				advice: 'leave out the l: integers have 32 bits',
			});
		}
		if (FLOATING.test(text)) {
			return cursor.refuse(token, { what: `'${text}', a floating-point literal,`, advice: 'write a whole number' });
		}
		return cursor.fail(
			token,
			`'${text}' is not a number`,
			'write decimal (32), hexadecimal (0x20) or octal (040), with u behind it for unsigned',
		);
	}
	const [, hexadecimal, octal, decimal, suffix] = match;
	const value = octal !== undefined ? Number.parseInt(octal, 8) : Number(hexadecimal ?? decimal);
	const isWiderThanInt = value > 0x7fff_ffff;
	if (value > WIDEST || (isWiderThanInt && decimal !== undefined && suffix === '')) {
		return cursor.fail(
			token,
			`${text} does not fit 32 bits as C types it`,
			'use at most 2147483647, or 4294967295u',
			'unsupported',
		);
	}
	return { value: value | 0, unsigned: suffix !== '' || isWiderThanInt };
}
