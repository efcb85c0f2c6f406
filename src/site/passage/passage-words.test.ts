import { describe, expect, test } from 'vitest';
import { estimateAt } from './estimate-at.ts';
import { experimentNamed } from './experiment.ts';
import { pagePolicy, variantPath } from './page-policy.ts';
import { valueText } from './value-text.ts';
import { wordsByPolicy } from './words.ts';

const result = { actors: { victim: { retries: { mean: { value: 352.95, plusOrMinus: null, seeds: 1 } } } } };

describe('an author who errs is told what there is', () => {
	test('by the experiment', () => {
		expect(() => experimentNamed('unlukcy')).toThrow(/no such experiment; there are .*unlucky/);
	});

	test('by the path to a figure', () => {
		expect(() => estimateAt(result, 'actors.victin.retries')).toThrow("'actors' has no 'victin'; it has victim.");
		expect(() => estimateAt(result, 'actors.victim.retries')).toThrow('go on with one of mean.');
	});

	test('by the words for each policy', () => {
		expect(() => wordsByPolicy({ 'v4.20': 'a', rfc: 'b' }, 'unlucky')).toThrow("no words for 'v5.7'");
		expect(() => wordsByPolicy({ 'v4.21': 'a' }, 'unlucky')).toThrow("words for 'v4.21'");
	});

	test('by the policy of a page', () => {
		expect(() => pagePolicy({ policy: 'v6' }, experimentNamed('unlucky').recipe)).toThrow("'v6' is no policy");
	});
});

test('a figure is written with its unit, or as what is said when there is none', () => {
	const of = 'actors.victim.retries.mean';
	expect(valueText(estimateAt(result, of), { of, none: 'never' })).toBe('350');
	expect(valueText({ value: null }, { of, none: 'never' })).toBe('never');
	expect(valueText({ value: 12_300 }, { of: 'fault_ns.max', none: '' })).toBe('12\u00a0us');
});

test.each([
	['/', '/policy/rfc/'],
	['/policy/v5.7/', '/policy/rfc/'],
	['/sub/chapters/unlucky/', '/sub/chapters/unlucky/policy/rfc/'],
	['/sub/chapters/unlucky/policy/v4.20/', '/sub/chapters/unlucky/policy/rfc/'],
])('the page at %s for rfc is %s', (pathname, variant) => {
	expect(variantPath(pathname, 'rfc')).toBe(variant);
});
