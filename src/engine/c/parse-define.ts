import { Cursor, describeToken, SyntaxFailure } from './cursor.ts';
import { parseExpression } from './parse-expression.ts';
import { print } from './print.ts';
import { RESERVED_WORDS, type Refusal } from './refused-words.ts';
import type { Report } from './report.ts';
import type { ConstantDefinition, Expression, Name } from './syntax.ts';
import type { Token } from './tokens.ts';

const ONE_PROGRAM = 'not needed, leave it out: all files form one program';
const NO_CONDITIONS = 'keep one of the texts, and leave the other out';

const REFUSED_DIRECTIVES: ReadonlyMap<string, Refusal> = new Map<string, Refusal>([
	['include', { what: '#include', advice: ONE_PROGRAM }],
	['if', { what: '#if', advice: NO_CONDITIONS }],
	['ifdef', { what: '#ifdef', advice: NO_CONDITIONS }],
	['ifndef', { what: '#ifndef', advice: NO_CONDITIONS }],
	['elif', { what: '#elif', advice: NO_CONDITIONS }],
	['else', { what: '#else', advice: NO_CONDITIONS }],
	['endif', { what: '#endif', advice: NO_CONDITIONS }],
	['undef', { what: '#undef', advice: 'leave it out: a constant keeps its value' }],
	['pragma', { what: '#pragma', advice: 'leave it out' }],
	['error', { what: '#error', advice: 'leave it out' }],
	['line', { what: '#line', advice: 'leave it out' }],
]);

/** Parses one preprocessor line, `#` first. Returns null if it defines nothing. */
export function parseDefine(line: readonly Token[], report: Report): ConstantDefinition | null {
	const last = line.at(-1);
	if (last === undefined) return null;
	const { file, line: row, column } = last.place;
	const end: Token = { kind: 'end', text: '', place: { file, line: row, column: column + last.length }, length: 1 };
	const cursor = new Cursor([...line, end], report);
	let name: Name | null = null;
	try {
		cursor.next();
		expectDefine(cursor);
		name = cursor.expectName('the name of a constant');
		return { name, value: parseValue(cursor, name) };
	} catch (failure) {
		if (!(failure instanceof SyntaxFailure)) throw failure;
		return name === null ? null : { name, value: null };
	}
}

function expectDefine(cursor: Cursor): void {
	const word = cursor.token;
	if (cursor.accept('define')) return;
	const refusal = REFUSED_DIRECTIVES.get(word.text);
	if (refusal !== undefined) cursor.refuse(word, refusal);
	cursor.fail(
		word,
		`expected 'define' after '#', found ${describeToken(word)}`,
		'write #define NAME value',
		'unsupported',
	);
}

function parseValue(cursor: Cursor, name: Name): Expression {
	const first = cursor.token;
	const isAdjacent = first.place.line === name.place.line && first.place.column === name.place.column + name.length;
	if (first.text === '(' && isAdjacent) {
		cursor.refuse(name, { what: `'${name.name}', a macro with parameters,`, advice: 'write a function' });
	}
	if (first.kind === 'end') {
		cursor.refuse(name, { what: `'${name.name}', a macro without a value,`, advice: 'write a value behind the name' });
	}
	if (first.kind === 'word' && RESERVED_WORDS.has(first.text) && first.text !== 'true' && first.text !== 'false') {
		cursor.refuse(first, {
			what: `'${name.name}', a macro that is not a constant,`,
			advice: 'write the text itself where it is used',
		});
	}
	const value = parseExpression(cursor);
	if (cursor.token.kind !== 'end') {
		cursor.fail(
			cursor.token,
			`expected the end of the line, found '${cursor.token.text}'`,
			'write one constant expression',
		);
	}
	requireParentheses(cursor, name, value);
	return value;
}

// C pastes the text: with `#define A 1 + 2`, `A * 2` is 5. Here a constant is a value, so the
// definitions in which the two differ are refused.
function requireParentheses(cursor: Cursor, { name }: Name, value: Expression): void {
	if (value.parenthesised || (value.kind !== 'infix' && value.kind !== 'conditional')) return;
	const text = print(value);
	cursor.fail(
		value,
		`C pastes ${text} for ${name} without parentheses`,
		`write #define ${name} (${text})`,
		'parentheses',
	);
}
