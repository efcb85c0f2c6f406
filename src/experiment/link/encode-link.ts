import { DEFAULT_LIMITS } from '../../engine/check/exploration.ts';
import type { Verdict } from '../../engine/check/judge.ts';
import { keyByName } from '../keys.ts';
import { differences, emptyRecipe, type Recipe } from '../recipe.ts';
import { packText } from './packed-text.ts';
import { type LinkPromise, verdictLetters } from './promise-of.ts';
import { type Question, shortName } from './question.ts';
import { type Subject, usualBase } from './subject.ts';

/** The format that links are written in; each has a decoder of its own, for ever. */
const FORMAT = '1';

/** Before a key of what the recipe is compared with. */
const BASE_PREFIX = 'base.';

/**
 * The link to a subject, relative to the site's base: 'x/unlucky/#v=1&policy=rfc&of=victim&m=7788c65c&d=V'. It says
 * only what differs: from the experiment, or from a recipe with nobody in it; and of a base of one's own, from the recipe.
 */
export async function encodeLink(subject: Subject, { modelDigest, answer }: LinkPromise): Promise<string> {
	const { experiment, recipe, base, question } = subject;
	const usual = usualBase(subject);
	const chosen = base === null || (usual !== null && same(base, usual)) ? {} : differences(base, recipe);
	const pairs = [
		`v=${FORMAT}`,
		...(await pairsOf(differences(recipe, experiment?.recipe ?? emptyRecipe), '')),
		...(await pairsOf(chosen, BASE_PREFIX)),
		...questionPairs(question),
		`m=${modelDigest}`,
		...(answer === null ? [] : [`d=${verdictLetters[answer as Verdict] ?? answer}`]),
	];
	return `${experiment === null ? 'lab/' : `x/${experiment.name}/`}#${pairs.join('&')}`;
}

function same(one: Recipe, other: Recipe): boolean {
	return Object.keys(differences(one, other)).length === 0;
}

function pairsOf(changes: Partial<Recipe>, prefix: string): Promise<string[]> {
	return Promise.all(
		Object.entries(changes).map(async ([name, value]) => {
			const isPacked = keyByName.get(name)?.kind === 'diff' && value !== '';
			return `${prefix}${name}=${isPacked ? await packText(String(value)) : value}`;
		}),
	);
}

function questionPairs(question: Question): string[] {
	if (question.kind === 'run') return [];
	const { property, fairness, statesMax } = question;
	return [
		`of=${shortName(property)}`,
		...(fairness === 'weak' ? [] : [`fairness=${fairness}`]),
		...(statesMax === DEFAULT_LIMITS.states ? [] : [`max-states=${statesMax}`]),
	];
}
