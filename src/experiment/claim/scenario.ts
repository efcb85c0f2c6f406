import { didYouMean } from '../../engine/c/suggest.ts';
import type { Fairness } from '../../engine/check/model.ts';
import type { Content } from '../content.ts';
import type { KeyName } from '../keys.ts';
import { type Experiment, namedExperiments } from '../named-experiments.ts';
import { emptyRecipe, type Recipe, valueFromText } from '../recipe.ts';
import { problemLines, validateRecipe } from '../validate-recipe.ts';

/** What a condition's scenario comes to. */
export interface Scenario {
	/** Null for one told from scratch. */
	readonly experiment: Experiment | null;
	readonly recipe: Recipe;
	/** What a search takes for granted of the scheduler. */
	readonly fairness: Fairness;
}

const fairnesses: readonly Fairness[] = ['none', 'weak', 'strong'];

/**
 * Reads a scenario as the command line does: an experiment's name, if any, and options with their values.
 *
 * @throws {Error} that says what was found and what there is
 */
export function scenarioOf(text: string, content: Content): Scenario {
	const words = text.split(' ');
	const name = words[0]?.startsWith('--') ? undefined : words.shift();
	const experiment = name === undefined ? null : experimentNamed(name, content);
	const base = experiment?.recipe ?? emptyRecipe;
	const { fairness = 'weak', ...values } = optionsOf(words);
	const found = fairnesses.find((each) => each === fairness);
	if (found === undefined) throw new Error(`--fairness: found '${fairness}', expected ${fairnesses.join(', ')}`);
	const input = Object.entries(values).map(([key, value]) => [key, valueFromText(key as KeyName, value)]);
	const { recipe, problems } = validateRecipe(Object.fromEntries(input), content, base);
	if (problems !== null) throw new Error(problemLines(problems, '--').join('; '));
	return { experiment, recipe, fairness: found };
}

function experimentNamed(name: string, content: Content): Experiment {
	const experiments = namedExperiments(content);
	const found = experiments.find((experiment) => experiment.name === name);
	if (found !== undefined) return found;
	const names = experiments.map((experiment) => experiment.name);
	throw new Error(`no experiment '${name}'; ${didYouMean(name, names, `there are ${names.join(', ')}`)}`);
}

function optionsOf(words: readonly string[]): Record<string, string> {
	const options: Record<string, string> = {};
	for (let at = 0; at < words.length; at += 2) {
		const [option = '', value] = words.slice(at, at + 2);
		if (!option.startsWith('--') || value === undefined) {
			throw new Error(`found '${option}', expected an option and its value, as in '--policy rfc'`);
		}
		options[option.slice(2)] = value;
	}
	return options;
}
