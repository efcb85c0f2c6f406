import { describe, expect, test } from 'vitest';
import { readContent } from '../../cli/content.ts';
import { check } from '../check.ts';
import { run } from '../run.ts';
import { claimCitation } from './claim-citation.ts';
import { type Claim, judgeClaim, readClaims, requireOutcomes } from './claims.ts';
import { evaluate } from './evaluate.ts';
import type { Engine } from './fact.ts';
import { parseCondition } from './parse-condition.ts';

const content = readContent();
const engine: Engine = {
	check: (recipe, fairness) => check(recipe, content, { fairness }),
	run: (recipe) => run(recipe, content),
};
const ask = (text: string) => evaluate(text, content, engine);
const few = '--victims 1 --lockers 1';

describe('a condition', () => {
	test('is a figure of a scenario, a relation, and a word, a number or another figure', () => {
		expect(parseCondition('unlucky --policy rfc: a.b < 2 x unlucky: a.b')).toEqual({
			text: 'unlucky --policy rfc: a.b < 2 x unlucky: a.b',
			left: { kind: 'figure', scenario: 'unlucky --policy rfc', path: 'a.b', factor: 1 },
			relation: '<',
			right: { kind: 'figure', scenario: 'unlucky', path: 'a.b', factor: 2 },
			within: 0,
		});
		expect(parseCondition('--io-ns uniform:1:2 --victims 1: a ~ 3 within 5%')).toMatchObject({
			left: { scenario: '--io-ns uniform:1:2 --victims 1' },
			right: { kind: 'number', value: 3 },
			within: 0.05,
		});
	});

	test.each([
		['unlucky: a', 'found no is, <, <=, >, >=, ~'],
		['unlucky a is b', "found 'unlucky a', expected a scenario, a colon and a path"],
		['unlucky: a is', 'nothing to compare with'],
		['unlucky: a ~ 3', "'~' says how near at its end"],
		['unlucky: a < 3 within 5%', "'within' goes with '~' only"],
		['unlukcy: states > 1', "no experiment 'unlukcy'; did you mean unlucky?"],
		['unlucky --polcy rfc: states > 1', '--polcy: unknown key; did you mean policy?'],
		['unlucky --policy: states > 1', "found '--policy', expected an option and its value"],
		['unlucky --fairness fair: states > 1', "--fairness: found 'fair', expected none, weak, strong"],
		[`${few}: victim-ends is HOLDS`, "a search has no 'victim-ends'"],
		[`${few}: victim-completes.word is HOLDS`, "'victim-completes' has no 'word'; it has verdict"],
		[`${few}: actors.victin.retries.max > 1`, "'actors' has no 'victin'; it has victim, locker"],
		[`${few}: victim-completes > 1`, "found HOLDS, which is no number; compare it by 'is'"],
	])('that cannot be asked is quoted with what to write: %s', (text, message) => {
		expect(() => ask(text)).toThrow(`'${text}': `);
		expect(() => ask(text)).toThrow(message);
	});

	test('asks a search for verdicts, what saves from them, and traces', () => {
		expect(ask(`${few}: victim-completes is HOLDS`)).toMatchObject({ holds: true, found: 'HOLDS', expected: 'HOLDS' });
		expect(ask(`${few} --policy rfc: victim-completes is HOLDS`)).toMatchObject({ holds: false, found: 'VIOLATED' });
		expect(ask(`${few} --policy rfc: victim-completes.weakest is random`).holds).toBe(true);
		expect(ask(`${few} --policy rfc --fairness strong: victim-completes is VIOLATED`).holds).toBe(true);
		expect(ask(`${few} --policy rfc: victim-completes.loop > 0`).holds).toBe(true);
		expect(ask(`${few} --policy rfc: victim-completes.restingInLoop is 0`).holds).toBe(true);
		expect(ask(`${few}: writer-enters is vacuous`).holds).toBe(true);
		expect(ask(`${few}: victim-completes.thread is none`).found).toBe('victim');
		expect(ask(`${few} --policy rfc: expectedRetries > ${few}: expectedRetries`).holds).toBe(true);
	});

	test('asks runs for figures, and wants intervals apart', () => {
		const mean = 'actors.victim.retries.mean';
		expect(ask(`alone --seeds 3: actors.victim.fault_ns.max > 1000`).holds).toBe(true);
		expect(ask(`retry-once --seeds 3: ${mean} < retry-once --policy rfc --seeds 3: ${mean}`).holds).toBe(true);
		const same = `retry-once --policy rfc --seeds 3: ${mean}`;
		expect(ask(`${same} < 1.001 x ${same}`).holds).toBe(false);
		expect(ask(`${same} <= 1.001 x ${same}`).holds).toBe(true);
		expect(ask(`${same} ~ 1.001 x ${same} within 1%`).holds).toBe(true);
		expect(ask(`${same} ~ 1.1 x ${same} within 1%`)).toMatchObject({
			holds: false,
			commands: ['bin/polite run retry-once --policy rfc --seeds 3'],
			expected: expect.stringMatching(/^[\d.]+ ± [\d.]+ within 1 %$/),
		});
	});
});

const claim = {
	by: 'jerome-2019-01-22',
	sentence: 'Somebody starves.',
	chapter: 4,
	answer: 'so it is',
	because: 'It can.',
	checks: [`${few}: victim-completes is HOLDS`],
} as const;
const named: Claim = { name: 'somebody-starves', ...claim };

describe('a claim', () => {
	test('is read from its file and sorted by chapter and name', () => {
		const texts = { b: JSON.stringify(claim), a: JSON.stringify(claim), c: JSON.stringify({ ...claim, chapter: 1 }) };
		expect(readClaims(texts).map(({ name }) => name)).toEqual(['c', 'a', 'b']);
	});

	test.each([
		[{ answer: 'yes' }, `found answer "yes", expected one of 'so it is', 'in part', 'not so'`],
		[{ checks: [] }, 'expected checks, a list of at least one condition'],
		[{ chapter: 'four' }, 'found chapter "four"'],
		[{ by: '' }, 'expected by, sentence and because'],
		[{ verdict: 'HOLDS' }, "found 'verdict', expected only by, sentence"],
	])('that is not as it should be names its file: %j', (change, message) => {
		const texts = { odd: JSON.stringify({ ...claim, ...change }) };
		expect(() => readClaims(texts)).toThrow(`content/claims/odd.json: ${message}`);
	});

	test('that the engine refutes stops with place, condition, expected, found and command', () => {
		const wrong = { ...named, checks: [...named.checks, `${few} --policy rfc: victim-completes is HOLDS`] };
		expect(() => requireOutcomes(judgeClaim(wrong, content, engine), 'content/chapters/04-unlucky.mdx:7')).toThrow(
			[
				'content/chapters/04-unlucky.mdx:7: the engine says otherwise. Mend the sentence, then its checks.',
				`  ${few} --policy rfc: victim-completes is HOLDS`,
				`    expected HOLDS, found VIOLATED; see bin/polite check ${few} --policy rfc`,
			].join('\n'),
		);
	});

	test('is cited in ASCII and 72 columns, with what was found and how to see it', () => {
		const outcomes = judgeClaim(named, content, engine);
		const told = {
			...named,
			sentence: 'Somebody’s fault, which is nobody’s own, waits for what all others have by turns.',
		};
		const text = claimCitation(told, ['Jerome Glisse, 22 January 2019'], outcomes);
		expect(text).toMatch(
			/^Claim \(our paraphrase\): Somebody's fault, .*\n.*turns\.\n {2}Jerome Glisse, 22 January 2019\n/,
		);
		expect(text).toContain(`\n  $ bin/polite check ${few}`);
		expect(text).toMatch(/^[\n\x20-\x7e]+$/);
		expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72);
	});
});
