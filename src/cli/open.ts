import { commandOf } from '../experiment/citation/command-of.ts';
import { decodeLink } from '../experiment/link/decode-link.ts';
import type { Link } from '../experiment/link/link.ts';
import { runnableModel } from '../experiment/model.ts';
import { differences, emptyRecipe, type Recipe } from '../experiment/recipe.ts';
import { readContent } from './content.ts';
import { DONE } from './exit-codes.ts';
import { helpText } from './help.ts';
import { readArguments } from './read-arguments.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';
import { wrap } from './wrap.ts';

/**
 * `bin/polite open`: tells what a link holds, and runs nothing.
 *
 * @returns the exit code
 * @throws UsageError, LinkError, ExperimentError, EraError, CompileError, ModelError
 */
export async function openCommand(args: readonly string[], { out }: Streams): Promise<number> {
	const { words, flags } = readArguments(args, { command: 'open', valueOptions: [], flags: ['help'], wordsMax: 1 });
	if (flags.has('help')) {
		out(helpText('open'));
		return DONE;
	}
	const [text] = words;
	if (text === undefined) throw new UsageError("no link given, as in 'x/NAME/#v=1&m=…'; put it in quotes");
	const content = readContent();
	const link = await decodeLink(text, content);
	out(`${linesOf(link, runnableModel(content, link.recipe).digest).join('\n')}\n`);
	return DONE;
}

function linesOf(link: Link, modelDigest: string): string[] {
	const { experiment, recipe, base, question, promise } = link;
	const model =
		promise.modelDigest === modelDigest
			? `model ${modelDigest}, as here`
			: `model ${promise.modelDigest}; here it is ${modelDigest}`;
	return [
		...(experiment === null ? [] : wrap(`${experiment.name}: ${experiment.title}`, '')),
		...changeLines(experiment === null ? 'recipe' : 'changed', differences(recipe, experiment?.recipe ?? emptyRecipe)),
		...(base === null ? [] : changeLines('compared with', differences(base, recipe))),
		question.kind === 'run' ? 'asks for a run' : `asks whether ${question.property} holds`,
		`promises ${promise.answer ?? 'no answer'} by ${model}`,
		...(recipe.patch === '' ? [] : ['its change to the C:', ...recipe.patch.trimEnd().split('\n')]),
		'',
		'To run it:',
		...wrap(commandOf(link, 'FILE'), '  '),
	];
}

/** A patch is told by its own lines. */
function changeLines(words: string, changes: Partial<Recipe>): string[] {
	const told = Object.entries(changes).map(([name, value]) => {
		if (name !== 'patch') return `${name} ${value}`;
		return value === '' ? 'no patch' : 'patch (below)';
	});
	return told.length === 0 ? [] : wrap(`${words}: ${told.join(', ')}`, '');
}
