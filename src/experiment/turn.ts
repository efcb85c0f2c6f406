import { showValue } from './check-value.ts';
import type { ModelContent } from './content.ts';
import { type ChoiceKey, type EraKey, keyByName } from './keys.ts';
import type { Recipe } from './recipe.ts';
import { problemLines, validateRecipe } from './validate-recipe.ts';

/** What the reader of an experiment can turn: one of its rules, from choice to choice. */
export interface Turn {
	readonly key: EraKey | ChoiceKey;
	/** Two at least, in the order in which they are told; the recipe's own is among them. */
	readonly choices: readonly string[];
}

/** The retry rules that the argument was about, in the order of time. */
const policies: Turn = { key: 'policy', choices: ['v4.20', 'rfc', 'v5.7'] };

/**
 * Reads what an experiment's file says of it, as in `{ "page-lock": ["fifo", "v4.20"] }`; the retry rule of 2019 if it
 * says nothing.
 *
 * @throws {Error} that says what was found and what was expected
 */
export function readTurn(said: unknown, recipe: Recipe, content: ModelContent): Turn {
	const turn = said === undefined ? policies : turnOf(said);
	const twice = turn.choices.find((choice, index) => turn.choices.indexOf(choice) !== index);
	if (twice !== undefined) throw new Error(`turn: found '${twice}' twice; leave one of them out`);
	for (const choice of turn.choices) {
		const { problems } = validateRecipe({ [turn.key]: choice }, content, recipe);
		if (problems !== null) throw new Error(`turn: ${problemLines(problems).join('; ')}`);
	}
	if (turn.choices.includes(recipe[turn.key])) return turn;
	throw new Error(`turn: the recipe's own ${turn.key}, '${recipe[turn.key]}', is not among ${turn.choices.join(', ')}`);
}

function turnOf(said: unknown): Turn {
	const [[key, choices] = ['', null], ...more] = Object.entries(Object(said));
	const kind = keyByName.get(key)?.kind;
	const isRule = kind === 'era' || kind === 'choice';
	if (isRule && more.length === 0 && Array.isArray(choices) && choices.length > 1) {
		return { key: key as Turn['key'], choices: choices.map(String) };
	}
	throw new Error(
		`turn: found ${showValue(said)}, expected one rule with its choices, as in { "page-lock": ["fifo", "v4.20"] }`,
	);
}
