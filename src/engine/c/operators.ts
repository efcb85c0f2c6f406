/** What model C computes with one number, and with two; 'bool' is 1 unless the number is 0. */
export type UnaryOperator = '-' | '~' | '!' | 'bool';
export type BinaryOperator =
	| '+'
	| '-'
	| '*'
	| '/'
	| '%'
	| '<<'
	| '>>'
	| '&'
	| '|'
	| '^'
	| '<'
	| '>'
	| '<='
	| '>='
	| '=='
	| '!=';

/** Operators that stand between two operands. */
export type InfixOperator = BinaryOperator | '&&' | '||' | ',';

/** How tightly C binds an infix operator: the higher, the tighter. All of them group to the left. */
export const PRECEDENCE: ReadonlyMap<InfixOperator, number> = new Map(
	(
		[
			[','],
			['||'],
			['&&'],
			['|'],
			['^'],
			['&'],
			['==', '!='],
			['<', '>', '<=', '>='],
			['<<', '>>'],
			['+', '-'],
			['*', '/', '%'],
		] satisfies InfixOperator[][]
	).flatMap((row, precedence) => row.map((operator): [InfixOperator, number] => [operator, precedence])),
);

/** The loosest operator that may stand in a parameter or an initialiser, where a comma separates. */
export const ABOVE_COMMA = 1;

/** Assignment operators, each with the operator that it applies before it stores. */
export const ASSIGNMENTS: ReadonlyMap<string, BinaryOperator | null> = new Map<string, BinaryOperator | null>([
	['=', null],
	...(['+', '-', '*', '/', '%', '<<', '>>', '&', '^', '|'] as const).map((operator): [string, BinaryOperator] => [
		`${operator}=`,
		operator,
	]),
]);

/** The infix operator that a token's text is, or null. */
export function infixOperator(text: string): InfixOperator | null {
	return PRECEDENCE.has(text as InfixOperator) ? (text as InfixOperator) : null;
}
