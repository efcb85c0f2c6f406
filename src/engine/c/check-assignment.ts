import { applyBinary } from './apply-binary.ts';
import { checkName } from './check-name.ts';
import { convertTo } from './convert-to.ts';
import type { BinaryOperator } from './operators.ts';
import { print } from './print.ts';
import type { Local } from './scope.ts';
import type { ExpressionContext } from './surroundings.ts';
import type { Expression, Located } from './syntax.ts';
import type { Typed } from './typed.ts';
import { INT, numberOf } from './typed-operations.ts';

/** Checks `=` and the compound assignments, target and value being checked. */
export function checkAssignment(
	context: ExpressionContext,
	expression: Expression & { kind: 'assignment' },
	target: Local,
	value: Typed,
): Typed | null {
	return assign(
		context,
		expression,
		target,
		combine(context, expression, expression.operator, target, expression.target, value),
	);
}

/** Checks `++` and `--` on either side. */
export function checkUpdate(context: ExpressionContext, expression: Expression & { kind: 'update' }): Typed | null {
	const target = checkTarget(context, expression.operand);
	if (target === null) return null;
	const one = numberOf(expression, INT, 1);
	const assignment = assign(
		context,
		expression,
		target,
		combine(context, expression, expression.operator, target, expression.operand, one),
	);
	if (assignment?.kind !== 'assignment' || expression.isPrefix) return assignment;
	const before = readLocal(target, expression);
	return { ...assignment, kind: 'postfix', bits: before.bits };
}

/** Stores a value in a local; the expression has the stored value. */
export function assign(context: ExpressionContext, at: Located, target: Local, value: Typed | null): Typed | null {
	if (value === null) return null;
	const stored = convertTo(context, value, target.type, `'${target.name.name}' is`);
	if (stored === null) return null;
	const { place, length } = at;
	return {
		kind: 'assignment',
		register: target.register,
		value: stored,
		type: target.type,
		bits: stored.bits,
		place,
		length,
	};
}

function combine(
	context: ExpressionContext,
	at: Located,
	operator: BinaryOperator | null,
	target: Local,
	targetPlace: Located,
	value: Typed,
): Typed | null {
	return operator === null ? value : applyBinary(context, at, operator, readLocal(target, targetPlace), value);
}

function readLocal({ register, type }: Local, { place, length }: Located): Typed {
	return { kind: 'local', register, type, bits: { may: type.kind === 'bool' ? 1 : -1, must: 0 }, place, length };
}

/** Checks that something can be assigned to; returns the local. */
export function checkTarget(context: ExpressionContext, target: Expression): Local | null {
	const { report, scope, constants } = context;
	if (scope === null) {
		report.error('constant', target, 'a constant does not assign', 'use numbers, other constants and operators');
		return null;
	}
	const local = target.kind === 'name' ? scope.find(target.name) : null;
	if (local?.isConst) {
		report.error(
			'type',
			target,
			`'${local.name.name}' is const (line ${local.name.place.line}) and keeps its value`,
			"leave out 'const', or use another local",
		);
		return null;
	}
	if (local !== null) return local;
	if (target.kind === 'name' && !constants.has(target.name)) {
		if (checkName(context, target) === null) return null;
	}
	const what = target.kind === 'name' && constants.has(target.name) ? `the constant ${target.name}` : print(target);
	report.error('type', target, `${what} cannot be assigned to`, 'only locals and parameters can');
	return null;
}
