import type { BinaryOperator, InfixOperator } from './operators.ts';
import type { Place } from './source.ts';
import type { Type } from './type.ts';

/** A stretch of C on one line: where it starts and how many characters to underline. */
export interface Located {
	readonly place: Place;
	readonly length: number;
}

/** A name as it was written. */
export interface Name extends Located {
	readonly name: string;
}

/** A type as it was written; whether its struct exists is checked later. */
export interface WrittenType extends Located {
	readonly type: Type;
	readonly isConst: boolean;
}

/** An expression as it was parsed. `parenthesised` says that it stands in parentheses of its own. */
export type Expression = Located & { readonly parenthesised: boolean } & (
		| {
				readonly kind: 'number';
				readonly value: number;
				readonly unsigned: boolean;
				/** As it was spelt, for messages. */
				readonly text: string;
		  }
		| { readonly kind: 'name'; readonly name: string }
		| { readonly kind: 'prefix'; readonly operator: '+' | '-' | '~' | '!' | '&'; readonly operand: Expression }
		| {
				readonly kind: 'update';
				readonly operator: '+' | '-';
				readonly isPrefix: boolean;
				readonly operand: Expression;
		  }
		| {
				readonly kind: 'infix';
				readonly operator: InfixOperator;
				readonly left: Expression;
				readonly right: Expression;
		  }
		| {
				readonly kind: 'conditional';
				readonly condition: Expression;
				readonly whenTrue: Expression;
				readonly whenFalse: Expression;
		  }
		| {
				readonly kind: 'assignment';
				/** Null for `=`, the operator before the `=` for `+=` and its kin. */
				readonly operator: BinaryOperator | null;
				readonly target: Expression;
				readonly value: Expression;
		  }
		| { readonly kind: 'cast'; readonly to: WrittenType; readonly operand: Expression }
		| { readonly kind: 'call'; readonly callee: Name; readonly parameters: readonly Expression[] }
		| { readonly kind: 'member'; readonly object: Expression; readonly field: Name; readonly isArrow: boolean }
	);

/** A parameter, or a local with its initialiser if it has one. */
export interface Variable extends Name {
	readonly type: WrittenType;
	readonly initialiser: Expression | null;
}

/** A statement as it was parsed; its place is that of its first word. */
export type Statement = Located &
	(
		| { readonly kind: 'expression'; readonly value: Expression }
		| { readonly kind: 'declaration'; readonly variables: readonly Variable[] }
		| { readonly kind: 'block'; readonly statements: readonly Statement[] }
		| {
				readonly kind: 'if';
				readonly condition: Expression;
				readonly whenTrue: Statement;
				readonly whenFalse: Statement | null;
		  }
		| { readonly kind: 'while' | 'do'; readonly condition: Expression; readonly body: Statement }
		| {
				readonly kind: 'for';
				readonly start: Statement | null;
				readonly condition: Expression | null;
				readonly next: Expression | null;
				readonly body: Statement;
		  }
		| { readonly kind: 'label'; readonly label: Name; readonly body: Statement }
		| { readonly kind: 'goto'; readonly label: Name }
		| { readonly kind: 'return'; readonly value: Expression | null }
		| { readonly kind: 'break' | 'continue' | 'empty' }
	);

/** A function with its body. `place` is that of its first word, the name has its own. */
export interface FunctionDefinition extends Located {
	readonly name: Name;
	readonly returns: WrittenType;
	readonly parameters: readonly Variable[];
	readonly body: readonly Statement[];
	/** The closing brace. */
	readonly end: Located;
	/** The body had a syntax error: the function may be called, its body is not checked. */
	readonly isBroken: boolean;
}

/** `#define NAME value`; the value is null after a syntax error. */
export interface ConstantDefinition {
	readonly name: Name;
	readonly value: Expression | null;
}

/** One file of model C, parsed. */
export interface ParsedFile {
	readonly constants: readonly ConstantDefinition[];
	readonly functions: readonly FunctionDefinition[];
	/** Names in declarations that could not be parsed: not to be called undeclared on top. */
	readonly doubtful: readonly string[];
}
