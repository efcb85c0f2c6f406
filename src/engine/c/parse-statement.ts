import { type Cursor, describeToken, SyntaxFailure } from './cursor.ts';
import { parseExpression } from './parse-expression.ts';
import { ADVISE_TYPES, startsType } from './parse-type.ts';
import { parseVariables } from './parse-variables.ts';
import { STATEMENT_WORDS } from './refused-words.ts';
import { skipStatement } from './skip.ts';
import type { Name, Statement } from './syntax.ts';

/** Parses statements up to the closing brace of their block, which is left. Goes on after errors. */
export function parseStatements(cursor: Cursor): readonly Statement[] {
	const statements: Statement[] = [];
	const { depth } = cursor;
	while (!cursor.is('}') && cursor.token.kind !== 'end' && !cursor.report.isFull) {
		try {
			statements.push(parseStatement(cursor));
		} catch (failure) {
			if (!(failure instanceof SyntaxFailure)) throw failure;
			cursor.depth = depth;
			skipStatement(cursor);
		}
	}
	return statements;
}

/** A statement, or one of the labels and declarations that stand beside statements in a block. */
function parseStatement(cursor: Cursor): Statement {
	cursor.enter();
	const statement = startsType(cursor.token) ? parseDeclaration(cursor) : parseStatementAt(cursor, cursor.index);
	cursor.depth--;
	return statement;
}

function parseDeclaration(cursor: Cursor): Statement {
	const { place, length } = cursor.token;
	const variables = parseVariables(cursor);
	cursor.expectSemicolon('after the declaration');
	return { kind: 'declaration', variables, place, length };
}

/** What depends on an if or a loop: a declaration there would be gone at once. */
function parseBody(cursor: Cursor): Statement {
	if (startsType(cursor.token)) {
		cursor.refuseIfKnown();
		cursor.fail(
			cursor.token,
			`expected a statement, found the declaration '${cursor.token.text}'`,
			'put it into a block: { ... }',
		);
	}
	return parseStatement(cursor);
}

function parseStatementAt(cursor: Cursor, start: number): Statement {
	cursor.refuseIfKnown();
	const { token } = cursor;
	const at = { place: token.place, length: token.length };
	if (cursor.accept(';')) return { kind: 'empty', ...at };
	if (cursor.accept('{')) {
		const statements = parseStatements(cursor);
		cursor.expect('}', 'to close the block');
		return { kind: 'block', statements, ...at };
	}
	if (token.kind === 'word') {
		if (STATEMENT_WORDS.has(token.text)) return parseControl(cursor, start);
		const following = cursor.peek(1);
		if (following.text === ':') return parseLabel(cursor);
		if (following.kind === 'word') {
			cursor.fail(token, `'${token.text}' is not a type here`, ADVISE_TYPES, 'undeclared');
		}
	}
	const value = parseExpression(cursor);
	cursor.expectSemicolon('after the expression');
	return { kind: 'expression', value, ...at };
}

function parseLabel(cursor: Cursor): Statement {
	const label = cursor.expectName('a label');
	cursor.expect(':', 'after the label');
	const at = { place: label.place, length: label.length };
	const body: Statement = cursor.is('}') ? { kind: 'empty', ...at } : parseStatement(cursor);
	return { kind: 'label', label, body, ...at };
}

function parseControl(cursor: Cursor, start: number): Statement {
	const word = cursor.next();
	const at = cursor.spanFrom(start);
	switch (word.text) {
		case 'if': {
			const condition = parseCondition(cursor, 'if');
			const whenTrue = parseBody(cursor);
			const whenFalse = cursor.accept('else') ? parseBody(cursor) : null;
			return { kind: 'if', condition, whenTrue, whenFalse, ...at };
		}
		case 'while': {
			const condition = parseCondition(cursor, 'while');
			return { kind: 'while', condition, body: parseBody(cursor), ...at };
		}
		case 'do': {
			const body = parseBody(cursor);
			cursor.expect('while', "after the body of 'do'");
			const condition = parseCondition(cursor, 'while');
			cursor.expectSemicolon("after the condition of 'do'");
			return { kind: 'do', condition, body, ...at };
		}
		case 'for':
			return { ...parseFor(cursor), ...at };
		case 'goto': {
			if (cursor.is('*')) {
				cursor.refuse(cursor.token, { what: 'a computed goto', advice: 'name a label of this function' });
			}
			const label: Name = cursor.expectName("a label after 'goto'");
			cursor.expectSemicolon("after 'goto'");
			return { kind: 'goto', label, ...at };
		}
		case 'return': {
			const value = cursor.is(';') ? null : parseExpression(cursor);
			cursor.expectSemicolon("after 'return'");
			return { kind: 'return', value, ...at };
		}
		case 'break':
		case 'continue':
			cursor.expectSemicolon(`after '${word.text}'`);
			return { kind: word.text, ...at };
		default:
			return cursor.fail(
				word,
				`expected a statement, found ${describeToken(word)}`,
				'an else belongs behind the statement of its if',
			);
	}
}

function parseCondition(cursor: Cursor, word: string) {
	cursor.expect('(', `after '${word}'`);
	const condition = parseExpression(cursor);
	cursor.expect(')', 'after the condition');
	return condition;
}

function parseFor(cursor: Cursor) {
	cursor.expect('(', "after 'for'");
	let start: Statement | null = null;
	if (startsType(cursor.token)) {
		start = parseDeclaration(cursor);
	} else if (!cursor.accept(';')) {
		const { place, length } = cursor.token;
		start = { kind: 'expression', value: parseExpression(cursor), place, length };
		cursor.expect(';', "after the start of 'for'");
	}
	const condition = cursor.is(';') ? null : parseExpression(cursor);
	cursor.expect(';', "after the condition of 'for'");
	const next = cursor.is(')') ? null : parseExpression(cursor);
	cursor.expect(')', "to close the '(' of 'for'");
	return { kind: 'for' as const, start, condition, next, body: parseBody(cursor) };
}
