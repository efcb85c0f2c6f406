import type { Fairness } from '../../engine/check/model.ts';
import type { Content } from '../../experiment/content.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import { searchInWorker } from '../verdict/search-in-worker.ts';
import type { SearchEnd } from '../verdict/search-request.ts';
import { progressWords } from '../verdict/verdict-words.ts';
import { newLabWorker } from './job-in-worker.ts';

/** What is to be searched, and where the search ends. */
export interface SearchWish {
	readonly recipe: Recipe;
	readonly fairness: Fairness;
	readonly statesMax: number;
}

interface Options {
	readonly signal: AbortSignal;
	/** Is told a few times a second, in words, how far the search is. */
	readonly onProgress: (words: string) => void;
}

/** Searches a recipe in a worker of the laboratory. Throws as `searchInWorker` does. */
export function searchOnce(
	{ recipe, fairness, statesMax }: SearchWish,
	content: Content,
	{ signal, onProgress }: Options,
): Promise<SearchEnd> {
	return searchInWorker(
		{ experiment: null, changes: recipe, fairness, statesMax },
		{ signal, newWorker: () => newLabWorker(content), onProgress: (progress) => onProgress(progressWords(progress)) },
	);
}
