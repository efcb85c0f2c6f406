import type { CheckResult } from '../../experiment/check.ts';

import { promiseOf } from '../../experiment/link/promise-of.ts';
import { askFor, propertyNames } from '../../experiment/link/question.ts';
import { writeLink } from '../../experiment/link/write-link.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import { propertyOf } from './property-of.ts';
import { searchInWorker } from './search-in-worker.ts';
import { type Told, toldOf, toldOfStopped } from './told.ts';
import type { VerdictData } from './verdict-data.ts';
import { progressWords } from './verdict-words.ts';
import type { Wish } from './wish.ts';

/** What became of a reader's own search. */
export interface OwnTold extends Told {
	/** To it, relative to the site's base; null if it was stopped, since nobody can stop at the same state. */
	readonly link: string | null;
}

interface Options {
	readonly signal: AbortSignal;
	/** Is told a few times a second, in words, how far the search is. */
	readonly onProgress: (words: string) => void;
}

/**
 * Searches what the reader wishes, and tells what becomes of the page's property.
 *
 * @throws {SearchError} as a rejection, if the search comes to no end
 */
export async function searchTold(page: VerdictData, wish: Wish, { signal, onProgress }: Options): Promise<OwnTold> {
	const { experiment, of, statesMax } = page;
	const { fairness } = wish;
	const asked = { changes: changesIn(page, wish), fairness, statesMax };
	const end = await searchInWorker(
		{ experiment, changes: asked.changes, fairness, statesMax },
		{ signal, onProgress: (progress) => onProgress(progressWords(progress)) },
	);
	if (end.ended === 'stopped') return { ...toldOfStopped(end.progress, asked), link: null };
	return { ...toldOf(end.result, propertyOf(end.result, of), asked), link: linkTo(page, asked.changes, end.result) };
}

function linkTo({ experiment, of, rules, statesMax }: VerdictData, changes: Partial<Recipe>, result: CheckResult) {
	const property = propertyNames.find((name) => name === of);
	const usual = property && askFor(property);
	if (usual?.kind !== 'check') return null;
	const question = { ...usual, fairness: result.fairness, ...(!result.complete && { statesMax }) };
	const isOwn = ([name, value]: [string, unknown]) =>
		rules.some(({ key, value: own }) => key === name && value === own);
	const told = Object.entries(changes).filter((pair) => !isOwn(pair));
	return writeLink({
		experiment,
		changes: told.map(([name, value]) => [name, String(value)]),
		question,
		promise: promiseOf(question, result),
	});
}

/** What differs from the experiment; the rule that the author chose is told in any case. */
function changesIn({ rules, threads, turned }: VerdictData, wish: Wish): Partial<Recipe> {
	const rulesTurned = rules
		.filter(({ key, value }) => key === turned || wish.rules[key] !== value)
		.map(({ key, value }) => [key, wish.rules[key] ?? value]);
	const threadsTurned = threads
		.filter(({ key, value }) => wish.threads[key] !== value)
		.map(({ key, value }) => [key, wish.threads[key] ?? value]);
	return Object.fromEntries([...rulesTurned, ...threadsTurned]);
}
