import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { citedEngine } from '../../cli/cited-engine.ts';
import { readContent } from '../../cli/content.ts';
import { check } from '../check.ts';
import { eraFiles, erasText } from '../eras.ts';
import { keys } from '../keys.ts';
import { encodeLink } from '../link/encode-link.ts';
import { askFor, propertyNames, type Question } from '../link/question.ts';
import { type Subject, usualBase } from '../link/subject.ts';
import { namedExperiments } from '../named-experiments.ts';
import { landPatch } from '../patch/land-patch.ts';
import { emptyRecipe, type Recipe } from '../recipe.ts';
import { citationOf } from './citation-of.ts';
import { findingsOf, promiseOfFindings } from './findings.ts';
import { readCitations } from './read-citations.ts';
import { verifyCitation } from './verify-citation.ts';

const content = readContent();
const engine = citedEngine(content);
const experiments = namedExperiments(content);
const run: Question = { kind: 'run' };

/** A citation of an experiment's recipe, or the empty one, changed. */
async function cited(name: string | null, changes: Partial<Recipe>, question: Question): Promise<string> {
	const experiment = experiments.find((each) => each.name === name) ?? null;
	const recipe = { ...(experiment?.recipe ?? emptyRecipe), ...changes };
	const subject: Subject = { experiment, recipe, base: usualBase({ experiment, recipe }), question };
	const findings = findingsOf(subject, engine);
	const address = await encodeLink(subject, promiseOfFindings(subject, findings), content);
	return citationOf(subject, findings, { revision: 'v0.1.0', address }, content);
}

async function outcomesOf(mail: string, edition = 'v0.1.0'): Promise<string[]> {
	const verifications = readCitations(mail).map((citation) => verifyCitation(citation, content, engine, edition));
	return (await Promise.all(verifications)).map(({ outcome }) => outcome);
}

function quoted(text: string, depth: number): string {
	return text.replace(/^/gm, '> '.repeat(depth));
}

const everybody = Object.fromEntries(
	keys.flatMap(({ name, group }) => (group === 'threads' ? [[name, 2] as const] : [])),
) as Partial<Recipe>;

const small = { victims: 1, lockers: 1 };
let patch = '';

beforeAll(() => {
	const mail = path.join(import.meta.dirname, '../../../tests/fixtures/patches/gate-of-v5.7.mail');
	patch = landPatch(readFileSync(mail, 'utf8'), eraFiles(content, emptyRecipe), erasText(emptyRecipe)).patch;
});

test('a question can be asked of each property of a search, and of no other', () => {
	const { properties } = check({ ...emptyRecipe, ...small }, content);
	expect(properties.map(({ name }) => name)).toEqual(propertyNames);
});

describe('is ASCII of at most 72 columns, the link apart, and confirmed when quoted', () => {
	test.each([
		['a lasso', 'unlucky', { policy: 'rfc' }, askFor('victim-completes')],
		['a long lasso', 'unlucky-kernel-lock', { policy: 'rfc' }, askFor('queued-enters')],
		['a deadlock', null, { victims: 1, inverters: 1 }, askFor('no-deadlock')],
		['a warning', null, { ...small, lockers: 2, policy: 'diff1-typed' }, askFor('no-warning')],
		['what holds', null, small, askFor('victim-completes')],
		['what nobody is there for', null, small, askFor('writer-enters')],
		['what is not known', 'unlucky', {}, { ...askFor('victim-completes'), statesMax: 100 } as Question],
		['another scheduler', null, small, { ...askFor('queued-enters'), fairness: 'none' } as Question],
		['a run', null, { ...small, 'duration-ms': 5 }, run],
		['a run that is compared', 'unlucky', { policy: 'rfc', seeds: 3, 'duration-ms': 20 }, run],
		['everybody', null, { ...everybody, seeds: 2, 'duration-ms': 2, policy: 'v5.7' }, run],
		[
			'many keys',
			'retry-once',
			{
				'io-ns': 'uniform:50000:150000',
				'write-ns': 4000,
				'map-ns': 600,
				policy: 'never-polite',
				'duration-ms': 2,
			} as Partial<Recipe>,
			run,
		],
	])('%s', async (_, name, changes, question) => {
		const text = await cited(name, changes, question);
		expect(text).toMatch(/^[\n\x20-\x7e]+$/);
		for (const line of text.split('\n').filter((each) => !each.startsWith('Link: '))) {
			expect(line.length, line).toBeLessThanOrEqual(72);
		}
		expect(await outcomesOf(text)).toEqual(['CONFIRMED']);
		expect(await outcomesOf(quoted(text, 3))).toEqual(['CONFIRMED']);
	});
});

test('a comparison is given in per cent, and says where it may be chance', async () => {
	const text = await cited('unlucky', { policy: 'rfc', seeds: 3, 'duration-ms': 20 }, run);
	expect(text).toMatch(/base +change +change in %/);
	expect(text).toMatch(/victim: a fault, mean .* \+\d+ %/);
	expect(text).toContain('*: the intervals overlap.');
	const same = await cited('unlucky', { seeds: 3, 'duration-ms': 20 }, run);
	expect(same).toMatch(/^ +measured$/m);
});

test("a reader's own patch is in it, to be read back from it", async () => {
	const text = await cited('unlucky', { patch }, askFor('victim-completes'));
	expect(text).toContain('  bin/polite check unlucky --patch citation.txt\n');
	for (const mail of [text, quoted(text, 3)]) {
		expect(landPatch(mail, eraFiles(content, emptyRecipe), '').patch).toBe(patch);
	}
	expect(await outcomesOf(quoted(text, 2))).toEqual(['CONFIRMED']);
	expect(await outcomesOf(text.replaceAll('\t', '    '))).toEqual(['CONFIRMED']);
	const line = patch.split('\n').find((each) => each.startsWith('+\t')) as string;
	expect(await outcomesOf(text.replace(line, `${line}!`))).toEqual(['REFUTED']);
});

describe('what was changed', () => {
	let text = '';
	beforeAll(async () => {
		text = await cited(null, { ...small, policy: 'rfc' }, askFor('victim-completes'));
	});

	test.each([
		['the verdict', /VIOLATED/, 'HOLDS', 'REFUTED'],
		['who suffers', /for victim$/m, 'for locker', 'REFUTED'],
		['the verdict in the link', /d=V/, 'd=H', 'REFUTED'],
		['a step', /victim lets go of mmap_sem/, 'victim keeps mmap_sem', 'REFUTED'],
		['a step that is gone', /^ {2}2 .*\n/m, '', 'REFUTED'],
		['the loop', /and from here for ever:\n/, '', 'REFUTED'],
		['a number', /\d+ states/, '12345 states', 'REFUTED'],
		['the recipe in the link', /lockers=1/, 'lockers=2', 'REFUTED'],
		['the digest', /Digest: ../, 'Digest: 00', 'REFUTED'],
		['the command', /--policy rfc/, '--policy v5.7', 'REFUTED'],
		['an unknown key', /policy=rfc/, 'polcy=rfc', 'UNREADABLE'],
		['the model', /Model: [0-9a-f]{4}/, 'Model: 0000', 'UNREADABLE'],
		['the link, cut', /&m=.*$/m, '', 'UNREADABLE'],
		['the last line', /\[.*end citation\]\n/, '', 'UNREADABLE'],
		['the first line', /^.*\n/, '', 'UNREADABLE'],
		['the answer', /^Answer.*\n/m, '', 'UNREADABLE'],
		['the engine', /Engine: 1/, 'Engine: 0', 'CHANGED'],
	])('%s', async (_, from, to, outcome) => {
		expect(text.replace(from, to)).not.toBe(text);
		expect(await outcomesOf(text.replace(from, to))).toEqual([outcome]);
	});

	test('another model, told in both places', async () => {
		const digest = /Model: ([0-9a-f]{8})/.exec(text)?.[1] as string;
		const [citation] = readCitations(text.replaceAll(digest, '00000000').replace('VIOLATED', 'HOLDS'));
		const verification = await verifyCitation(citation as NonNullable<typeof citation>, content, engine, 'v0.1.0');
		expect(verification.outcome).toBe('CHANGED');
		expect(verification.reasons.join('\n')).toMatch(/model 00000000, engine 1 .*; here are model /);
		expect(verification.reasons.join('\n')).toContain(
			"It says 'victim-completes HOLDS, for victim'; here the answer is 'victim-completes VIOLATED, for victim'.",
		);
	});

	test('another edition with the same answer in other words', async () => {
		const old = text.replaceAll('v0.1.0', 'v0.0.9');
		expect(await outcomesOf(old)).toEqual(['CONFIRMED']);
		expect(await outcomesOf(old.replace('finds the page locked', 'sees a locked page'))).toEqual(['CHANGED']);
		expect(await outcomesOf(old.replace('VIOLATED', 'HOLDS'))).toEqual(['REFUTED']);
	});

	test('a figure of a run', async () => {
		const measured = await cited('unlucky', { policy: 'rfc', 'duration-ms': 5 }, run);
		const figure = /\d+ us/.exec(measured)?.[0] as string;
		expect(await outcomesOf(measured.replace(figure, '7 us'))).toEqual(['REFUTED']);
	});
});
