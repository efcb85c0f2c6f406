import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Fold } from './fold.ts';

function foldOf(values: readonly number[]): string {
	const fold = new Fold();
	for (const value of values) fold.add(value);
	return fold.toString();
}

test.for([
	[[], '85a308d3243f6a88'],
	[[1, 2, 3], '5ce1cfebb85b652e'],
] as const)('the fold of %j stays %s', ([values, text]) => {
	expect(foldOf(values)).toBe(text);
});

test('a fold changes with any value, and with the order of two', () => {
	fc.assert(
		fc.property(fc.array(fc.integer(), { minLength: 2 }), fc.nat(), fc.integer({ min: 1 }), (values, at, change) => {
			const index = at % (values.length - 1);
			const [here, next] = [values[index] as number, values[index + 1] as number];
			expect(foldOf(values.with(index, here ^ change))).not.toBe(foldOf(values));
			if (here !== next) expect(foldOf(values.with(index, next).with(index + 1, here))).not.toBe(foldOf(values));
		}),
	);
});
