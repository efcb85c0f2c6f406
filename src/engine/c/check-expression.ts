import type { BinaryOperator } from '../model/program.ts';
import { checkAssignment, checkUpdate } from './check-assignment.ts';
import { checkCall } from './check-call.ts';
import { checkCondition } from './check-condition.ts';
import { checkAddress, refuseField } from './check-member.ts';
import { checkName } from './check-name.ts';
import { printType } from './print.ts';
import type { ExpressionContext } from './surroundings.ts';
import type { Expression, Located } from './syntax.ts';
import type { Typed } from './typed.ts';
import {
	binaryOf,
	commonType,
	conditionalOf,
	convertInteger,
	INT,
	isInteger,
	isSameType,
	logicalOf,
	numberOf,
	UNSIGNED,
	unaryOf,
	undefinedReason,
} from './typed-operations.ts';

/** Checks an expression and gives it its type. Returns null after an error, which is then reported. */
export function checkExpression(context: ExpressionContext, expression: Expression): Typed | null {
	switch (expression.kind) {
		case 'number':
			return numberOf(expression, expression.unsigned ? UNSIGNED : INT, expression.value);
		case 'name':
			return checkName(context, expression);
		case 'prefix':
			return checkPrefix(context, expression);
		case 'update':
			return checkUpdate(context, expression);
		case 'infix':
			return checkInfix(context, expression);
		case 'conditional':
			return checkConditional(context, expression);
		case 'assignment':
			return checkAssignment(context, expression);
		case 'cast':
			return checkCast(context, expression);
		case 'call':
			return checkCall(context, expression);
		case 'member':
			return refuseField(context, expression);
	}
}

/** Checks an expression that must be an integer; `role` begins the message, as in "the operand of ~". */
export function checkInteger(context: ExpressionContext, expression: Expression, role: string): Typed | null {
	const value = checkExpression(context, expression);
	return value === null ? null : requireInteger(context, value, role);
}

function requireInteger({ report }: ExpressionContext, value: Typed, role: string): Typed | null {
	if (isInteger(value.type)) return value;
	if (value.type.kind === 'void') reportVoid(report, value);
	else
		report.error(
			'type',
			value,
			`${role} must be an integer, found ${printType(value.type)}`,
			'pointers can only be passed, stored and compared by == and !=',
		);
	return null;
}

/** Reports a call whose function returns nothing where a value is needed. */
export function reportVoid(report: ExpressionContext['report'], at: Located): void {
	report.error('type', at, 'a value is needed here, but this returns void', 'call it as a statement of its own');
}

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

function checkPrefix(context: ExpressionContext, expression: Expression & { kind: 'prefix' }): Typed | null {
	const { operator } = expression;
	if (operator === '&') return checkAddress(context, expression);
	const operand = checkInteger(context, expression.operand, `the operand of ${operator}`);
	if (operand === null) return null;
	if (operator === '+')
		return convertInteger(
			{ ...operand, place: expression.place, length: expression.length },
			commonType(operand.type, INT),
		);
	return unaryOf(expression, operator, operand);
}

function checkInfix(context: ExpressionContext, expression: Expression & { kind: 'infix' }): Typed | null {
	const { operator } = expression;
	if (operator === '&&' || operator === '||') {
		const left = checkCondition(context, expression.left, `the left side of ${operator}`);
		const right = checkCondition(context, expression.right, `the right side of ${operator}`);
		return left === null || right === null ? null : logicalOf(expression, operator, left, right);
	}
	const left = checkExpression(context, expression.left);
	const right = checkExpression(context, expression.right);
	if (left === null || right === null) return null;
	if (operator !== ',') return applyBinary(context, expression, operator, left, right);
	return {
		kind: 'comma',
		left,
		right,
		type: right.type,
		bits: right.bits,
		place: expression.place,
		length: expression.length,
	};
}

function checkConditional(context: ExpressionContext, expression: Expression & { kind: 'conditional' }): Typed | null {
	const condition = checkCondition(context, expression.condition, "the condition before '?'");
	const whenTrue = checkExpression(context, expression.whenTrue);
	const whenFalse = checkExpression(context, expression.whenFalse);
	if (condition === null || whenTrue === null || whenFalse === null) return null;
	if (isInteger(whenTrue.type) && isInteger(whenFalse.type)) {
		const type = commonType(whenTrue.type, whenFalse.type);
		return conditionalOf(expression, condition, convertInteger(whenTrue, type), convertInteger(whenFalse, type), type);
	}
	if (isSameType(whenTrue.type, whenFalse.type))
		return conditionalOf(expression, condition, whenTrue, whenFalse, whenTrue.type);
	context.report.error(
		'type',
		expression,
		`the results of '?' are ${printType(whenTrue.type)} and ${printType(whenFalse.type)}`,
		'give both the same type',
	);
	return null;
}

function checkCast(context: ExpressionContext, expression: Expression & { kind: 'cast' }): Typed | null {
	const { type } = expression.to;
	if (type.kind === 'void') {
		const operand = checkExpression(context, expression.operand);
		return operand === null ? null : { ...operand, type };
	}
	if (type.kind === 'pointer') {
		context.report.error(
			'unsupported',
			expression,
			`a cast to ${printType(type)} is not part of model C`,
			'use a pointer of that type from the start',
		);
		return null;
	}
	const operand = checkInteger(context, expression.operand, `what is cast to ${type.kind}`);
	return operand === null ? null : convertInteger(operand, type);
}
