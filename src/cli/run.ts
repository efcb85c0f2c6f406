import { didYouMean } from '../engine/c/suggest.ts';
import type { Content } from '../experiment/content.ts';
import { type KeyName, keys } from '../experiment/keys.ts';
import { type Experiment, namedExperiments } from '../experiment/named-experiments.ts';
import { differences, emptyRecipe, optionsText, type Recipe, valueFromText } from '../experiment/recipe.ts';
import { run } from '../experiment/run.ts';
import { problemLines, validateRecipe } from '../experiment/validate-recipe.ts';
import { readContent } from './content.ts';
import { helpText } from './help.ts';
import { type Arguments, readArguments } from './read-arguments.ts';
import { report } from './report.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/**
 * `bin/polite run`: runs an experiment by name, or the empty scenario, as the options change it.
 *
 * @throws UsageError, ExperimentError, EraError, CompileError, ModelError
 */
export function runCommand(args: readonly string[], { out }: Streams): void {
	const valueOptions = keys.map(({ name }) => name);
	const given = readArguments(args, { command: 'run', valueOptions, flags: ['json', 'help'], wordsMax: 1 });
	if (given.flags.has('help')) {
		out(helpText('run'));
		return;
	}
	const content = readContent();
	const [name] = given.words;
	const experiment = name === undefined ? null : find(name, content);
	const base = experiment?.recipe ?? emptyRecipe;
	const recipe = readRecipe(given, content, base);
	const result = run(recipe, content, experiment);
	if (given.flags.has('json')) out(`${JSON.stringify(result, null, '\t')}\n`);
	else out(report(result, commandOf(recipe, base, name)));
}

function find(name: string, content: Content): Experiment {
	const experiments = namedExperiments(content);
	const found = experiments.find((experiment) => experiment.name === name);
	if (found !== undefined) return found;
	const names = experiments.map((experiment) => experiment.name);
	throw new UsageError(`no experiment '${name}'; ${didYouMean(name, names, 'see bin/polite list')}`);
}

function readRecipe({ values }: Arguments, content: Content, base: Recipe): Recipe {
	const input = [...values].map(([key, text]) => [key, valueFromText(key as KeyName, text)]);
	const { recipe, problems } = validateRecipe(Object.fromEntries(input), content, base);
	if (recipe === null) throw new UsageError(problemLines(problems, '--').join('\n'));
	return recipe;
}

/** The command that gives this result again. */
function commandOf(recipe: Recipe, base: Recipe, name = ''): string {
	return ['bin/polite run', name, optionsText(differences(recipe, base))].filter((part) => part !== '').join(' ');
}
