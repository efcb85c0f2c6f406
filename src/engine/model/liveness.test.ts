import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluateFunction } from '../../../tests/differential/evaluate-function.ts';
import { DEFINES, drawFrom, randomFunction, randomParameters } from '../../../tests/differential/random-expression.ts';
import { compileText } from '../../../tests/support/c-notation.ts';
import { liveness } from './liveness.ts';
import type { Instruction, ProgramFunction } from './program.ts';

const place = { file: 'test.c', line: 1, column: 1 };

it('lets a register die with its last use, and live around a loop', () => {
	const code: readonly Instruction[] = [
		{ kind: 'constant', to: 1, value: 3, place },
		{ kind: 'binary', operator: '-', unsigned: false, to: 0, left: 0, right: 1, place },
		{ kind: 'branch', condition: 0, whenTrue: 1, whenFalse: 3, place },
		{ kind: 'return', from: 0, place },
	];
	const live = liveness(code, 2);
	expect(code.map((_, index) => live.after(index))).toEqual([[0, 1], [0, 1], [0, 1], []]);
});

it('follows a goto back to a value that is read again', () => {
	const { program } = compileText(
		'void f(struct page *page, int n)\n{\nretry:\n\tif (!trylock_page(page)) {\n\t\tn = 0;\n\t\tgoto retry;\n\t}\n\tset_bit(n, page);\n}',
	);
	const found = program?.functions.get('f');
	const jump = found?.code.findIndex(({ kind }) => kind === 'jump') ?? -1;
	expect(found?.live.after(jump)).toEqual([0, 1]);
	expect(found?.live.after(found.code.length - 1)).toEqual([]);
});

/** The same function, with dead registers overwritten after every instruction that falls through. */
function withDeadOverwritten(found: ProgramFunction): ProgramFunction {
	const { code, live, registerCount } = found;
	const starts: number[] = [];
	const changed: Instruction[] = [];
	code.forEach((instruction, index) => {
		starts.push(changed.length);
		changed.push(instruction);
		if (['jump', 'branch', 'return'].includes(instruction.kind)) return;
		for (let register = 0; register < registerCount; register++) {
			if (!live.after(index).includes(register)) changed.push({ kind: 'constant', to: register, value: 0x5eed, place });
		}
	});
	const moved = (target: number): number => starts[target] ?? -1;
	const jumps = changed.map((instruction): Instruction => {
		if (instruction.kind === 'jump') return { ...instruction, target: moved(instruction.target) };
		if (instruction.kind !== 'branch') return instruction;
		return { ...instruction, whenTrue: moved(instruction.whenTrue), whenFalse: moved(instruction.whenFalse) };
	});
	return { ...found, code: jumps };
}

it('calls nothing dead that the result depends on', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1 }), (seed) => {
			const draw = drawFrom(seed);
			const found = compileText([...DEFINES, randomFunction(draw, 'f')].join('\n')).program?.functions.get('f');
			fc.pre(found !== undefined);
			const parameters = randomParameters(draw);
			expect(evaluateFunction(withDeadOverwritten(found), parameters)).toBe(evaluateFunction(found, parameters));
		}),
		{ numRuns: 300 },
	);
});
