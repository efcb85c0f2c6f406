import type { Recipe } from '../../experiment/recipe.ts';
import { propertyOf } from './property-of.ts';
import { searchInWorker } from './search-in-worker.ts';
import { type Told, toldOf, toldOfStopped } from './told.ts';
import type { VerdictData } from './verdict-data.ts';
import { progressWords } from './verdict-words.ts';
import type { Wish } from './wish.ts';

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
export async function searchTold(page: VerdictData, wish: Wish, { signal, onProgress }: Options): Promise<Told> {
	const { experiment, of, statesMax } = page;
	const { fairness } = wish;
	const asked = { changes: changesIn(page, wish), fairness, statesMax };
	const end = await searchInWorker(
		{ experiment, changes: asked.changes, fairness, statesMax },
		{ signal, onProgress: (progress) => onProgress(progressWords(progress)) },
	);
	if (end.ended === 'stopped') return toldOfStopped(end.progress, asked);
	return toldOf(end.result, propertyOf(end.result, of), asked);
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
