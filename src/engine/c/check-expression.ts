import { applyBinary } from './apply-binary.ts';
import { checkAssignment, checkTarget, checkUpdate } from './check-assignment.ts';
import { callOf, findCalled, hasCount, passDuration, passValue } from './check-call.ts';
import { checkField, refuseField } from './check-member.ts';
import { checkName } from './check-name.ts';
import { lintDecided } from './lint-decided.ts';
import { print, printType } from './print.ts';
import { requireInteger } from './require-integer.ts';
import type { ExpressionContext } from './surroundings.ts';
import type { Expression } from './syntax.ts';
import type { Type } from './type.ts';
import type { Typed } from './typed.ts';
import {
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
} from './typed-operations.ts';

type Member = Expression & { kind: 'member' };
type Call = Expression & { kind: 'call' };

/** Checks an expression and gives it its type: it sees to the parts, the other files to what is made of them. Returns null after an error, which is then reported. */
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
			return checkStore(context, expression);
		case 'cast':
			return checkCast(context, expression);
		case 'call':
			return checkCall(context, expression);
		case 'member':
			return checkFieldAsValue(context, expression);
	}
}

/** Checks an expression that must be an integer; `role` begins the message, as in "the operand of ~". */
function checkInteger(context: ExpressionContext, expression: Expression, role: string): Typed | null {
	const value = checkExpression(context, expression);
	return value === null ? null : requireInteger(context, value, role);
}

/**
 * Checks what an if, a loop, `?:`, `&&` or `||` branches on, and warns if the branch always goes the same way. The
 * innermost decided part is told, not also what follows from it.
 */
export function checkCondition(context: ExpressionContext, expression: Expression, role: string): Typed | null {
	const { report } = context;
	const told = report.count('never-taken');
	const condition = checkInteger(context, expression, role);
	if (condition !== null && report.count('never-taken') === told) lintDecided(report, expression, condition);
	return condition;
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

function checkStore(context: ExpressionContext, expression: Expression & { kind: 'assignment' }): Typed | null {
	const target = checkTarget(context, expression.target);
	const value = checkExpression(context, expression.value);
	return target === null || value === null ? null : checkAssignment(context, expression, target, value);
}

function checkAddress(context: ExpressionContext, expression: Expression & { kind: 'prefix' }): Typed | null {
	const { operand, place, length } = expression;
	if (operand.kind === 'member') {
		const field = checkMember(context, operand);
		return field === null ? null : { ...field, place, length };
	}
	context.report.error(
		'unsupported',
		expression,
		`the address of ${print(operand)} is not part of model C`,
		'only a field has one, as in &mm->mmap_sem',
	);
	return null;
}

function checkFieldAsValue(context: ExpressionContext, expression: Member): null {
	const field = checkMember(context, expression);
	return field === null ? null : refuseField(context, expression, field);
}

function checkMember(context: ExpressionContext, expression: Member): Typed | null {
	const { object, isArrow } = expression;
	const owner = !isArrow && object.kind === 'member' ? checkMember(context, object) : checkExpression(context, object);
	return owner === null ? null : checkField(context, expression, owner);
}

function checkCall(context: ExpressionContext, expression: Call): Typed | null {
	const { callee, parameters } = expression;
	if (callee.name === 'likely' || callee.name === 'unlikely') return checkLikely(context, expression);
	const called = findCalled(context, expression);
	if (called === null) return null;
	const passed = parameters.map((parameter, index) => {
		const type = called.parameters[index] as Type | 'duration';
		if (type === 'duration') return passDuration(context, expression, parameter);
		const value = checkExpression(context, parameter);
		return value === null ? null : passValue(context, expression, value, index, type);
	});
	return callOf(expression, called, passed);
}

// The kernel writes likely(x) as a hint around !!(x).
function checkLikely(context: ExpressionContext, expression: Call): Typed | null {
	const [parameter] = expression.parameters;
	if (parameter === undefined || !hasCount(context, expression, 1)) return null;
	const condition = checkCondition(context, parameter, `the parameter of ${expression.callee.name}`);
	return condition === null ? null : unaryOf(expression, 'bool', condition);
}
