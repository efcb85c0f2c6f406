import { didYouMean } from '../../engine/c/suggest.ts';
import { DEFAULT_LIMITS } from '../../engine/check/exploration.ts';
import type { Verdict } from '../../engine/check/judge.ts';
import type { Content } from '../content.ts';
import { type KeyName, keyByName } from '../keys.ts';
import type { Experiment } from '../named-experiments.ts';
import { differences, emptyRecipe, type Recipe, valueFromText } from '../recipe.ts';
import { problemLines, validateRecipe } from '../validate-recipe.ts';
import { LINK_LIMITS } from './limits.ts';
import type { Link, Pairs } from './link.ts';
import { LinkError, quoted } from './link-error.ts';
import { PackedTextError, unpackText } from './packed-text.ts';
import { ANSWER_DIGITS, type LinkPromise, verdictLetters } from './promise-of.ts';
import { fairnesses, propertyNames, type Question, shortName } from './question.ts';
import { fullPair } from './short-form.ts';
import { usualBase } from './subject.ts';

const BASE_PREFIX = 'base.';

/** The keys that are no recipe's. */
const ownKeys = ['v', 'of', 'fairness', 'max-states', 'm', 'd'];

/**
 * Reads a link of format 1.
 *
 * @throws LinkError
 */
export async function decodeVersion1(given: Pairs, experiment: Experiment | null, content: Content): Promise<Link> {
	const fail = (what: string): never => {
		throw new LinkError(what, experiment?.name ?? null);
	};
	const pairs = inFull(given, fail);
	const names = [...pairs.keys()].filter((name) => !ownKeys.includes(name));
	const stray = names.find((name) => !keyByName.has(name.replace(BASE_PREFIX, '')));
	if (stray !== undefined) {
		const known = [...keyByName.keys(), ...ownKeys];
		return fail(
			`unknown key ${quoted(stray)}; ${didYouMean(stray.replace(BASE_PREFIX, ''), known, `the keys are ${known.join(', ')}`)}`,
		);
	}
	const question = questionOf(pairs, fail);
	const promise = promiseIn(pairs, question, fail);
	const isOfBase = (name: string) => name.startsWith(BASE_PREFIX);
	const changes = await valuesOf(
		pairs,
		names.filter((name) => !isOfBase(name)),
		fail,
	);
	const recipe = valid(changes, experiment?.recipe ?? emptyRecipe, content, fail);
	const baseChanges = await valuesOf(pairs, names.filter(isOfBase), fail);
	const isTold = Object.keys(baseChanges).length > 0;
	const base = isTold ? valid(baseChanges, recipe, content, fail, BASE_PREFIX) : recipe;
	// One that is the recipe itself says nothing.
	const isChosen = Object.keys(differences(base, recipe)).length > 0;
	return { experiment, recipe, base: isChosen ? base : usualBase({ experiment, recipe }), question, promise };
}

type Fail = (what: string) => never;

/** Every key by its full name, whichever the link has. */
function inFull(given: Pairs, fail: Fail): Pairs {
	const pairs = new Map<string, string>();
	for (const pair of given) {
		const [name, value] = fullPair(pair);
		if (pairs.has(name)) return fail(`found ${quoted(name)} twice, in full and in short; leave one of them out`);
		pairs.set(name, value);
	}
	return pairs;
}

/** Recipe keys without their prefix, and what JSON would hold of their values. */
async function valuesOf(pairs: Pairs, names: readonly string[], fail: Fail): Promise<Record<string, unknown>> {
	const entries = names.map(async (name) => {
		const key = name.replace(BASE_PREFIX, '');
		const text = pairs.get(name) ?? '';
		return [key, key === 'patch' && text !== '' ? await patchOf(text, fail) : valueFromText(key as KeyName, text)];
	});
	return Object.fromEntries(await Promise.all(entries));
}

async function patchOf(packed: string, fail: Fail): Promise<string> {
	try {
		return await unpackText(packed, LINK_LIMITS.patchBytes);
	} catch (error) {
		if (!(error instanceof PackedTextError)) throw error;
		return fail(`patch: ${error.message}; copy all of the link, or ask its author for the diff`);
	}
}

function valid(input: object, from: Recipe, content: Content, fail: Fail, prefix = ''): Recipe {
	const { recipe, problems } = validateRecipe(input, content, from);
	return recipe ?? fail(problemLines(problems, prefix).join('; '));
}

function questionOf(pairs: Pairs, fail: Fail): Question {
	const of = pairs.get('of') ?? 'run';
	const property = propertyNames.find((name) => name === of || shortName(name) === of);
	const onlyOfCheck = ['fairness', 'max-states'].find((name) => pairs.has(name));
	if (property === undefined) {
		const known = ['run', ...propertyNames.map(shortName)];
		if (of !== 'run') return fail(`of: found ${quoted(of)}, expected one of ${known.join(', ')}`);
		if (onlyOfCheck !== undefined) return fail(`${onlyOfCheck}: a run has none; say with of=… which property is meant`);
		return { kind: 'run' };
	}
	const wanted = pairs.get('fairness') ?? 'weak';
	const fairness = fairnesses.find((each) => each === wanted);
	if (fairness === undefined) return fail(`fairness: found ${quoted(wanted)}, expected ${fairnesses.join(', ')}`);
	const text = pairs.get('max-states') ?? String(DEFAULT_LIMITS.states);
	const statesMax = Number(text);
	if (!/^\d+$/.test(text) || statesMax < 1 || statesMax > DEFAULT_LIMITS.states) {
		return fail(`max-states: found ${quoted(text)}, expected a whole number from 1 to ${DEFAULT_LIMITS.states}`);
	}
	return { kind: 'check', property, fairness, statesMax };
}

function promiseIn(pairs: Pairs, question: Question, fail: Fail): LinkPromise {
	const modelDigest = pairs.get('m');
	if (modelDigest === undefined)
		return fail('found no m, the digest of the model; the link may be cut short: copy all of it');
	if (!/^[0-9a-f]{8}$/.test(modelDigest)) {
		return fail(
			`m: found ${quoted(modelDigest)}, expected 8 hexadecimal digits; the link may be cut short: copy all of it`,
		);
	}
	const text = pairs.get('d');
	if (text === undefined) return { modelDigest, answer: null };
	if (question.kind === 'run') {
		const isDigest = text.length === ANSWER_DIGITS && /^[0-9a-f]+$/.test(text);
		return isDigest
			? { modelDigest, answer: text }
			: fail(
					`d: found ${quoted(text)}, expected the first ${ANSWER_DIGITS} digits of a run's digest; copy all of the link`,
				);
	}
	const verdict = (Object.keys(verdictLetters) as Verdict[]).find((each) => text === verdictLetters[each]);
	if (verdict !== undefined) return { modelDigest, answer: verdict };
	return fail(
		`d: found ${quoted(text)}, expected one of ${Object.values(verdictLetters).join(', ')}; copy all of the link`,
	);
}
