import { describe, expect, test } from 'vitest';
import { estimateAt } from '../../experiment/estimate-at.ts';
import { experimentNamed } from './experiment.ts';
import { pageChoice, variantPath } from './page-choice.ts';
import { turnsIn } from './turns-in.ts';
import { valueText } from './value-text.ts';
import { wordsByChoice } from './words.ts';

const result = { actors: { victim: { retries: { mean: { value: 352.95, plusOrMinus: null, seeds: 1 } } } } };

describe('an author who errs is told what there is', () => {
	test('by the experiment', () => {
		expect(() => experimentNamed('unlukcy')).toThrow(/no such experiment; there are .*unlucky/);
	});

	test('by the path to a figure', () => {
		expect(() => estimateAt(result, 'actors.victin.retries')).toThrow("'actors' has no 'victin'; it has victim.");
		expect(() => estimateAt(result, 'actors.victim.retries')).toThrow('go on with one of mean.');
	});

	test('by the words for each choice', () => {
		const { turn } = experimentNamed('unlucky');
		expect(() => wordsByChoice({ 'v4.20': 'a', rfc: 'b' }, turn, 'unlucky')).toThrow("no words for 'v5.7'");
		expect(() => wordsByChoice({ 'v4.21': 'a' }, turn, 'unlucky')).toThrow("words for 'v4.21'");
	});
});

test('a figure is written with its unit, or as what is said when there is none', () => {
	const of = 'actors.victim.retries.mean';
	expect(valueText(estimateAt(result, of), { of, none: 'never' })).toBe('350');
	expect(valueText({ value: null }, { of, none: 'never' })).toBe('never');
	expect(valueText({ value: 12_300 }, { of: 'fault_ns.max', none: '' })).toBe('12\u00a0us');
});

test('a page starts in the choice of its address where it can be turned to it, else in that of the recipe', () => {
	const unlucky = experimentNamed('unlucky');
	expect(pageChoice({}, unlucky)).toBe('v4.20');
	expect(pageChoice({ key: 'policy', choice: 'rfc' }, unlucky)).toBe('rfc');
	expect(pageChoice({ key: 'page-lock', choice: 'v5.9' }, unlucky)).toBe('v4.20');
	expect(pageChoice({ key: 'policy', choice: 'never-polite' }, unlucky)).toBe('v4.20');
});

test("a text's variants are those of its switches, each once", () => {
	const text = 'It <Switch\nin="unlucky" words={{}} /> and <Switch in="retry-once" words={{}} />.';
	expect(turnsIn(text)).toEqual(['v4.20', 'rfc', 'v5.7'].map((choice) => ({ key: 'policy', choice })));
});

test.each([
	['/', '/policy/rfc/'],
	['/policy/v5.7/', '/policy/rfc/'],
	['/sub/chapters/unlucky/', '/sub/chapters/unlucky/policy/rfc/'],
	['/sub/chapters/unlucky/page-lock/v4.20/', '/sub/chapters/unlucky/policy/rfc/'],
	['/sub/chapters/unlucky/policy/v4.20/', '/sub/chapters/unlucky/policy/rfc/'],
])('the page at %s for rfc is %s', (pathname, variant) => {
	expect(variantPath(pathname, 'policy', 'rfc')).toBe(variant);
});
