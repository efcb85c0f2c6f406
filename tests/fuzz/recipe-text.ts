import { keys } from '../../src/experiment/keys.ts';
import { namedExperiments } from '../../src/experiment/named-experiments.ts';
import { problemLines, validateRecipe } from '../../src/experiment/validate-recipe.ts';
import { content } from './corpus.ts';
import type { Dice } from './dice.ts';
import { follow } from './follow.ts';
import { readHeaded } from './headed.ts';
import type { Kind } from './kind.ts';
import { mutate, repeated } from './mutate.ts';
import { nameOfError } from './named-errors.ts';
import { patchText } from './patch-text.ts';

/** What means something in a recipe. */
const words = [
	...['{', '}', '[', ']', '"', ':', ',', 'null', 'true', '{}', '[]', '\\u0000', '"__proto__": {"policy": "rfc"},'],
	...keys.map(({ name }) => `"${name}":`),
	...['"rfc"', '"v5.9"', '"fifo"', '"exponential:0"', '"uniform:1:0"', '"exponential:1e3"', '-0', '1.5', '1e3', '65'],
];
const texts = Object.values(content.experiments);

/** Characters of repeated words. */
const LONG = 400_000;

/** A recipe, as the text of a file under content/experiments/. */
export const recipeText: Kind = {
	name: 'recipe',
	make(dice) {
		if (dice.oneIn(200)) return repeated(dice, words, LONG);
		const text = dice.oneIn(3) ? dice.one(texts) : JSON.stringify(someObject(dice), null, '\t');
		return dice.oneIn(5) ? text : mutate(text, dice, texts, words);
	},
	attempt(text) {
		try {
			const [experiment] = namedExperiments({ ...content, experiments: { given: withName(text) } });
			return experiment === undefined ? 'none' : follow(experiment.recipe, content);
		} catch (error) {
			return `${nameOfError(error)}, ${validated(text)}`;
		}
	},
};

/** The recipe by itself: what a file says beside is an error of a file alone. */
function validated(text: string): string {
	const value = parsed(text);
	if (value === undefined) return 'not JSON';
	const { recipe, problems } = validateRecipe(value, content);
	if (problems === null) return follow(recipe, content);
	if (problemLines(problems).some((line) => line.trim() === '')) throw new Error('refused, and nothing said why');
	return 'refused';
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** A file must have its own name; that is not what is asked here. */
function withName(text: string): string {
	return text.replace(/"name": *"[\w.-]*"/, '"name": "given"');
}

/** Any keys with values of their kind, of another's, or none of any. */
function someObject(dice: Dice): Record<string, unknown> {
	const chosen = keys.filter(() => dice.oneIn(4));
	const recipe = Object.fromEntries(
		chosen.map(({ name }) => [name, dice.oneIn(15) ? someJson(dice) : someValue(name, dice)]),
	);
	return { name: 'given', title: 'Given', description: 'By somebody.', victims: 1, ...recipe };
}

function someValue(name: string, dice: Dice): unknown {
	const key = keys.find((each) => each.name === name);
	switch (key?.kind) {
		case 'era':
			return dice.one(Object.keys(content.eras)).replace(/^.*\//, '');
		case 'choice':
			return dice.one(key.choices);
		case 'whole':
			return key.group === 'threads' && !dice.oneIn(9)
				? dice.below(3)
				: Math.min(key.max, key.min + dice.size(2 ** 32));
		case 'diff':
			return dice.oneIn(4) ? readHeaded(patchText.make(dice)).text : '';
		default:
			return dice.one([
				0,
				1,
				dice.size(10 ** 10),
				`exponential:${dice.size(10 ** 6)}`,
				`uniform:0:${dice.size(10 ** 5)}`,
			]);
	}
}

function someJson(dice: Dice): unknown {
	return dice.one<unknown>([null, true, '', -1, 0.5, 1e300, [], {}, [[]], 'rfc', { toString: 1 }, '\ud800', 2 ** 53]);
}
