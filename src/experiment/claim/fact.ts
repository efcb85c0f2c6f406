import { didYouMean } from '../../engine/c/suggest.ts';
import type { Fairness } from '../../engine/check/model.ts';
import type { CheckResult, PropertyResult } from '../check.ts';
import { estimateAt } from '../estimate-at.ts';
import type { Recipe } from '../recipe.ts';
import type { RunResult } from '../run.ts';

/** Where answers come from; whoever asks often keeps those that he has. */
export interface Engine {
	readonly check: (recipe: Recipe, fairness: Fairness) => CheckResult;
	readonly run: (recipe: Recipe) => RunResult;
}

/** What a path leads to. */
export interface Fact {
	readonly value: string | number | null;
	/** Half the width of the 95 % interval over the seeds; null for what is exact, and for one seed. */
	readonly plusOrMinus: number | null;
}

/** What a path may ask of a property besides its verdict. */
const details: Readonly<Record<string, (property: PropertyResult) => string | number | null>> = {
	verdict: ({ verdict, vacuous }) => (vacuous ? 'vacuous' : verdict),
	weakest: ({ weakestAssumption }) => weakestAssumption,
	thread: ({ thread }) => thread,
	stem: ({ stem }) => stem.length,
	loop: ({ loop }) => loop.length,
	// Threads that are blocked all through the loop, or done: they take no step in it.
	restingInLoop: ({ loop, fairness }) => {
		const running = new Set(loop.map(({ thread }) => thread));
		return Object.keys(fairness).filter((thread) => !running.has(thread)).length;
	},
};

/** Whether a path is about a run; all others are about a search. */
export function isOfRun(path: string): boolean {
	return path.startsWith('actors.');
}

/**
 * Returns what a path of a search's result leads to: 'expectedRetries', 'states', a property's name for its verdict
 * ('vacuous' if nobody is there whom it is about), or one of its details, as in 'victim-completes.weakest'.
 *
 * @throws {Error} that lists what there is
 */
export function factOfCheck(result: CheckResult, path: string): Fact {
	if (path === 'expectedRetries' || path === 'states') return { value: result[path], plusOrMinus: null };
	const [name = '', detail = 'verdict'] = path.split('.');
	const property = result.properties.find((each) => each.name === name);
	const read = Object.hasOwn(details, detail) ? details[detail] : undefined;
	if (property !== undefined && read !== undefined) return { value: read(property), plusOrMinus: null };
	if (property !== undefined) {
		throw new Error(`'${name}' has no '${detail}'; it has ${Object.keys(details).join(', ')}`);
	}
	const names = [...result.properties.map((each) => each.name), 'expectedRetries', 'states'];
	throw new Error(`a search has no '${name}'; ${didYouMean(name, names, `it has ${names.join(', ')}, or actors.…`)}`);
}

/** Returns what a path of a run's result leads to. Throws as `estimateAt` does. */
export function factOfRun(result: RunResult, path: string): Fact {
	const { value, plusOrMinus } = estimateAt(result, path);
	return { value, plusOrMinus };
}
