import { type Cursor, describeToken } from './cursor.ts';
import { ABOVE_COMMA, ASSIGNMENTS, infixOperator, PRECEDENCE } from './operators.ts';
import { parseNumber } from './parse-number.ts';
import { parseBaseType, parseStars, startsType } from './parse-type.ts';
import { STATEMENT_WORDS } from './refused-words.ts';
import type { Expression, Located, Name } from './syntax.ts';

/** Parses a whole expression, commas included, as a statement or a condition holds it. */
export function parseExpression(cursor: Cursor): Expression {
	cursor.operators = 0;
	return parseComma(cursor);
}

/** Parses an initialiser: an expression without a comma at its top. */
export function parseInitialiser(cursor: Cursor): Expression {
	cursor.operators = 0;
	return parseAssignment(cursor);
}

function parseAssignment(cursor: Cursor): Expression {
	const start = cursor.index;
	const target = parseConditional(cursor);
	const operator = ASSIGNMENTS.get(cursor.token.text);
	if (cursor.token.kind !== 'symbol' || operator === undefined) return target;
	cursor.next();
	cursor.countOperator();
	cursor.enter();
	const value = parseAssignment(cursor);
	cursor.depth--;
	return { kind: 'assignment', operator, target, value, ...spanFrom(cursor, start) };
}

function parseComma(cursor: Cursor): Expression {
	const start = cursor.index;
	let left = parseAssignment(cursor);
	while (cursor.accept(',')) {
		cursor.countOperator();
		const right = parseAssignment(cursor);
		left = { kind: 'infix', operator: ',', left, right, ...spanFrom(cursor, start) };
	}
	return left;
}

function parseConditional(cursor: Cursor): Expression {
	const start = cursor.index;
	const condition = parseInfix(cursor, ABOVE_COMMA);
	if (!cursor.accept('?')) return condition;
	cursor.countOperator();
	cursor.enter();
	const whenTrue = parseComma(cursor);
	cursor.expect(':', "between the two results of '?'");
	const whenFalse = parseConditional(cursor);
	cursor.depth--;
	return { kind: 'conditional', condition, whenTrue, whenFalse, ...spanFrom(cursor, start) };
}

function parseInfix(cursor: Cursor, loosest: number): Expression {
	const start = cursor.index;
	let left = parsePrefix(cursor);
	for (;;) {
		const operator = cursor.token.kind === 'symbol' ? infixOperator(cursor.token.text) : null;
		const precedence = operator === null ? -1 : (PRECEDENCE.get(operator) ?? -1);
		if (operator === null || precedence < loosest) return left;
		cursor.next();
		cursor.countOperator();
		const right = parseInfix(cursor, precedence + 1);
		left = { kind: 'infix', operator, left, right, ...spanFrom(cursor, start) };
	}
}

function parsePrefix(cursor: Cursor): Expression {
	cursor.enter();
	const expression = parsePrefixAt(cursor, cursor.index);
	cursor.depth--;
	return expression;
}

function parsePrefixAt(cursor: Cursor, start: number): Expression {
	const { kind, text } = cursor.token;
	if (kind !== 'symbol') return parsePostfix(cursor, start);
	switch (text) {
		case '+':
		case '-':
		case '~':
		case '!':
		case '&': {
			cursor.next();
			const operand = parsePrefix(cursor);
			return { kind: 'prefix', operator: text, operand, ...spanFrom(cursor, start) };
		}
		case '++':
		case '--': {
			cursor.next();
			const operand = parsePrefix(cursor);
			return {
				kind: 'update',
				operator: text === '++' ? '+' : '-',
				isPrefix: true,
				operand,
				...spanFrom(cursor, start),
			};
		}
		case '*':
			return cursor.refuse(cursor.token, {
				what: "reading through a pointer with '*'",
				advice: 'pass the pointer to a function or primitive',
			});
		case '(':
			return startsType(cursor.peek(1)) ? parseCast(cursor, start) : parsePostfix(cursor, start);
		default:
			return parsePostfix(cursor, start);
	}
}

function parseCast(cursor: Cursor, start: number): Expression {
	cursor.expect('(', 'before the type of a cast');
	const to = parseStars(cursor, parseBaseType(cursor));
	cursor.expect(')', 'after the type of a cast');
	if (cursor.is('{')) {
		cursor.refuse(cursor.token, { what: 'a compound literal', advice: 'pass the values one by one' });
	}
	const operand = parsePrefix(cursor);
	return { kind: 'cast', to, operand, ...spanFrom(cursor, start) };
}

function parsePostfix(cursor: Cursor, start: number): Expression {
	let expression = parsePrimary(cursor, start);
	for (;;) {
		const { token } = cursor;
		if (token.kind !== 'symbol') return expression;
		switch (token.text) {
			case '(':
				return refuseCallOf(cursor, expression);
			case '[':
				return cursor.refuse(token, { what: 'an array element', advice: 'use one name for each value' });
			case '->':
			case '.': {
				cursor.next();
				cursor.countOperator();
				const field = cursor.expectName('the name of a field');
				expression = {
					kind: 'member',
					object: expression,
					field,
					isArrow: token.text === '->',
					...spanFrom(cursor, start),
				};
				break;
			}
			case '++':
			case '--': {
				cursor.next();
				cursor.countOperator();
				const operator = token.text === '++' ? '+' : '-';
				expression = { kind: 'update', operator, isPrefix: false, operand: expression, ...spanFrom(cursor, start) };
				break;
			}
			default:
				return expression;
		}
	}
}

function parsePrimary(cursor: Cursor, start: number): Expression {
	cursor.refuseIfKnown();
	const { token } = cursor;
	if (token.kind === 'number') {
		cursor.next();
		return { kind: 'number', text: token.text, ...parseNumber(cursor, token), ...spanFrom(cursor, start) };
	}
	if (token.kind === 'word' && !STATEMENT_WORDS.has(token.text) && !startsType(token)) {
		cursor.next();
		const name: Name = { name: token.text, place: token.place, length: token.length };
		if (cursor.is('(')) return parseCall(cursor, start, name);
		return { kind: 'name', name: token.text, ...spanFrom(cursor, start) };
	}
	if (cursor.accept('(')) {
		if (cursor.is('{')) {
			cursor.refuse(cursor.token, { what: 'a block used as a value', advice: 'write a function' });
		}
		const inner = parseComma(cursor);
		cursor.expect(')', "to close the '('");
		return { ...inner, ...cursor.spanFrom(start), parenthesised: true };
	}
	return cursor.fail(
		token,
		`expected an expression, found ${describeToken(token)}`,
		'write a value, a name or a call here',
	);
}

function parseCall(cursor: Cursor, start: number, callee: Name): Expression {
	cursor.expect('(', 'before the parameters');
	cursor.countOperator();
	const parameters: Expression[] = [];
	if (!cursor.is(')')) {
		do parameters.push(parseAssignment(cursor));
		while (cursor.accept(','));
	}
	cursor.expect(')', 'after the parameters');
	return { kind: 'call', callee, parameters, ...spanFrom(cursor, start) };
}

function refuseCallOf(cursor: Cursor, expression: Expression): never {
	return cursor.refuse(expression, { what: 'a call through a value', advice: 'call a function by its name' });
}

function spanFrom(cursor: Cursor, start: number): Located & { readonly parenthesised: false } {
	return { ...cursor.spanFrom(start), parenthesised: false };
}
