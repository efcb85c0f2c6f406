import { evaluateBinary, evaluateUnary } from '../../src/engine/c/arithmetic.ts';
import type { ProgramFunction } from '../../src/engine/model/program.ts';

const MOST_STEPS = 10_000;

/**
 * Runs a function that calls nothing on 32-bit values. Returns its value, or null where C leaves
 * the result undefined. As plain as can be: it is what the lowering is tested with.
 */
export function evaluateFunction(
	{ code, registerCount }: ProgramFunction,
	parameters: readonly number[],
): number | null {
	const registers = new Int32Array(registerCount);
	registers.set(parameters);
	const read = (register: number): number => registers[register] ?? 0;
	let index = 0;
	for (let steps = 0; steps < MOST_STEPS; steps++) {
		const instruction = code[index++];
		switch (instruction?.kind) {
			case 'constant':
				registers[instruction.to] = instruction.value;
				break;
			case 'copy':
				registers[instruction.to] = read(instruction.from);
				break;
			case 'unary':
				registers[instruction.to] = evaluateUnary(instruction.operator, read(instruction.from));
				break;
			case 'binary': {
				const { operator, unsigned, left, right } = instruction;
				const value = evaluateBinary(operator, unsigned, read(left), read(right));
				if (value === null) return null;
				registers[instruction.to] = value;
				break;
			}
			case 'jump':
				index = instruction.target;
				break;
			case 'branch':
				index = read(instruction.condition) !== 0 ? instruction.whenTrue : instruction.whenFalse;
				break;
			case 'return':
				return instruction.from === null ? 0 : read(instruction.from);
			default:
				throw new Error(`cannot run ${instruction?.kind ?? 'past the end'}`);
		}
	}
	throw new Error(`more than ${MOST_STEPS} steps`);
}
