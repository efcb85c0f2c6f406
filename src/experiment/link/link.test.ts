import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recipes } from '../../../tests/support/recipes.ts';
import { readContent } from '../../cli/content.ts';
import { eraNames } from '../content.ts';
import { eraFiles, erasText } from '../eras.ts';
import { keyByName, keys } from '../keys.ts';
import { namedExperiments } from '../named-experiments.ts';
import { landPatch } from '../patch/land-patch.ts';
import type { Recipe } from '../recipe.ts';
import { TIME_MAX_NS } from '../time.ts';
import { validateRecipe } from '../validate-recipe.ts';
import { compareOpened } from './compare-opened.ts';
import { decodeLink } from './decode-link.ts';
import { encodeLink } from './encode-link.ts';
import { LINK_LIMITS } from './limits.ts';
import { LinkError } from './link-error.ts';
import type { LinkPromise } from './promise-of.ts';
import { askFor, fairnesses, propertyNames, type Question } from './question.ts';
import { shortNames } from './short-form.ts';
import { type Subject, usualBase } from './subject.ts';
import { writeLink } from './write-link.ts';

const content = readContent();
const experiments = namedExperiments(content);
const unlucky = experiments.find(({ name }) => name === 'unlucky') as (typeof experiments)[number];
const anyPromise: LinkPromise = { modelDigest: '3f9a1c77', answer: null };

const questions: fc.Arbitrary<{ question: Question; answers: readonly (string | null)[] }> = fc.oneof(
	fc.constant({ question: { kind: 'run' } as const, answers: [null, '0123abcd'] }),
	fc
		.record({
			kind: fc.constant('check' as const),
			property: fc.constantFrom(...propertyNames),
			fairness: fc.constantFrom(...fairnesses),
			statesMax: fc.integer({ min: 1, max: 20_000_000 }),
		})
		.map((question) => ({ question, answers: [null, 'HOLDS', 'VIOLATED', 'UNKNOWN'] })),
);

const subjects = fc.record({
	experiment: fc.option(fc.constantFrom(...experiments)),
	recipe: recipes,
	own: fc.option(recipes),
	asked: questions,
	answer: fc.nat({ max: 3 }),
});

function patched(name: string, policy: string): Recipe {
	const file = path.join(import.meta.dirname, '../../../tests/fixtures/patches', name);
	const recipe = { ...unlucky.recipe, policy };
	const { patch } = landPatch(readFileSync(file, 'utf8'), eraFiles(content, recipe), erasText(recipe));
	return { ...recipe, patch };
}

const withPatch = patched('diff1-web-archive.mail', 'rfc');

test('any subject survives its link', async () => {
	await fc.assert(
		fc.asyncProperty(subjects, async ({ experiment, recipe, own, asked: { question, answers }, answer }) => {
			const base = own ?? usualBase({ experiment, recipe });
			const promise = { modelDigest: '3f9a1c77', answer: answers[answer] ?? null };
			const link = await encodeLink({ experiment, recipe, base, question }, promise, content);
			for (const whole of [link, `https://example.org/notebook/${link}`, `  ${link}\n`, `<${link}>`]) {
				expect(await decodeLink(whole, content)).toEqual({ experiment, recipe, base, question, promise });
			}
		}),
	);
});

test('a patch travels, small, and lands as it was', async () => {
	const subject: Subject = {
		experiment: unlucky,
		recipe: withPatch,
		base: unlucky.recipe,
		question: askFor('no-warning'),
	};
	const link = await encodeLink(subject, anyPromise, content);
	expect(link.length).toBeLessThan(withPatch.patch.length * 1.2);
	expect(await decodeLink(link, content)).toEqual({ ...subject, promise: anyPromise });
	expect(await decodeLink(encodeURI(link).replaceAll('=', '%3D').replace('#v%3D1&', '#v=1&'), content)).toMatchObject({
		recipe: withPatch,
	});
});

const answered = (question: Question): LinkPromise => ({
	...anyPromise,
	answer: question.kind === 'run' ? '0123abcd' : 'VIOLATED',
});

describe('a link with up to three changed keys keeps to 100 characters', () => {
	const changeable = keys.filter(({ kind }) => kind !== 'diff').map(({ name }) => name);
	const asked: Question[] = [{ kind: 'run' }, ...propertyNames.map((name) => askFor(name))];
	const triples = fc.subarray(changeable, { minLength: 3, maxLength: 3 });

	test('whatever they are turned to, and survives', async () => {
		const changed = fc.record({
			experiment: fc.constantFrom(...experiments),
			names: triples,
			values: recipes,
			question: fc.constantFrom(...asked),
		});
		let short = 0;
		await fc.assert(
			fc.asyncProperty(changed, async ({ experiment, names, values, question }) => {
				const changes = Object.fromEntries(names.map((name) => [name, values[name]]));
				// Keys that are valid each may not be together.
				const valid = validateRecipe(changes, content, experiment.recipe).recipe;
				const recipe = valid ?? { ...experiment.recipe, ...changes };
				const base = usualBase({ experiment, recipe });
				const promise = answered(question);
				const link = await encodeLink({ experiment, recipe, base, question }, promise, content);
				expect(link.length, link).toBeLessThanOrEqual(100);
				if (link.includes('~') || link.includes('&po=')) short++;
				if (valid === null) return;
				expect(await decodeLink(link, content)).toEqual({ experiment, recipe, base, question, promise });
			}),
			{ numRuns: 2000 },
		);
		expect(short).toBeGreaterThan(0);
	});

	test('each three of them turned to what takes most room, and what a search takes for granted among them', () => {
		const longest = (name: string): string => {
			const key = keyByName.get(name);
			if (key?.kind === 'era') return eraNames(content, key.name).reduce(longer);
			if (key?.kind === 'choice') return key.choices.reduce(longer);
			if (key?.kind === 'time') return `uniform:${TIME_MAX_NS - 1}:${TIME_MAX_NS}`;
			return key?.kind === 'whole' ? String(key.max) : '';
		};
		const worst = changeable.map((name): [string, string] => [name, longest(name)]);
		const { name } = experiments.reduce((one, other) => (one.name.length < other.name.length ? other : one));
		const lengths = new Set<number>();
		const note = (question: Question, changes: [string, string][]) =>
			lengths.add(writeLink({ experiment: name, changes, question, promise: answered(question) }).length);
		for (const [third, three] of worst.entries()) {
			for (const [second, two] of worst.slice(0, third).entries()) {
				for (const one of worst.slice(0, second)) for (const question of asked) note(question, [one, two, three]);
				for (const question of propertyNames.map((name) => askFor(name))) {
					if (question.kind === 'check') note({ ...question, fairness: 'strong' }, [two, three]);
					if (question.kind === 'check') note({ ...question, statesMax: 19_999_999 }, [two, three]);
				}
			}
			for (const question of propertyNames.map((name) => askFor(name))) {
				if (question.kind === 'check') note({ ...question, fairness: 'strong', statesMax: 19_999_999 }, [three]);
			}
		}
		expect(Math.max(...lengths)).toBeLessThanOrEqual(100);
	});

	test('and leaves an experiment its own patch, though it lands elsewhere in other eras', async () => {
		const experiment = experiments.find(({ recipe }) => recipe.patch !== '') as (typeof experiments)[number];
		const question = askFor('queued-enters');
		const moved = eraNames(content, 'page-lock').flatMap((lock) => {
			const { recipe } = validateRecipe({ 'page-lock': lock, policy: 'rfc' }, content, experiment.recipe);
			return recipe === null || recipe.patch === experiment.recipe.patch ? [] : [recipe];
		});
		expect(moved.length).toBeGreaterThan(0);
		for (const recipe of moved) {
			for (const base of [usualBase({ experiment, recipe }), { ...experiment.recipe, lockers: 3 }]) {
				const link = await encodeLink({ experiment, recipe, base, question }, answered(question), content);
				expect(link).not.toContain('patch=');
				expect(await decodeLink(link, content)).toMatchObject({ recipe, base });
			}
		}
	});

	test('and says it in full while that fits', async () => {
		const recipe = { ...unlucky.recipe, policy: 'rfc', lockers: 3, 'io-ns': 'exponential:90000' };
		const question = askFor('victim-completes');
		const link = await encodeLink({ experiment: unlucky, recipe, base: null, question }, answered(question), content);
		expect(link).toBe('x/unlucky/#v=1&policy=rfc&lockers=3&io-ns=exponential:90000&of=victim&m=3f9a1c77&d=V');
	});
});

test('no short name is a name of another key', () => {
	const all = [
		...Object.values(shortNames),
		...keyByName.keys(),
		...Object.keys(shortNames).filter((name) => !keyByName.has(name)),
		'v',
		'of',
		'm',
		'd',
	];
	expect(new Set(all).size).toBe(all.length);
});

const longer = (one: string, other: string) => (one.length < other.length ? other : one);

const bomb = deflateRawSync(Buffer.alloc(50_000_000)).toString('base64url');
const notText = deflateRawSync(Buffer.from([0xff, 0xfe, 0x00])).toString('base64url');
const elsewhere = deflateRawSync('--- a/mm/shmem.c\n+++ b/mm/shmem.c\n@@ -1 +1 @@\n-a\n+b\n').toString('base64url');

describe('refused, with the reason and a way on', () => {
	test.each(
		[
			['nothing', "found 'nothing', expected a link as in 'x/NAME/#v=1&m=…'"],
			['x/unlucky/', 'expected a link'],
			['x/unluky/#v=1&m=3f9a1c77', "no experiment 'unluky'; did you mean unlucky?"],
			['x/__proto__/#v=1&m=3f9a1c77', "no experiment '__proto__'; there are "],
			['x/unlucky/#', "found '', expected a key and its value"],
			['x/unlucky/#policy=rfc&m=3f9a1c77', 'found no format version, expected v=1; copy all of the link'],
			['x/unlucky/#v=2&m=3f9a1c77', "found format version '2', expected 1; a newer edition"],
			['x/unlucky/#v=1&policy=rfc', 'found no m, the digest of the model; the link may be cut short'],
			['x/unlucky/#v=1&m=3f9a', "m: found '3f9a', expected 8 hexadecimal digits"],
			['x/unlucky/#v=1&m=3f9a1c77&m=3f9a1c77', "found 'm' twice"],
			['x/unlucky/#v=1&policy=rfc&po=v5.7&m=3f9a1c77', "found 'policy' twice, in full and in short"],
			['x/unlucky/#v=1&io=~~1&m=3f9a1c77', 'io-ns: found "~~1", expected a whole number of ns'],
			['x/unlucky/#v=1&io=2-1&m=3f9a1c77', 'io-ns: found "uniform:2:1", expected a whole number of ns'],
			['x/unlucky/#v=1&io=zzzzzz&m=3f9a1c77', 'io-ns: found 56800235583, expected a whole number of ns'],
			['x/unlucky/#v=1&m=3f9a1c77&d=0123', "d: found '0123', expected the first 8 digits"],
			['x/unlucky/#v=1&of=victim&m=3f9a1c77&d=X', "d: found 'X', expected one of H, V, U"],
			['x/unlucky/#v=1&of=victims&m=3f9a1c77', "of: found 'victims', expected one of run, victim, queued"],
			['x/unlucky/#v=1&fairness=weak&m=3f9a1c77', 'fairness: a run has none; say with of='],
			['x/unlucky/#v=1&of=victim&fairness=fair&m=3f9a1c77', "fairness: found 'fair', expected none, weak, strong"],
			['x/unlucky/#v=1&of=victim&max-states=1e9&m=3f9a1c77', "max-states: found '1e9', expected a whole number"],
			['x/unlucky/#v=1&polcy=rfc&m=3f9a1c77', "unknown key 'polcy'; did you mean policy?"],
			['x/unlucky/#v=1&__proto__=1&m=3f9a1c77', "unknown key '__proto__'"],
			['x/unlucky/#v=1&base.polcy=rfc&m=3f9a1c77', "unknown key 'base.polcy'; did you mean policy?"],
			['x/unlucky/#v=1&policy=v5.8&m=3f9a1c77', 'policy: found "v5.8", expected one of '],
			['x/unlucky/#v=1&base.lockers=99&m=3f9a1c77', 'base.lockers: found 99, expected a whole number from 0 to 64'],
			['x/unlucky/#v=1&lockers=-1&m=3f9a1c77', 'lockers: found -1, expected a whole number from 0 to 64'],
			['x/unlucky/#v=1&io-ns=<script>&m=3f9a1c77', 'io-ns: found "<script>", expected a whole number of ns'],
			['x/unlucky/#v=1&policy=%E0%A4%A&m=3f9a1c77', "in which a '%' begins no character"],
			['lab/#v=1&m=3f9a1c77', 'found no threads, expected at least 1'],
			['x/unlucky/#v=1&patch=a.b&m=3f9a1c77', 'patch: it is not written in base64url; copy all of the link'],
			['x/unlucky/#v=1&patch=AAAA&m=3f9a1c77', 'patch: it does not unpack: cut short, or changed on the way'],
			[`x/unlucky/#v=1&patch=${notText}&m=3f9a1c77`, 'patch: it does not unpack'],
			[`x/unlucky/#v=1&patch=${bomb}&m=3f9a1c77`, `patch: it unpacks to more than ${LINK_LIMITS.patchBytes} bytes`],
			[`x/unlucky/#v=1&patch=${elsewhere}&m=3f9a1c77`, 'patch: it is for mm/shmem.c, which the model does not have'],
			[`x/unlucky/#${'a=1&'.repeat(300)}`, 'found more than 200 keys'],
			[`x/unlucky/#v=1&patch=${'A'.repeat(1_000_000)}`, 'at most 400000 may be'],
		].map(([link = '', message = '']) => ({ link, message, title: link.slice(0, 60) })),
	)('$title', async ({ link, message }) => {
		const start = performance.now();
		const error = await decodeLink(link, content).catch((caught) => caught);
		expect(error).toBeInstanceOf(LinkError);
		expect(error.message).toContain(message);
		expect(performance.now() - start).toBeLessThan(500);
	});

	test('a patch cut short anywhere', async () => {
		const question = { kind: 'run' } as const;
		const link = await encodeLink(
			{ experiment: unlucky, recipe: withPatch, base: null, question },
			anyPromise,
			content,
		);
		for (let length = link.indexOf('patch='); length < link.length; length += 7) {
			await expect(decodeLink(link.slice(0, length), content)).rejects.toThrow(LinkError);
		}
	});
});

test('whatever else comes is refused by that error alone, at once', async () => {
	const key = fc.constantFrom('v', 'm', 'd', 'of', 'policy', 'patch', 'base.patch', 'lockers', 'io-ns', 'fairness', '');
	const value = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.base64String(),
		fc.constantFrom('1', '3f9a1c77', 'rfc', 'victim', 'V'),
	);
	const fragment = fc
		.array(fc.tuple(key, value))
		.map((pairs) => `x/unlucky/#v=1&${pairs.map((pair) => pair.join('=')).join('&')}`);
	const spent: number[] = [];
	await fc.assert(
		fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fragment), async (text) => {
			const start = performance.now();
			const error = await decodeLink(text, content).catch((caught) => caught);
			if (error instanceof Error) expect(error).toBeInstanceOf(LinkError);
			spent.push(performance.now() - start);
		}),
		{ numRuns: 500 },
	);
	// The median: a busy machine may be slow once.
	expect(spent.sort((one, other) => one - other)[spent.length >> 1]).toBeLessThan(50);
});

test('an error knows the experiment, which can be opened as it is', async () => {
	const error = await decodeLink('x/unlucky/#v=1&polcy=rfc&m=3f9a1c77', content).catch((caught) => caught);
	expect(error.experiment).toBe('unlucky');
});

test.each([
	['3f9a1c77', 'VIOLATED', 'same', 'As the link promised: VIOLATED, on the same model.'],
	['00000000', 'VIOLATED', 'other model', 'on model 3f9a1c77, this is model 00000000'],
	['3f9a1c77', 'HOLDS', 'different', 'promised VIOLATED; found is HOLDS. The model is the same'],
	['00000000', 'HOLDS', 'different', 'promised VIOLATED; found is HOLDS. The model is not the same'],
])('on model %s, %s is %s', (modelDigest, answer, kind, words) => {
	const comparison = compareOpened({ modelDigest: '3f9a1c77', answer: 'VIOLATED' }, { modelDigest, answer });
	expect(comparison.kind).toBe(kind);
	expect(comparison.words).toContain(words);
});

test('a link without an answer promises none', () => {
	const found = { modelDigest: '00000000', answer: 'HOLDS' };
	expect(compareOpened(anyPromise, found)).toMatchObject({ kind: 'nothing promised' });
});
