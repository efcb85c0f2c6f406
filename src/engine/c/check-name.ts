import { ANY_BITS, TRUTH_BITS } from './known-bits.ts';
import { didYouMean } from './suggest.ts';
import type { ExpressionContext } from './surroundings.ts';
import type { Located } from './syntax.ts';
import type { Typed } from './typed.ts';
import { INT, numberOf } from './typed-operations.ts';

/** Checks a name used as a value: a local, a constant, or one of the built-in values. */
export function checkName(context: ExpressionContext, expression: Located & { readonly name: string }): Typed | null {
	const { scope, constants, environment, report } = context;
	const { name, place, length } = expression;
	const local = scope?.find(name) ?? null;
	if (local !== null) {
		const bits = local.type.kind === 'bool' ? TRUTH_BITS : ANY_BITS;
		return { kind: 'local', register: local.register, type: local.type, bits, place, length };
	}
	if (name === 'true' || name === 'false') return numberOf(expression, INT, name === 'true' ? 1 : 0);
	// There is one task behind a thread, so its number is always the same.
	if (name === 'current' && scope !== null && Object.hasOwn(environment.structs, 'task_struct'))
		return numberOf(expression, { kind: 'pointer', struct: 'task_struct' }, 0);
	if (constants.has(name)) {
		const value = constants.read(name, expression);
		if (value === null) report.countUntold();
		return value;
	}
	reportUnknownName(context, expression, report);
	return null;
}

function reportUnknownName(
	context: ExpressionContext,
	at: Located & { readonly name: string },
	report: ExpressionContext['report'],
): void {
	const { scope, constants, functions, environment, doubtful } = context;
	const { name } = at;
	if (doubtful.has(name)) {
		report.countUntold();
		return;
	}
	if (functions.has(name) || Object.hasOwn(environment.primitives, name)) {
		report.error('type', at, `'${name}' is a function, and a value is needed here`, `call it: ${name}(...)`);
	} else if (environment.durations.includes(name)) {
		report.error(
			'type',
			at,
			`'${name}' is a duration, and a value is needed here`,
			'durations can only be passed to primitives that take time',
		);
	} else if (scope === null) {
		const advice = didYouMean(name, constants.names(), 'a constant is made of numbers and other constants');
		report.error('undeclared', at, `'${name}' is not a constant`, advice);
	} else {
		const candidates = [...scope.names(), ...constants.names(), 'current'];
		report.error(
			'undeclared',
			at,
			`'${name}' is not declared`,
			didYouMean(name, candidates, 'declare it as a local, or with #define'),
		);
	}
}
