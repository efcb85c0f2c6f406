import { printType } from './print.ts';
import type { Local, Scope } from './scope.ts';
import { didYouMean } from './suggest.ts';
import type { Surroundings } from './surroundings.ts';
import type { Variable, WrittenType } from './syntax.ts';

/** Declares a parameter or local, or reports that its type or its name cannot be had. */
export function declareLocal(surroundings: Surroundings, scope: Scope, variable: Variable): Local | null {
	const { report, environment, constants } = surroundings;
	const { name, type } = variable;
	const isKnown = checkWrittenType(surroundings, type);
	if (type.type.kind === 'void') {
		report.error('type', variable, `'${name}' cannot be void`, 'give it a type that has values');
	}
	const outer = scope.find(name);
	if (outer !== null) {
		const { line, column } = outer.name.place;
		report.error('duplicate', variable, `'${name}' is already declared at ${line}:${column}`, 'choose another name');
		return null;
	}
	if (constants.has(name) || environment.durations.includes(name)) {
		const what = constants.has(name) ? 'constant' : 'duration';
		report.error('duplicate', variable, `'${name}' is a ${what}`, 'choose another name');
		return null;
	}
	const local = scope.declare(variable, type.type, type.isConst);
	return isKnown && type.type.kind !== 'void' ? local : null;
}

/** Reports a pointer to a struct that the environment does not have. Returns whether the type is known. */
export function checkWrittenType({ report, environment }: Surroundings, written: WrittenType): boolean {
	const { type } = written;
	if (type.kind !== 'pointer' || Object.hasOwn(environment.structs, type.struct)) return true;
	const structs = Object.keys(environment.structs);
	const advice = didYouMean(type.struct, structs, `the structs are ${structs.join(', ')}`);
	report.error('undeclared', written, `${printType(type)} points to no struct of the model`, advice);
	return false;
}
