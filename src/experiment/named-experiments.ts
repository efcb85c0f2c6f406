import { showValue } from './check-value.ts';
import type { Content } from './content.ts';
import type { Recipe } from './recipe.ts';
import { readTurn, type Turn } from './turn.ts';
import { problemLines, validateRecipe } from './validate-recipe.ts';

/** An experiment that chapters, tests and command line call by its name. */
export interface Experiment {
	readonly name: string;
	readonly title: string;
	/** What it shows, in a sentence or two. */
	readonly description: string;
	readonly recipe: Recipe;
	/** What its readers can turn. */
	readonly turn: Turn;
}

/** An experiment's file that is not as it should be; the message names it and says what is wrong. */
export class ExperimentError extends Error {
	constructor(fileName: string, what: string) {
		super(`content/experiments/${fileName}.json: ${what}`);
		this.name = 'ExperimentError';
	}
}

/** Read once for each content: every link asks for them. */
const known = new WeakMap<Content, readonly Experiment[]>();

/** All experiments of the content, sorted by name. Throws ExperimentError. */
export function namedExperiments(content: Content): readonly Experiment[] {
	const found = known.get(content);
	if (found !== undefined) return found;
	const read = Object.keys(content.experiments)
		.sort()
		.map((name) => readExperiment(name, content));
	known.set(content, read);
	return read;
}

function readExperiment(fileName: string, content: Content): Experiment {
	const fail = (what: string): never => {
		throw new ExperimentError(fileName, what);
	};
	const { name, title, description, turn, ...keys } = parse(content.experiments[fileName] ?? '', fail);
	if (name !== fileName) return fail(`found name ${showValue(name)}, expected the file's own, "${fileName}"`);
	if (typeof title !== 'string' || typeof description !== 'string') {
		return fail('expected a title and a description, each a text');
	}
	const { recipe, problems } = validateRecipe(keys, content);
	if (problems !== null) return fail(problemLines(problems).join('\n'));
	try {
		return { name: fileName, title, description, recipe, turn: readTurn(turn, recipe, content) };
	} catch (error) {
		return fail((error as Error).message);
	}
}

function parse(text: string, fail: (what: string) => never): Record<string, unknown> {
	try {
		return Object(JSON.parse(text));
	} catch (error) {
		return fail(`not JSON: ${(error as Error).message}`);
	}
}
