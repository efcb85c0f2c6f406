import { describe, expect, test } from 'vitest';
import { emptyRecipe } from '../../experiment/recipe.ts';
import { checkOf, propertyOf } from './checks.ts';
import { exploredSentence, fairnessSentence, verdictSentence } from './verdict-words.ts';

const alone = checkOf({ ...emptyRecipe, victims: 1 });
const unlucky = checkOf({ ...emptyRecipe, policy: 'rfc', victims: 1, lockers: 1 });

describe('the words of a verdict', () => {
	test('say what holds, and what has to be taken for granted', () => {
		expect(verdictSentence(propertyOf(alone, 'victim-completes'))).toBe(
			'In whatever order the threads run, the fault of the victim ends, always',
		);
	});

	test('say what can be for ever, and what saves from it', () => {
		const property = propertyOf(unlucky, 'victim-completes');
		expect(verdictSentence(property)).toBe(
			'The victim can be kept out for ever, while everybody else goes on; it comes out only by luck',
		);
		expect(fairnessSentence(property)).toMatch(
			/^The loop is fair: victim runs in step \d+; locker runs in step \d+\.$/,
		);
	});

	test('say what was explored', () => {
		expect(exploredSentence(alone)).toMatch(/^Explored: [\d,]+ states and [\d,]+ steps between them, which are all\.$/);
	});

	test('list the properties there are', () => {
		expect(() => propertyOf(alone, 'victim-finishes')).toThrow(/no property; these are: victim-completes, /);
	});
});
