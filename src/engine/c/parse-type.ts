import { type Cursor, describeToken } from './cursor.ts';
import { REFUSED_TYPES } from './refused-words.ts';
import type { Located, WrittenType } from './syntax.ts';
import type { Token } from './tokens.ts';
import type { Type } from './type.ts';

const INTEGER_TYPES: ReadonlyMap<string, Exclude<Type['kind'], 'pointer'>> = new Map([
	['void', 'void'],
	['int', 'int'],
	['s32', 'int'],
	['unsigned', 'unsigned'],
	['u32', 'unsigned'],
	['vm_fault_t', 'unsigned'],
	['bool', 'bool'],
] as const);

/** What to do about a type that there is not. */
export const ADVISE_TYPES = `the types are ${[...INTEGER_TYPES.keys()].join(', ')} and struct NAME *`;

const QUALIFIERS: ReadonlySet<string> = new Set(['static', 'inline', 'const']);

/** What stands before the declared names: a type without its stars, and the words around it. */
export interface BaseType extends Located {
	readonly base: Exclude<Type['kind'], 'pointer'> | { readonly struct: string };
	readonly isConst: boolean;
	/** The word `static`, which only a function may carry. */
	readonly staticWord: Token | null;
}

/** True if a type may begin with this token, one that the model leaves out included. */
export function startsType(token: Token): boolean {
	const { kind, text } = token;
	return (
		kind === 'word' && (INTEGER_TYPES.has(text) || QUALIFIERS.has(text) || text === 'struct' || REFUSED_TYPES.has(text))
	);
}

/** Parses qualifiers and a type's name. */
export function parseBaseType(cursor: Cursor): BaseType {
	const start = cursor.index;
	let isConst = false;
	let staticWord: Token | null = null;
	const skipQualifiers = (): void => {
		while (QUALIFIERS.has(cursor.token.text)) {
			const word = cursor.next();
			if (word.text === 'const') isConst = true;
			if (word.text === 'static') staticWord = word;
		}
	};
	skipQualifiers();
	const base = parseTypeName(cursor);
	skipQualifiers();
	return { base, isConst, staticWord, ...cursor.spanFrom(start) };
}

/** Parses the stars of one declared name and returns its whole type. */
export function parseStars(cursor: Cursor, { base, isConst, place, length }: BaseType): WrittenType {
	const at = { place, length };
	const star = cursor.token;
	const isPointer = cursor.accept('*');
	if (typeof base === 'string') {
		if (isPointer) {
			cursor.refuse(star, { what: `a pointer to ${base}`, advice: 'return the value, or keep it in a local' });
		}
		return { type: { kind: base }, isConst, ...at };
	}
	if (!isPointer) {
		cursor.refuse(at, { what: `a struct ${base.struct} by value`, advice: `use a pointer: struct ${base.struct} *` });
	}
	if (cursor.is('*')) {
		cursor.refuse(cursor.token, { what: 'a pointer to a pointer', advice: `use a pointer: struct ${base.struct} *` });
	}
	// The const before the struct is about the object, the one behind the star about the pointer.
	return { type: { kind: 'pointer', struct: base.struct }, isConst: cursor.accept('const'), ...at };
}

function parseTypeName(cursor: Cursor): BaseType['base'] {
	cursor.refuseIfKnown();
	const word = cursor.token;
	if (cursor.accept('struct')) {
		const { name } = cursor.expectName('the name of a struct');
		if (cursor.is('{')) {
			cursor.refuse(word, { what: 'a struct definition', advice: "use the environment's structs by name" });
		}
		return { struct: name };
	}
	const base = INTEGER_TYPES.get(word.text);
	if (word.kind !== 'word' || base === undefined) {
		return cursor.fail(
			word,
			`expected a type, found ${describeToken(word)}`,
			ADVISE_TYPES,
			word.kind === 'word' ? 'undeclared' : 'syntax',
		);
	}
	cursor.next();
	if (word.text === 'unsigned' && !cursor.accept('int')) cursor.refuseIfKnown();
	return base;
}
