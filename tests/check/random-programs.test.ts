import { expect, test } from 'vitest';
import { comparePrograms } from './compare-programs.ts';

test('both checkers agree on 200 random programs: states, steps, errors of the C, verdicts', () => {
	const { programs, states, misusing, violated, held } = comparePrograms(200, 1);
	expect(programs).toBe(200);
	expect(states).toBeGreaterThan(20_000);
	expect(misusing).toBeGreaterThan(20);
	expect(programs - misusing).toBeGreaterThan(20);
	expect(Math.min(violated, held)).toBeGreaterThan(200);
});
