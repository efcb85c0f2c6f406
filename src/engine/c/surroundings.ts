import type { Environment } from './environment.ts';
import type { Report } from './report.ts';
import type { Scope } from './scope.ts';
import type { FunctionDefinition, Located } from './syntax.ts';
import type { Typed } from './typed.ts';

/** What the whole program knows, for whoever checks a part of it. */
export interface Surroundings {
	readonly environment: Environment;
	readonly functions: ReadonlyMap<string, FunctionDefinition>;
	/** Names of declarations that could not be parsed. */
	readonly doubtful: ReadonlySet<string>;
	readonly constants: ConstantTable;
	readonly report: Report;
}

/** The `#define`s, evaluated when they are first asked for. */
export interface ConstantTable {
	has(name: string): boolean;
	names(): readonly string[];
	/** The constant's value at the place of its use, or null if its definition was refused. */
	read(name: string, at: Located): Typed | null;
}

/** Where an expression stands: in a function, or (both null) in a `#define`. */
export interface ExpressionContext extends Surroundings {
	readonly scope: Scope | null;
	/** Functions called so far, each with the place of its first call. */
	readonly calls: Map<string, Located> | null;
}
