import { convertTo } from './convert-to.ts';
import type { ParameterKind, Signature } from './environment.ts';
import { ANY_BITS, TRUTH_BITS } from './known-bits.ts';
import { print, printType } from './print.ts';
import { reportVoid } from './require-integer.ts';
import { didYouMean } from './suggest.ts';
import type { ExpressionContext } from './surroundings.ts';
import type { Expression, FunctionDefinition } from './syntax.ts';
import type { Type } from './type.ts';
import type { Typed } from './typed.ts';
import { INT, numberOf } from './typed-operations.ts';

type Call = Expression & { kind: 'call' };

/** What a call calls, and what that takes and returns. */
export interface Called {
	readonly kind: 'call' | 'primitive';
	readonly parameters: readonly (Type | 'duration')[];
	readonly returns: Type;
}

/** Finds what a call of a function or a primitive calls, and checks that it passes as much as that takes. */
export function findCalled(context: ExpressionContext, expression: Call): Called | null {
	const { environment, functions, report, scope } = context;
	const { name } = expression.callee;
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
	if (called !== undefined) return asFunction(context, expression, called);
	const primitive = Object.hasOwn(environment.primitives, name) ? environment.primitives[name] : undefined;
	if (primitive !== undefined) return asPrimitive(context, expression, primitive);
	reportUnknownFunction(context, expression);
	return null;
}

function typeOf(kind: Exclude<ParameterKind, 'duration'> | 'void'): Type {
	return typeof kind === 'string' ? { kind } : { kind: 'pointer', struct: kind.struct };
}

function asFunction(context: ExpressionContext, expression: Call, definition: FunctionDefinition): Called | null {
	const { callee } = expression;
	if (!hasCount(context, expression, definition.parameters.length)) return null;
	context.calls?.set(callee.name, context.calls.get(callee.name) ?? callee);
	return {
		kind: 'call',
		parameters: definition.parameters.map(({ type }) => type.type),
		returns: definition.returns.type,
	};
}

function asPrimitive(context: ExpressionContext, expression: Call, { parameters, returns }: Signature): Called | null {
	if (!hasCount(context, expression, parameters.length)) return null;
	return {
		kind: 'primitive',
		parameters: parameters.map((kind) => (kind === 'duration' ? kind : typeOf(kind))),
		returns: typeOf(returns),
	};
}

/** The call of what was found, or null if one of its parameters was refused. */
export function callOf(
	{ callee, place, length }: Call,
	{ kind, returns: type }: Called,
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

/** Passes a checked value as the parameter at `index`, which is of that type. */
export function passValue(
	context: ExpressionContext,
	call: Call,
	value: Typed,
	index: number,
	type: Type,
): Typed | null {
	if (value.type.kind === 'void') {
		reportVoid(context.report, value);
		return null;
	}
	const { name } = call.callee;
	return convertTo(
		context,
		value,
		type,
		call.parameters.length === 1 ? `${name} takes` : `parameter ${index + 1} of ${name} is`,
	);
}

/** Passes a duration, which is no value: it is known by its name. */
export function passDuration(context: ExpressionContext, call: Call, parameter: Expression): Typed | null {
	const { environment, report } = context;
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

/** Whether a call passes that many parameters. */
export function hasCount(
	{ report }: ExpressionContext,
	{ callee, parameters, place, length }: Call,
	count: number,
): boolean {
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
