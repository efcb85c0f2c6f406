import { checkFunction } from './check-function.ts';
import { Constants } from './constants.ts';
import type { Environment } from './environment.ts';
import { reportRecursion } from './recursion.ts';
import { RESERVED_WORDS } from './refused-words.ts';
import type { Report } from './report.ts';
import type { Surroundings } from './surroundings.ts';
import type { ConstantDefinition, FunctionDefinition, Located, Name, ParsedFile } from './syntax.ts';
import type { TypedFunction } from './typed.ts';

/** A checked program: what of it is free of errors. */
export interface CheckedProgram {
	readonly constants: ReadonlyMap<string, number>;
	readonly functions: readonly TypedFunction[];
}

/** Checks all files as one program. Errors and lints go to the report. */
export function checkProgram(files: readonly ParsedFile[], environment: Environment, report: Report): CheckedProgram {
	const names = new Map<string, Name>();
	const definitions = new Map<string, ConstantDefinition>();
	const functions = new Map<string, FunctionDefinition>();
	for (const constant of files.flatMap((file) => file.constants)) {
		if (claimName(constant.name, 'constant', names, environment, report)) definitions.set(constant.name.name, constant);
	}
	for (const definition of files.flatMap((file) => file.functions)) {
		if (claimName(definition.name, 'function', names, environment, report))
			functions.set(definition.name.name, definition);
	}
	const doubtful = new Set(files.flatMap((file) => file.doubtful));
	const constants = new Constants(definitions);
	const surroundings: Surroundings = { environment, functions, doubtful, constants, report };
	const values = constants.evaluateAll(surroundings);
	const typed: TypedFunction[] = [];
	const calls = new Map<string, ReadonlyMap<string, Located>>();
	for (const definition of functions.values()) {
		if (report.isFull) break;
		const checked = checkFunction(surroundings, definition);
		calls.set(definition.name.name, checked.calls);
		if (checked.typed !== null) typed.push(checked.typed);
	}
	reportRecursion(functions, calls, report);
	return { constants: values, functions: typed };
}

// Constants and functions share one set of names with what the environment gives.
function claimName(
	name: Name,
	what: string,
	names: Map<string, Name>,
	environment: Environment,
	report: Report,
): boolean {
	const first = names.get(name.name);
	if (first !== undefined) {
		const { file, line, column } = first.place;
		report.error(
			'duplicate',
			name,
			`'${name.name}' is already defined at ${file}:${line}:${column}`,
			'remove one of them, or choose another name',
		);
		return false;
	}
	if (
		RESERVED_WORDS.has(name.name) ||
		Object.hasOwn(environment.primitives, name.name) ||
		environment.durations.includes(name.name)
	) {
		report.error(
			'duplicate',
			name,
			`'${name.name}' is given by the engine and cannot be a ${what} of the program`,
			'choose another name',
		);
		return false;
	}
	names.set(name.name, name);
	return true;
}
