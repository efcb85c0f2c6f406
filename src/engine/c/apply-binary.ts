import type { BinaryOperator } from './operators.ts';
import { printType } from './print.ts';
import { requireInteger } from './require-integer.ts';
import type { ExpressionContext } from './surroundings.ts';
import type { Located } from './syntax.ts';
import type { Typed } from './typed.ts';
import { binaryOf, isSameType, undefinedReason } from './typed-operations.ts';

/** Applies a binary operator to checked operands, or reports why it cannot be. */
export function applyBinary(
	context: ExpressionContext,
	at: Located,
	operator: BinaryOperator,
	left: Typed,
	right: Typed,
): Typed | null {
	const { report } = context;
	if (left.type.kind === 'pointer' && right.type.kind === 'pointer' && (operator === '==' || operator === '!=')) {
		if (isSameType(left.type, right.type)) return binaryOf(at, operator, left, right);
		report.error(
			'type',
			at,
			`${operator} compares ${printType(left.type)} with ${printType(right.type)}`,
			'compare pointers to the same struct',
		);
		return null;
	}
	const leftInteger = requireInteger(context, left, `the left side of ${operator}`);
	const rightInteger = requireInteger(context, right, `the right side of ${operator}`);
	if (leftInteger === null || rightInteger === null) return null;
	const reason = undefinedReason(operator, leftInteger, rightInteger);
	if (reason === null) return binaryOf(at, operator, leftInteger, rightInteger);
	report.error('undefined', at, `${reason}: its result is undefined in C`, 'change the right side');
	return null;
}
