import { expect, test } from 'vitest';
import { readContent } from '../../src/cli/content.ts';
import { check } from '../../src/experiment/check.ts';
import { namedExperiments } from '../../src/experiment/named-experiments.ts';

// Sentences of chapter 4 about a verdict that its word alone does not carry.
const content = readContent();
const unlucky = namedExperiments(content).find(({ name }) => name === 'unlucky');
if (unlucky === undefined) throw new Error('chapter 4 leans on the experiment unlucky');
const rfc = { ...unlucky.recipe, policy: 'rfc' };
const victimOf = (fairness: 'weak' | 'strong') => {
	const found = check(rfc, content, { fairness }).properties.find(({ name }) => name === 'victim-completes');
	if (found === undefined) throw new Error('the check has no victim-completes');
	return found;
};

test('every thread runs in the circle that keeps the victim out', () => {
	const { verdict, loop, fairness } = victimOf('weak');
	expect(verdict).toBe('VIOLATED');
	expect(new Set(loop.map(({ thread }) => thread))).toEqual(new Set(Object.keys(fairness)));
	expect(Object.values(fairness).map(({ reason }) => reason)).toEqual(Array(5).fill('runs'));
});

test('no promise of a scheduler breaks it, and there is always a way out', () => {
	const { verdict, weakestAssumption } = victimOf('strong');
	expect([verdict, weakestAssumption]).toEqual(['VIOLATED', 'random']);
});
