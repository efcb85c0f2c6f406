import type { Program } from './program.ts';

/** The primitives that the actors, or functions that they call, have a call of; whether it is ever reached is not asked. */
export function callablePrimitives(program: Program, actors: readonly string[]): ReadonlySet<string> {
	const functions = new Set(actors);
	const primitives = new Set<string>();
	for (const name of functions) {
		for (const instruction of program.functions.get(name)?.code ?? []) {
			if (instruction.kind === 'call') functions.add(instruction.callee);
			else if (instruction.kind === 'primitive') primitives.add(instruction.name);
		}
	}
	return primitives;
}
