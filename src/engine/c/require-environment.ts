import type { Environment } from './environment.ts';

/**
 * Throws if a field or a primitive names a struct that the environment does not have. That is a
 * mistake in the engine, never in the reader's C, so it is no diagnostic.
 */
export function requireEnvironment({ structs, primitives }: Environment): void {
	const require = (struct: string, where: string): void => {
		if (!Object.hasOwn(structs, struct)) {
			throw new Error(`${where} names struct ${struct}, which is not among the environment's structs`);
		}
	};
	for (const [owner, fields] of Object.entries(structs)) {
		for (const [field, struct] of Object.entries(fields)) require(struct, `the field ${field} of struct ${owner}`);
	}
	for (const [name, { parameters, returns }] of Object.entries(primitives)) {
		for (const kind of [...parameters, returns]) {
			if (typeof kind === 'object') require(kind.struct, `the primitive ${name}`);
		}
	}
}
