import { LIMITS } from './limits.ts';
import { REFUSED_WORDS, RESERVED_WORDS, type Refusal } from './refused-words.ts';
import type { Report } from './report.ts';
import type { Located, Name } from './syntax.ts';
import type { Token } from './tokens.ts';

/** Leaves a construct that cannot be parsed, after it was reported; whoever can go on catches it. */
export class SyntaxFailure extends Error {}

/** A position in a file's tokens, with what every parsing function needs: look, step, demand, refuse. */
export class Cursor {
	readonly report: Report;
	readonly #tokens: readonly Token[];
	readonly #end: Token;
	#index = 0;
	/** How deep the construct being parsed lies. */
	depth = 0;
	/** Operators met so far in the expression being parsed. */
	operators = 0;

	/** `tokens` must end with an `end` token. */
	constructor(tokens: readonly Token[], report: Report) {
		const end = tokens.at(-1);
		if (end?.kind !== 'end') throw new Error('the token list does not end with an end token');
		this.report = report;
		this.#tokens = tokens;
		this.#end = end;
	}

	get token(): Token {
		return this.#tokens[this.#index] ?? this.#end;
	}

	get index(): number {
		return this.#index;
	}

	/** The token `ahead` places after the current one. */
	peek(ahead: number): Token {
		return this.#tokens[this.#index + ahead] ?? this.#end;
	}

	/** The token at that index. */
	at(index: number): Token {
		return this.#tokens[index] ?? this.#end;
	}

	/** Steps over the current token and returns it. The end is never stepped over. */
	next(): Token {
		const token = this.token;
		if (token.kind !== 'end') this.#index++;
		return token;
	}

	/** True if the current token is that word or symbol. */
	is(text: string): boolean {
		return this.token.text === text && (this.token.kind === 'word' || this.token.kind === 'symbol');
	}

	/** Steps over that word or symbol if it is the current token. */
	accept(text: string): boolean {
		if (!this.is(text)) return false;
		this.next();
		return true;
	}

	/** Steps over that symbol, or fails; `context` completes "expected ';' ...". */
	expect(text: string, context: string): Token {
		if (this.is(text)) return this.next();
		this.refuseIfKnown();
		return this.fail(
			this.token,
			`expected '${text}' ${context}, found ${describeToken(this.token)}`,
			`write '${text}' here`,
		);
	}

	/**
	 * Steps over a semicolon. A missing one is told where it belongs, behind the token before; if
	 * a new line or a closing brace follows, parsing goes on as if it were there.
	 */
	expectSemicolon(context: string): void {
		if (this.accept(';')) return;
		if (this.token.place.line === (this.#tokens[this.#index - 1] ?? this.token).place.line) this.refuseIfKnown();
		const { token } = this;
		const before = this.#tokens[this.#index - 1] ?? token;
		const { file, line, column } = before.place;
		const at = { place: { file, line, column: column + before.length }, length: 1 };
		this.report.error('syntax', at, `expected ';' ${context}, found ${describeToken(token)}`, "write ';' here");
		if (token.place.line === line && token.text !== '}') throw new SyntaxFailure('a missing semicolon');
	}

	/** A name that may be given to something; `context` completes "expected ...". */
	expectName(context: string): Name {
		this.refuseIfKnown();
		const { token } = this;
		if (token.kind !== 'word') {
			return this.fail(token, `expected ${context}, found ${describeToken(token)}`, 'write a name here');
		}
		if (RESERVED_WORDS.has(token.text)) {
			return this.fail(
				token,
				`expected ${context}, found '${token.text}', which has a meaning of its own`,
				'choose another name',
			);
		}
		this.next();
		return { name: token.text, place: token.place, length: token.length };
	}

	/** Underlines from the token at `start` to the last one stepped over, as far as they share a line. */
	spanFrom(start: number): Located {
		const first = this.#tokens[start] ?? this.#end;
		let last = first;
		for (let index = start + 1; index < this.#index; index++) {
			const token = this.#tokens[index] ?? this.#end;
			if (token.place.line !== first.place.line) break;
			last = token;
		}
		return { place: first.place, length: last.place.column + last.length - first.place.column };
	}

	/** Goes one level deeper, or fails at the limit. Whoever enters leaves by `depth--`. */
	enter(): void {
		this.depth++;
		if (this.depth > LIMITS.nestingDepth) {
			this.fail(this.token, `more than ${LIMITS.nestingDepth} levels of nesting`, 'split it into functions', 'limit');
		}
	}

	/** Counts an operator of the current expression, or fails at the limit. */
	countOperator(): void {
		this.operators++;
		if (this.operators > LIMITS.expressionOperators) {
			this.fail(
				this.token,
				`more than ${LIMITS.expressionOperators} operators in one expression`,
				'split it into statements',
				'limit',
			);
		}
	}

	/** Reports a syntax error and leaves the construct. */
	fail(at: Located, message: string, advice: string, code = 'syntax'): never {
		this.report.error(code, at, message, advice);
		throw new SyntaxFailure(message);
	}

	/** Reports a part of C that the model leaves out, and leaves the construct. */
	refuse(at: Located, { what, advice }: Refusal): never {
		return this.fail(at, `${what} is not part of model C`, advice, 'unsupported');
	}

	/** Refuses the current token if it belongs to C, but not to model C. */
	refuseIfKnown(): void {
		const { token } = this;
		if (token.kind === 'string') this.refuse(token, { what: 'a string', advice: 'leave it out' });
		if (token.kind === 'character') this.refuse(token, { what: 'a character', advice: 'write its number' });
		const refusal = token.kind === 'word' ? REFUSED_WORDS.get(token.text) : undefined;
		if (refusal !== undefined) this.refuse(token, { ...refusal, what: describeWord(token.text, refusal.what) });
	}
}

/** A token as a message quotes it. */
export function describeToken(token: Token): string {
	return token.kind === 'end' ? 'the end' : `'${token.text}'`;
}

// "a type of 64 bits" alone would not say which word is meant; "a switch statement" does.
function describeWord(word: string, what: string): string {
	return what.split(' ').includes(word) ? what : `'${word}', ${what},`;
}
