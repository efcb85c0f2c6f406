import type { Type } from '../model/program.ts';
import { convertTo } from './check-assignment.ts';
import { checkCondition } from './check-condition.ts';
import { checkExpression, reportVoid } from './check-expression.ts';
import type { ParameterKind, Signature } from './environment.ts';
import { ANY_BITS, TRUTH_BITS } from './known-bits.ts';
import { print, printType } from './print.ts';
import { didYouMean } from './suggest.ts';
import type { ExpressionContext } from './surroundings.ts';
import type { Expression, FunctionDefinition } from './syntax.ts';
import type { Typed } from './typed.ts';
import { INT, numberOf, unaryOf } from './typed-operations.ts';

type Call = Expression & { kind: 'call' };

/** Checks a call of a function, a primitive, or likely/unlikely. */
export function checkCall(context: ExpressionContext, expression: Call): Typed | null {
	const { environment, functions, report, scope } = context;
	const { name } = expression.callee;
	if (name === 'likely' || name === 'unlikely') return checkLikely(context, expression);
	if (scope === null) {
		report.error(
			'constant',
			expression,
			`a constant does not call ${name}`,
			'use numbers, other constants and operators',
		);
		return null;
	}
	const local = scope.find(name);
	if (local !== null) {
		report.error(
			'type',
			expression.callee,
			`'${name}' is a local of type ${printType(local.type)}, not a function`,
			'call a function by its name',
		);
		return null;
	}
	const called = functions.get(name);
	if (called !== undefined) return checkFunctionCall(context, expression, called);
	const primitive = Object.hasOwn(environment.primitives, name) ? environment.primitives[name] : undefined;
	if (primitive !== undefined) return checkPrimitiveCall(context, expression, primitive);
	reportUnknownFunction(context, expression);
	return null;
}

function typeOf(kind: Exclude<ParameterKind, 'duration'> | 'void'): Type {
	return typeof kind === 'string' ? { kind } : { kind: 'pointer', struct: kind.struct };
}

// The kernel writes likely(x) as a hint around !!(x).
function checkLikely(context: ExpressionContext, expression: Call): Typed | null {
	const [parameter] = expression.parameters;
	if (parameter === undefined || !hasCount(context, expression, 1)) return null;
	const condition = checkCondition(context, parameter, `the parameter of ${expression.callee.name}`);
	return condition === null ? null : unaryOf(expression, 'bool', condition);
}

function checkFunctionCall(context: ExpressionContext, expression: Call, called: FunctionDefinition): Typed | null {
	const { callee, parameters } = expression;
	if (!hasCount(context, expression, called.parameters.length)) return null;
	context.calls?.set(callee.name, context.calls.get(callee.name) ?? callee);
	const passed = called.parameters.map(({ type }, index) =>
		pass(context, expression, parameters[index], index, called.parameters.length, type.type),
	);
	return callOf(expression, 'call', called.returns.type, passed);
}

function checkPrimitiveCall(
	context: ExpressionContext,
	expression: Call,
	{ parameters, returns }: Signature,
): Typed | null {
	if (!hasCount(context, expression, parameters.length)) return null;
	const passed = parameters.map((kind, index) => {
		const parameter = expression.parameters[index];
		if (kind === 'duration') return passDuration(context, expression, parameter);
		return pass(context, expression, parameter, index, parameters.length, typeOf(kind));
	});
	return callOf(expression, 'primitive', typeOf(returns), passed);
}

function callOf(
	{ callee, place, length }: Call,
	kind: 'call' | 'primitive',
	type: Type,
	passed: readonly (Typed | null)[],
): Typed | null {
	const parameters = passed.filter((parameter) => parameter !== null);
	if (parameters.length < passed.length) return null;
	return {
		kind,
		callee: callee.name,
		parameters,
		type,
		bits: type.kind === 'bool' ? TRUTH_BITS : ANY_BITS,
		place,
		length,
	};
}

function pass(
	context: ExpressionContext,
	call: Call,
	parameter: Expression | undefined,
	index: number,
	count: number,
	type: Type,
): Typed | null {
	const value = parameter === undefined ? null : checkExpression(context, parameter);
	if (value === null) return null;
	if (value.type.kind === 'void') {
		reportVoid(context.report, value);
		return null;
	}
	const { name } = call.callee;
	return convertTo(context, value, type, count === 1 ? `${name} takes` : `parameter ${index + 1} of ${name} is`);
}

function passDuration(context: ExpressionContext, call: Call, parameter: Expression | undefined): Typed | null {
	const { environment, report } = context;
	if (parameter === undefined) return null;
	const name = parameter.kind === 'name' ? parameter.name : null;
	const index = name === null ? -1 : environment.durations.indexOf(name);
	if (index >= 0) return numberOf(parameter, INT, index);
	const known = `the durations are ${environment.durations.join(', ')}`;
	const advice = name === null ? known : didYouMean(name, environment.durations, known);
	report.error(
		'duration',
		parameter,
		`${call.callee.name} takes the name of a duration, found ${print(parameter)}`,
		advice,
	);
	return null;
}

function hasCount({ report }: ExpressionContext, { callee, parameters, place, length }: Call, count: number): boolean {
	if (parameters.length === count) return true;
	const takes = count === 1 ? '1 parameter' : `${count} parameters`;
	report.error(
		'parameters',
		{ place, length },
		`${callee.name} takes ${takes}, found ${parameters.length}`,
		count === 0 ? 'leave them out' : `pass ${takes}`,
	);
	return false;
}

function reportUnknownFunction(context: ExpressionContext, { callee }: Call): void {
	const { functions, environment, report, doubtful, constants } = context;
	const { name } = callee;
	if (doubtful.has(name)) {
		report.countUntold();
		return;
	}
	if (constants.has(name)) {
		report.error('type', callee, `'${name}' is a constant, not a function`, 'leave out the parentheses');
		return;
	}
	const candidates = [...functions.keys(), ...Object.keys(environment.primitives), 'likely', 'unlikely'];
	report.error(
		'undeclared',
		callee,
		`'${name}' is neither a function of the program nor a primitive`,
		didYouMean(name, candidates, 'write the function, or use a primitive'),
	);
}
