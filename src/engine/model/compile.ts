import { checkProgram } from '../c/check-program.ts';
import type { Diagnostic } from '../c/diagnostic.ts';
import type { Environment } from '../c/environment.ts';
import { LIMITS } from '../c/limits.ts';
import { parseFile } from '../c/parse-file.ts';
import { Report } from '../c/report.ts';
import { requireEnvironment } from '../c/require-environment.ts';
import type { SourceFile } from '../c/source.ts';
import type { Name } from '../c/syntax.ts';
import type { TypedFunction } from '../c/typed.ts';
import { lowerFunction, withLiveness } from './lower-function.ts';
import type { Program, ProgramFunction } from './program.ts';
import { unsetLocals } from './unset-locals.ts';

/** What became of the C: a program unless there is an error, and all that is to be said about it. */
export interface Compilation {
	/** Null if and only if a diagnostic is an error. */
	readonly program: Program | null;
	/** In the order of the files, then by place; at most `LIMITS.diagnostics`. */
	readonly diagnostics: readonly Diagnostic[];
}

/** Compiles all files as one program. Never throws on bad C: whatever is wrong is a diagnostic. */
export function compile(files: readonly SourceFile[], environment: Environment): Compilation {
	requireEnvironment(environment);
	const report = new Report();
	const functions = new Map<string, ProgramFunction>();
	let constants: Program['constants'] = new Map();
	if (isWithinSize(files, report)) {
		const parsed = files.map((file) => parseFile(file, report));
		const checked = checkProgram(parsed, environment, report);
		constants = checked.constants;
		for (const typed of checked.functions) {
			const lowered = lower(typed, report);
			if (lowered !== null) functions.set(typed.name, lowered);
		}
	}
	const diagnostics = report.inOrder(files.map(({ path }) => path));
	return { program: report.errors > 0 ? null : { functions, constants }, diagnostics };
}

function isWithinSize(files: readonly SourceFile[], report: Report): boolean {
	let characters = 0;
	for (const { path, text } of files) {
		characters += text.length;
		if (characters <= LIMITS.textCharacters) continue;
		const at = { place: { file: path, line: 1, column: 1 }, length: 1 };
		report.error(
			'limit',
			at,
			`the program has more than ${LIMITS.textCharacters} characters up to this file`,
			'shorten it',
		);
		return false;
	}
	return true;
}

function lower(typed: TypedFunction, report: Report): ProgramFunction | null {
	const lowered = lowerFunction(typed);
	if (lowered.fallsOffEnd) {
		report.error(
			'missing-return',
			typed.end,
			`${typed.name} can end here without returning a value`,
			'return one on every way through it',
		);
		return null;
	}
	if (lowered.code.length > LIMITS.functionInstructions) {
		report.error(
			'limit',
			typed,
			`${typed.name} becomes more than ${LIMITS.functionInstructions} instructions`,
			'split it into functions',
		);
		return null;
	}
	const unset = unsetLocals(lowered.code, typed.parameters.length, typed.locals.length);
	for (const { register, read } of unset) {
		const name = typed.locals[register] as Name;
		report.error(
			'uninitialised',
			name,
			`'${name.name}' may be read in line ${read.line} before it has a value`,
			'give it one here, or on every way there',
		);
	}
	return unset.length > 0 ? null : withLiveness(typed, lowered);
}
