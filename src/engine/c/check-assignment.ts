import type { BinaryOperator } from '../model/program.ts';
import { applyBinary, checkExpression } from './check-expression.ts';
import { checkName } from './check-name.ts';
import { print, printType } from './print.ts';
import type { Local } from './scope.ts';
import type { ExpressionContext } from './surroundings.ts';
import type { Expression, Located } from './syntax.ts';
import type { Typed } from './typed.ts';
import { convertInteger, INT, isInteger, isSameType, numberOf } from './typed-operations.ts';

/** Checks `=` and the compound assignments. */
export function checkAssignment(
	context: ExpressionContext,
	expression: Expression & { kind: 'assignment' },
): Typed | null {
	const target = checkTarget(context, expression.target);
	const value = checkExpression(context, expression.value);
	if (target === null || value === null) return null;
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

/** Converts a value to the type it is stored, passed or returned as; `what` begins the message. */
export function convertTo(context: ExpressionContext, value: Typed, type: Typed['type'], what: string): Typed | null {
	if (isInteger(type) && isInteger(value.type)) return convertInteger(value, type);
	if (isSameType(type, value.type)) return value;
	const { report, environment } = context;
	if (isUnknown(context, type) || isUnknown(context, value.type)) {
		report.countUntold();
		return null;
	}
	report.error(
		'type',
		value,
		`${what} ${printType(type)}, found ${printType(value.type)}`,
		adviseField(environment.structs, value.type, type),
	);
	return null;
}

/** True for a pointer to a struct that there is not: its declaration has been refused. */
export function isUnknown({ environment }: ExpressionContext, type: Typed['type']): boolean {
	return type.kind === 'pointer' && !Object.hasOwn(environment.structs, type.struct);
}

// Whoever passes the owner of a lock for the lock is shown the field.
function adviseField(
	structs: ExpressionContext['environment']['structs'],
	found: Typed['type'],
	wanted: Typed['type'],
): string {
	if (wanted.kind !== 'pointer') return 'pointers do not turn into integers, nor void into anything';
	const fields = found.kind === 'pointer' ? (structs[found.struct] ?? {}) : {};
	const field = Object.keys(fields).find((name) => fields[name] === wanted.struct);
	return field === undefined ? `use a ${printType(wanted)}` : `did you mean the address of its field ${field}?`;
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

function checkTarget(context: ExpressionContext, target: Expression): Local | null {
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
