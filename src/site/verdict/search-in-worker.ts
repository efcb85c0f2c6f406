import { type WatchedWorker, watchedWorker } from '../worker/watched-worker.ts';
import type { SearchEnd, SearchOrder, SearchProgress, SearchReport, SearchRequest } from './search-request.ts';

/** Why a search came to no end: see `SearchError`. */
type SearchFailure = 'refused' | 'memory' | 'lost' | 'superseded';

/**
 * A search that came to no end.
 * - `refused`: the recipe, or its C, is not in order.
 * - `memory`: there was not enough.
 * - `lost`: the worker could not be loaded, or is gone.
 * - `superseded`: another search was begun.
 */
class SearchError extends Error {
	readonly why: SearchFailure;

	constructor(why: SearchFailure, message: string) {
		super(message);
		this.name = 'SearchError';
		this.why = why;
	}
}

interface SearchOptions {
	/** Is told a few times a second how far the search is. */
	readonly onProgress?: (progress: SearchProgress) => void;
	/** Stops the search, which then ends as `stopped`. */
	readonly signal?: AbortSignal;
	/** Makes the worker, one with a `searchServer`; unless told, one that knows the site's experiments by name. */
	readonly newWorker?: () => Worker;
}

/** A worker that has not ended so long after it was told to, in ms, is judging and hears nothing: it is made an end of. */
const STOP_MS = 500;

/** Kept from one search to the next. */
let searcher: WatchedWorker<SearchOrder> | null = null;

/** Hears what it reports of the search under way. */
let hear: (report: SearchReport) => void = () => {};

/** Ends the search under way, if there is one, without a result. */
let breakOff: (error: SearchError) => void = () => {};

/**
 * Searches in a worker; all searches of a page share one, and a new one supersedes the one before it.
 *
 * @throws {SearchError} as a rejection, if it comes to no end
 */
export function searchInWorker(
	request: SearchRequest,
	{ onProgress, signal, newWorker = siteWorker }: SearchOptions = {},
): Promise<SearchEnd> {
	breakOff(new SearchError('superseded', 'Another search took its place; search again to have this one.'));
	const { promise, resolve, reject } = Promise.withResolvers<SearchEnd>();
	searcher ??= watchedWorker<SearchOrder, SearchReport>(newWorker(), { hear: (report) => hear(report), lose });
	const { send } = searcher;
	let progress: SearchProgress = { phase: 'explores', states: 1, frontier: 1, transitions: 0, bytes: 0 };
	let patience: ReturnType<typeof setTimeout> | undefined;

	const stop = () => {
		send({ order: 'stop' });
		patience = setTimeout(() => {
			dismiss();
			end(() => resolve({ ended: 'stopped', progress }));
		}, STOP_MS);
	};
	const end = (settle: () => void) => {
		clearTimeout(patience);
		signal?.removeEventListener('abort', stop);
		breakOff = () => {};
		settle();
	};
	breakOff = (error) => {
		// What has gone wrong may go wrong again in the same worker.
		dismiss();
		end(() => reject(error));
	};
	hear = (report) => {
		switch (report.report) {
			case 'progress':
				progress = report.progress;
				onProgress?.(progress);
				break;
			case 'end':
				end(() => resolve(report.end));
				break;
			case 'failed':
				breakOff(report.why === 'memory' ? outOfMemory(progress) : new SearchError('refused', report.message));
				break;
		}
	};
	send({ order: 'search', request });
	if (signal?.aborted) stop();
	else signal?.addEventListener('abort', stop);
	return promise;
}

function siteWorker(): Worker {
	return new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
}

function lose(message: string): void {
	// Between two searches there is none to break off.
	dismiss();
	breakOff(new SearchError('lost', `The search broke off. ${message}`));
}

/** Makes an end of the worker; the next search gets a new one. */
function dismiss(): void {
	searcher?.end();
	searcher = null;
}

function outOfMemory({ states }: SearchProgress): SearchError {
	const found = states.toLocaleString('en-US');
	return new SearchError('memory', `The browser has no more memory after ${found} states; ask for fewer threads.`);
}
