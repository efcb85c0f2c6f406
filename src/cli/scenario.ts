import { existsSync, readFileSync } from 'node:fs';
import { didYouMean } from '../engine/c/suggest.ts';
import type { Content } from '../experiment/content.ts';
import { eraFiles, erasText } from '../experiment/eras.ts';
import type { KeyName } from '../experiment/keys.ts';
import { type Experiment, namedExperiments } from '../experiment/named-experiments.ts';
import { type Landing, landPatch } from '../experiment/patch/land-patch.ts';
import { PatchError } from '../experiment/patch/patch-error.ts';
import { differences, emptyRecipe, optionsText, type Recipe, valueFromText } from '../experiment/recipe.ts';
import { problemLines, validateRecipe } from '../experiment/validate-recipe.ts';
import type { Arguments } from './read-arguments.ts';
import { UsageError } from './usage-error.ts';

/** What a command is to be done with. */
export interface Scenario {
	readonly recipe: Recipe;
	/** The experiment that it comes from, or null. */
	readonly experiment: Experiment | null;
	/** What became of the patch that an option names; null without one. */
	readonly landing: Landing | null;
	/** Name and options as they are typed to get it again. */
	readonly words: string;
}

/**
 * The recipe of an experiment's name, or of a file that ends in .json, or the empty one, as the options change it.
 * The option 'patch' names a file, or is '-' for standard input; all others say what a recipe does.
 *
 * @throws UsageError, ExperimentError
 */
export function readScenario({ words: [name], values }: Arguments, content: Content): Scenario {
	const isFile = name?.endsWith('.json') === true;
	const experiment = name === undefined || isFile ? null : find(name, content);
	const base = isFile ? readFile(name, content) : (experiment?.recipe ?? emptyRecipe);
	const patchFile = values.get('patch');
	const input = [...values].map(([key, text]) => [key, key === 'patch' ? '' : valueFromText(key as KeyName, text)]);
	const { recipe: unpatched, problems } = validateRecipe(Object.fromEntries(input), content, base);
	if (unpatched === null) throw new UsageError(problemLines(problems, '--').join('\n'));
	const landing = patchFile === undefined ? null : landFile(patchFile, unpatched, content);
	const recipe = landing === null ? unpatched : { ...unpatched, patch: landing.patch };
	const words = [name ?? '', optionsText(differences(recipe, base), patchFile)].filter((part) => part !== '').join(' ');
	return { recipe, experiment, landing, words };
}

function landFile(file: string, recipe: Recipe, content: Content): Landing {
	if (file !== '-' && !existsSync(file)) {
		throw new UsageError(`--patch: no file '${file}'; name one that is there, or '-' for standard input`);
	}
	try {
		// Node reads standard input by its number.
		const text = readFileSync(file === '-' ? 0 : file, 'utf8');
		return landPatch(text, eraFiles(content, recipe), erasText(recipe));
	} catch (error) {
		if (error instanceof PatchError) throw new UsageError(`--patch ${file}: ${error.message}`);
		throw new UsageError(`--patch: cannot read '${file}': ${(error as Error).message}`);
	}
}

function find(name: string, content: Content): Experiment {
	const experiments = namedExperiments(content);
	const found = experiments.find((experiment) => experiment.name === name);
	if (found !== undefined) return found;
	const names = experiments.map((experiment) => experiment.name);
	throw new UsageError(`no experiment '${name}'; ${didYouMean(name, names, 'see bin/polite list')}`);
}

function readFile(file: string, content: Content): Recipe {
	if (!existsSync(file))
		throw new UsageError(`no file '${file}'; name one that is there, or an experiment without .json`);
	const { name: _name, title: _title, description: _description, ...keys } = parse(file);
	const { recipe, problems } = validateRecipe(keys, content);
	if (recipe === null) throw new UsageError(problemLines(problems, `${file}: `).join('\n'));
	return recipe;
}

function parse(file: string): Record<string, unknown> {
	try {
		return Object(JSON.parse(readFileSync(file, 'utf8')));
	} catch (error) {
		throw new UsageError(`${file}: not JSON: ${(error as Error).message}; see content/experiments for examples`);
	}
}
