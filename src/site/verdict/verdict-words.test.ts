import { describe, expect, test } from 'vitest';
import { propertyNames } from '../../experiment/link/question.ts';
import { emptyRecipe } from '../../experiment/recipe.ts';
import { checkOf } from './checks.ts';
import { propertyOf } from './property-of.ts';
import {
	changesText,
	endingWords,
	exploredSentence,
	fairnessSentence,
	progressWords,
	retriesSentence,
	stoppedSentence,
	verdictSentence,
} from './verdict-words.ts';

const alone = checkOf({ ...emptyRecipe, victims: 1 });
const unlucky = checkOf({ ...emptyRecipe, policy: 'rfc', victims: 1, lockers: 1 });

describe('the words of a verdict', () => {
	test('are there for every property', () => {
		for (const name of propertyNames) {
			const property = { ...propertyOf(alone, 'victim-completes'), name };
			expect(verdictSentence(property)).not.toContain(name);
			expect(verdictSentence({ ...property, verdict: 'VIOLATED' })).not.toContain(name);
		}
	});

	test('say what holds, and what has to be taken for granted', () => {
		expect(verdictSentence(propertyOf(alone, 'victim-completes'))).toBe(
			'In whatever order the threads run the fault of the victim ends',
		);
	});

	test('say what can be for ever, and what saves from it', () => {
		const property = propertyOf(unlucky, 'victim-completes');
		expect(verdictSentence(property)).toBe(
			'The victim can be kept out for ever, though every thread gets to run; only luck ends it',
		);
		expect(endingWords(property)).toBe('and so on for ever');
		expect(fairnessSentence(property, 'none')).toBe('');
		expect(fairnessSentence(property, 'weak')).toMatch(
			/^The loop is fair: victim runs in step \d+; locker runs in step \d+\.$/,
		);
	});

	test('say what was explored', () => {
		expect(exploredSentence(alone)).toMatch(/^Explored: [\d,]+ states and [\d,]+ steps between them, which are all\.$/);
	});

	test('say of nobody that nobody can break it', () => {
		expect(verdictSentence(propertyOf(alone, 'writer-enters'))).toMatch(/^Nobody is there/);
	});

	test('say how far a search is, and where it was stopped', () => {
		const progress = {
			phase: 'explores',
			states: 12_345,
			frontier: 678,
			transitions: 45_678,
			bytes: 1_234_567,
		} as const;
		expect(progressWords(progress)).toBe('12,345 states found, 678 to go on from, 2 MB');
		expect(progressWords({ ...progress, phase: 'judges' })).toBe('12,345 states found, 2 MB; judging them');
		expect(stoppedSentence(progress)).toBe(
			'Explored: 12,345 states and 45,678 steps between them; from 678 of the states no step was tried yet.',
		);
	});

	test('write retries as the command line does', () => {
		const many = (expectedRetries: number | 'infinite' | null) => retriesSentence({ expectedRetries });
		expect(many(null)).toBe('');
		expect(many(2.6291886232)).toContain('retried 2.63 times');
		expect(many(15.34331)).toContain('retried 15.3 times');
		expect(many(1)).toContain('retried 1 time on');
		expect(many('infinite')).toContain('infinitely many times');
	});

	test('name what differs from an experiment', () => {
		expect(changesText({ policy: 'rfc', 'page-lock': 'v5.9', lockers: 3, writers: 0, bystanders: 1 })).toBe(
			'policy rfc, page lock v5.9, 3 lockers, no writers, 1 bystander',
		);
	});

	test('list the properties there are', () => {
		expect(() => propertyOf(alone, 'victim-finishes')).toThrow(/no property; these are: victim-completes, /);
	});
});
