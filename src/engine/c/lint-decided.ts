import { decide } from './known-bits.ts';
import { print } from './print.ts';
import type { Report } from './report.ts';
import type { Expression } from './syntax.ts';
import type { Typed } from './typed.ts';

/**
 * Warns ('never-taken') of a condition that always goes the same way. Literals such as while (1) are meant and exempt.
 * @param condition the expression, checked
 */
export function lintDecided(report: Report, expression: Expression, condition: Typed): void {
	const decided = decide(condition.bits);
	if (decided === null || isLiteral(expression)) return;
	report.warning(
		'never-taken',
		expression,
		`${print({ ...expression, parenthesised: false })} is always ${decided ? 'true' : 'false'}, so one branch is never taken`,
		'look at its operators and masks, or leave the branch out',
	);
}

function isLiteral(expression: Expression): boolean {
	if (expression.kind === 'name') return expression.name === 'true' || expression.name === 'false';
	return expression.kind === 'number';
}
