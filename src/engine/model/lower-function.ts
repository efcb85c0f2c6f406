import type { TypedFunction } from '../c/typed.ts';
import { liveness } from './liveness.ts';
import { CodeBuilder } from './lower-code.ts';
import { lowerStatements } from './lower-statement.ts';
import type { Instruction, ProgramFunction } from './program.ts';

/** A lowered function before its liveness is known. */
export interface LoweredFunction {
	readonly code: readonly Instruction[];
	readonly registerCount: number;
	/** The end of a function that must return a value can be reached. */
	readonly fallsOffEnd: boolean;
}

/** Turns a checked function into control flow; instructions that cannot be reached are left out. */
export function lowerFunction(typed: TypedFunction): LoweredFunction {
	const builder = new CodeBuilder(typed.locals.length);
	lowerStatements(builder, typed.body, { labels: new Map(), breakTo: null, continueTo: null });
	builder.emit(typed.end.place, { kind: 'return', from: null });
	const code = builder.finish();
	const fallsOffEnd =
		typed.returns.kind !== 'void' && code.some(({ kind, place }) => kind === 'return' && place === typed.end.place);
	return { code, registerCount: builder.registerCount, fallsOffEnd };
}

/** The function as the program keeps it, with what is live after each instruction. */
export function withLiveness(typed: TypedFunction, { code, registerCount }: LoweredFunction): ProgramFunction {
	const { name, place, end, parameters, returns } = typed;
	return {
		name,
		place,
		endLine: end.place.line,
		parameters,
		returns,
		registerCount,
		code,
		live: liveness(code, registerCount),
	};
}
