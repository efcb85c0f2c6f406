import { type Experiment, namedExperiments } from '../experiment/named-experiments.ts';
import { differences, emptyRecipe, optionsText } from '../experiment/recipe.ts';
import { readContent } from './content.ts';
import { DONE } from './exit-codes.ts';
import { helpText } from './help.ts';
import { readArguments } from './read-arguments.ts';
import type { Streams } from './streams.ts';
import { wrap } from './wrap.ts';

/** `bin/polite list`: the named experiments. Throws UsageError, ExperimentError. */
export function listCommand(args: readonly string[], { out }: Streams): number {
	const { flags } = readArguments(args, { command: 'list', valueOptions: [], flags: ['json', 'help'], wordsMax: 0 });
	if (flags.has('help')) {
		out(helpText('list'));
		return DONE;
	}
	const experiments = namedExperiments(readContent());
	if (flags.has('json')) out(`${JSON.stringify(experiments.map(listed), null, '\t')}\n`);
	else out(`${experiments.map(paragraph).join('\n\n')}\n`);
	return DONE;
}

function listed({ name, title, description, recipe }: Experiment) {
	return { name, title, description, ...recipe };
}

function paragraph({ name, title, description, recipe }: Experiment): string {
	const options = optionsText(differences(recipe, emptyRecipe));
	return [`${name}: ${title}`, ...wrap(description, '  '), ...wrap(options, '    ')].join('\n');
}
