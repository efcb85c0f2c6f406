import type { Cursor } from './cursor.ts';
import { parseInitialiser } from './parse-expression.ts';
import { type BaseType, parseBaseType, parseStars } from './parse-type.ts';
import type { Expression, Variable } from './syntax.ts';

/** Parses `int a = 1, b` up to the semicolon: the locals of one declaration. */
export function parseVariables(cursor: Cursor): readonly Variable[] {
	const base = parseBaseType(cursor);
	if (base.staticWord !== null) {
		cursor.refuse(base.staticWord, {
			what: 'a static local',
			advice: 'keep it in a local, or ask for a primitive that remembers it',
		});
	}
	if (cursor.is(';')) {
		cursor.fail(cursor.token, "expected a name, found ';'", 'name the variable');
	}
	const variables: Variable[] = [];
	do variables.push(parseVariable(cursor, base));
	while (cursor.accept(','));
	return variables;
}

function parseVariable(cursor: Cursor, base: BaseType): Variable {
	refuseFunctionPointer(cursor);
	const type = parseStars(cursor, base);
	const name = cursor.expectName('the name of a variable');
	refuseArray(cursor);
	if (cursor.is('(')) {
		cursor.refuse(cursor.token, {
			what: 'a function declared inside a function',
			advice: 'leave it out: functions are known in all files',
		});
	}
	if (cursor.is(':')) {
		cursor.refuse(cursor.token, { what: 'a bit-field', advice: 'use a whole integer' });
	}
	let initialiser: Expression | null = null;
	if (cursor.accept('=')) {
		if (cursor.is('{')) {
			cursor.refuse(cursor.token, { what: 'a list of initialisers', advice: 'give each local its own value' });
		}
		initialiser = parseInitialiser(cursor);
	}
	return { ...name, type, initialiser };
}

/** Parses a function's parameters after the `(` up to and including the `)`. A name may be missing, as in a prototype. */
export function parseParameters(cursor: Cursor): readonly (Variable | null)[] {
	if (cursor.accept(')')) return [];
	if (cursor.is('void') && cursor.peek(1).text === ')') {
		cursor.next();
		cursor.next();
		return [];
	}
	const parameters: (Variable | null)[] = [];
	do parameters.push(parseParameter(cursor));
	while (cursor.accept(','));
	cursor.expect(')', 'after the parameters');
	return parameters;
}

function parseParameter(cursor: Cursor): Variable | null {
	if (cursor.is('...')) {
		cursor.refuse(cursor.token, { what: "a variable number of parameters ('...')", advice: 'name each parameter' });
	}
	const base = parseBaseType(cursor);
	if (base.staticWord !== null) {
		cursor.fail(base.staticWord, "a parameter is not 'static'", "leave out 'static'");
	}
	refuseFunctionPointer(cursor);
	const type = parseStars(cursor, base);
	if (cursor.is(',') || cursor.is(')')) return null;
	const name = cursor.expectName('the name of a parameter');
	refuseArray(cursor);
	return { ...name, type, initialiser: null };
}

function refuseFunctionPointer(cursor: Cursor): void {
	if (cursor.is('(')) {
		cursor.refuse(cursor.token, { what: 'a function pointer', advice: 'call the function by its name' });
	}
}

/** Refuses the `[` behind a name. */
export function refuseArray(cursor: Cursor): void {
	if (cursor.is('[')) {
		cursor.refuse(cursor.token, { what: 'an array', advice: 'use one name for each value' });
	}
}
