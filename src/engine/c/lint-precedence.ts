import type { InfixOperator } from './operators.ts';
import { print, printOnce } from './print.ts';
import type { Report } from './report.ts';
import type { Expression } from './syntax.ts';

/*
 * Operators whose precedence surprises. The pairs are those of gcc -Wparentheses (comparison
 * inside & ^ | or another comparison; + - inside << >> &; + - & ^ inside |; + - & inside ^; &&
 * inside ||; an assignment as a truth value) and of -Wlogical-not-parentheses (! before & | or a
 * comparison). As in gcc, `!a == !b`, `!a & 1` and `!!a == b` are left alone:
 * there a truth value is meant.
 */

const EQUALITY: readonly InfixOperator[] = ['==', '!='];
const COMPARISONS: readonly InfixOperator[] = [...EQUALITY, '<', '>', '<=', '>='];

/** For an operator, the operators that should not stand bare in its operands. */
const SURPRISING: ReadonlyMap<InfixOperator, ReadonlySet<InfixOperator>> = new Map<
	InfixOperator,
	ReadonlySet<InfixOperator>
>([
	['&', new Set<InfixOperator>([...COMPARISONS, '+', '-'])],
	['^', new Set<InfixOperator>([...COMPARISONS, '+', '-', '&'])],
	['|', new Set<InfixOperator>([...COMPARISONS, '+', '-', '&', '^'])],
	['<<', new Set<InfixOperator>(['+', '-'])],
	['>>', new Set<InfixOperator>(['+', '-'])],
	['||', new Set<InfixOperator>(['&&'])],
	...COMPARISONS.map((operator): [InfixOperator, ReadonlySet<InfixOperator>] => [operator, new Set(COMPARISONS)]),
]);

/** Warns ('precedence') of every operator in the expression that binds otherwise than it looks. */
export function lintPrecedence(expression: Expression, report: Report): void {
	if (expression.kind === 'infix') lintInfix(expression, report);
	for (const part of partsOf(expression)) lintPrecedence(part, report);
}

/** Warns of an assignment that is the whole of a condition and has no parentheses of its own. */
export function lintAssignedCondition(condition: Expression, report: Report): void {
	if (condition.kind !== 'assignment' || condition.operator !== null || condition.parenthesised) return;
	const text = print(condition);
	report.warning(
		'precedence',
		condition,
		`C reads ${text} as an assignment, and branches on the stored value`,
		`write == to compare, or ((${text})) if it is meant`,
	);
}

function lintInfix(expression: Expression & { kind: 'infix' }, report: Report): void {
	const { operator, left, right } = expression;
	const isNotSurprising = isNotMisread(operator, left, right);
	const isSurprising = [left, right].some(
		(operand) => operand.kind === 'infix' && !operand.parenthesised && SURPRISING.get(operator)?.has(operand.operator),
	);
	if (!isNotSurprising && !isSurprising) return;
	const bare = print({ ...expression, parenthesised: false });
	report.warning(
		'precedence',
		expression,
		`C reads ${bare} as ${printOnce(expression)}`,
		adviseOn(expression, isNotSurprising),
	);
}

function adviseOn(expression: Expression & { kind: 'infix' }, isAfterNot: boolean): string {
	const { operator, left, right } = expression;
	if (!isAfterNot || left.kind !== 'prefix') return 'put in the parentheses that are meant';
	return `write !(${print(left.operand)} ${operator} ${print(right)}), or put the parentheses that C reads`;
}

function isNotMisread(operator: InfixOperator, left: Expression, right: Expression): boolean {
	if (!isBareNot(left) || isTruth(right)) return false;
	if (operator === '&' || operator === '|')
		return !(right.kind === 'number' && (right.value === 0 || right.value === 1));
	// `!!a == b` makes a truth value of a on purpose.
	return COMPARISONS.includes(operator) && !(left.kind === 'prefix' && isBareNot(left.operand));
}

function isBareNot(expression: Expression): boolean {
	return expression.kind === 'prefix' && expression.operator === '!' && !expression.parenthesised;
}

function isTruth(expression: Expression): boolean {
	if (expression.kind === 'prefix') return expression.operator === '!';
	return (
		expression.kind === 'infix' &&
		(COMPARISONS.includes(expression.operator) || ['&&', '||'].includes(expression.operator))
	);
}

function partsOf(expression: Expression): readonly Expression[] {
	switch (expression.kind) {
		case 'number':
		case 'name':
			return [];
		case 'prefix':
		case 'update':
		case 'cast':
			return [expression.operand];
		case 'infix':
			return [expression.left, expression.right];
		case 'conditional':
			return [expression.condition, expression.whenTrue, expression.whenFalse];
		case 'assignment':
			return [expression.target, expression.value];
		case 'call':
			return expression.parameters;
		case 'member':
			return [expression.object];
	}
}
