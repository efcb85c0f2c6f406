import { describe, expect, test } from 'vitest';
import { readContent } from '../cli/content.ts';
import { emptyRecipe } from './recipe.ts';
import { readTurn } from './turn.ts';

const content = readContent();
const read = (said: unknown) => readTurn(said, { ...emptyRecipe, victims: 1 }, content);

describe('what the reader of an experiment can turn', () => {
	test('is the retry rule, unless its file says otherwise', () => {
		expect(read(undefined)).toEqual({ key: 'policy', choices: ['v4.20', 'rfc', 'v5.7'] });
		expect(read({ 'page-lock': ['fifo', 'v5.9'] })).toEqual({ key: 'page-lock', choices: ['fifo', 'v5.9'] });
	});

	test.each([
		[{ lockers: [1, 2] }, /turn: found {"lockers":\[1,2\]}, expected one rule/],
		[{ policy: ['v4.20'] }, /expected one rule with its choices/],
		[{ policy: ['v4.20', 'rfc'], rwsem: ['queue', 'v4.20'] }, /expected one rule/],
		[{ policy: ['v4.20', 'v6'] }, /turn: .*v6/],
		[{ policy: ['rfc', 'v5.7'] }, /the recipe's own policy, 'v4.20', is not among rfc, v5.7/],
		[7, /found 7/],
	])('refuses %j', (said, message) => {
		expect(() => read(said)).toThrow(message);
	});
});
