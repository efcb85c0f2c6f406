import { checkInteger } from './check-expression.ts';
import { decide } from './known-bits.ts';
import { print } from './print.ts';
import type { ExpressionContext } from './surroundings.ts';
import type { Expression } from './syntax.ts';
import type { Typed } from './typed.ts';

/**
 * Checks what an if, a loop, `?:`, `&&` or `||` branches on, and warns if the branch always goes
 * the same way ('never-taken'). Literals such as while (1) are meant and exempt. The innermost
 * decided part is told, not also what follows from it.
 */
export function checkCondition(context: ExpressionContext, expression: Expression, role: string): Typed | null {
	const { report } = context;
	const told = report.count('never-taken');
	const condition = checkInteger(context, expression, role);
	if (condition === null || isLiteral(expression) || report.count('never-taken') > told) return condition;
	const decided = decide(condition.bits);
	if (decided === null) return condition;
	report.warning(
		'never-taken',
		expression,
		`${print({ ...expression, parenthesised: false })} is always ${decided ? 'true' : 'false'}, so one branch is never taken`,
		'look at its operators and masks, or leave the branch out',
	);
	return condition;
}

function isLiteral(expression: Expression): boolean {
	if (expression.kind === 'name') return expression.name === 'true' || expression.name === 'false';
	return expression.kind === 'number';
}
