import { type Cursor, describeToken } from './cursor.ts';
import { parseStatements } from './parse-statement.ts';
import { parseBaseType, parseStars } from './parse-type.ts';
import { parseParameters, refuseArray } from './parse-variables.ts';
import { skipBlock } from './skip.ts';
import type { FunctionDefinition, Located, Variable } from './syntax.ts';

/** Parses one function with its body; whatever else C allows outside functions is refused by name. */
export function parseFunction(cursor: Cursor): FunctionDefinition {
	const { place, length } = cursor.token;
	const base = parseBaseType(cursor);
	if (cursor.is('(')) {
		cursor.refuse(cursor.token, { what: 'a function pointer', advice: 'call the function by its name' });
	}
	const returns = parseStars(cursor, base);
	const name = cursor.expectName('the name of a function');
	refuseArray(cursor);
	if (cursor.is('=') || cursor.is(';') || cursor.is(',')) {
		cursor.refuse(name, {
			what: `'${name.name}', a variable outside functions,`,
			advice: 'use #define for a constant, a parameter or local for a value',
		});
	}
	cursor.expect('(', 'after the name of a function');
	const found = parseParameters(cursor);
	if (cursor.is(';')) {
		cursor.next();
		return cursor.refuse(name, {
			what: `'${name.name}', a prototype,`,
			advice: 'not needed, leave it out: functions are known in all files',
		});
	}
	if (!cursor.is('{')) {
		cursor.fail(
			cursor.token,
			`expected '{' before the body of a function, found ${describeToken(cursor.token)}`,
			"write '{' here",
		);
	}
	const errors = cursor.report.errors;
	const parameters = requireNames(cursor, found, name);
	const { body, end } = parseFunctionBody(cursor);
	const isBroken = cursor.report.errors > errors;
	return { name, returns, parameters, body, end, isBroken, place, length };
}

function requireNames(cursor: Cursor, parameters: readonly (Variable | null)[], at: Located): readonly Variable[] {
	if (parameters.includes(null)) {
		cursor.report.error('syntax', at, 'a parameter of this function has no name', 'name each parameter');
	}
	return parameters.filter((parameter) => parameter !== null);
}

function parseFunctionBody(cursor: Cursor): Pick<FunctionDefinition, 'body' | 'end'> {
	cursor.expect('{', 'before the body of a function');
	const body = parseStatements(cursor);
	const end = cursor.token;
	if (!cursor.accept('}') && !cursor.report.isFull) {
		cursor.report.error('syntax', end, "expected '}' to close the function, found the end", "write '}' here");
	}
	return { body, end: { place: end.place, length: end.length } };
}

/** Goes on after a declaration that could not be parsed; returns the names that stood in it. */
export function skipDeclaration(cursor: Cursor, start: number): readonly string[] {
	const names: string[] = [];
	for (let index = start; index < cursor.index; index++) {
		const { kind, text } = cursor.at(index);
		if (kind === 'word') names.push(text);
	}
	if (cursor.index > start && cursor.at(cursor.index - 1).text === ';') return names;
	// A brace too many closes nothing: what follows it is whole.
	if (cursor.index === start && cursor.accept('}')) return names;
	while (cursor.token.kind !== 'end') {
		if (cursor.is('{')) {
			skipBlock(cursor);
			// The semicolon of a struct definition belongs to it; a variable's name may stand between.
			if (cursor.is(';')) cursor.next();
			return names;
		}
		const { kind, text } = cursor.next();
		if (kind === 'word') names.push(text);
		if (text === ';') return names;
	}
	return names;
}
