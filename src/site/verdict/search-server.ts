import { Search } from '../../experiment/check.ts';
import type { Content } from '../../experiment/content.ts';
import type { Experiment } from '../../experiment/named-experiments.ts';
import { emptyRecipe } from '../../experiment/recipe.ts';
import { problemLines, validateRecipe } from '../../experiment/validate-recipe.ts';
import type { SearchOrder, SearchProgress, SearchReport, SearchRequest } from './search-request.ts';

/** Searched in one go, in ms; in between orders are heard. */
const SLICE_MS = 40;

/** From one report of progress to the next, in ms: often enough to be seen to go on. */
const REPORT_MS = 200;

/** What a worker searches in. */
export interface SearchGround {
	readonly content: Content;
	readonly experimentNamed: (name: string) => Experiment;
}

/**
 * Returns what hears a worker's orders to search, one search at a time: the page gives no second one before the first
 * has ended.
 *
 * @param ground what it searches in, which may still be on its way
 */
export function searchServer(ground: Promise<SearchGround>): (order: SearchOrder) => void {
	let isStopped = false;
	return (order) => {
		isStopped = order.order === 'stop';
		if (order.order !== 'search') return;
		void answer(order.request, ground, () => isStopped);
	};
}

async function answer(request: SearchRequest, ground: Promise<SearchGround>, isStopped: () => boolean): Promise<void> {
	try {
		await searched(begun(request, await ground), isStopped);
	} catch (error) {
		// Arrays that cannot be had are told as RangeError.
		const why = error instanceof RangeError ? 'memory' : 'refused';
		tell({ report: 'failed', why, message: (error as Error).message });
	}
}

async function searched(search: Search, isStopped: () => boolean): Promise<void> {
	let reported_ms = 0;
	while (!advance(search)) {
		const now_ms = performance.now();
		if (now_ms - reported_ms >= REPORT_MS) {
			reported_ms = now_ms;
			tell({ report: 'progress', progress: progressOf(search, 'explores') });
		}
		await heard();
		if (isStopped())
			return tell({ report: 'end', end: { ended: 'stopped', progress: progressOf(search, 'explores') } });
	}
	tell({ report: 'progress', progress: progressOf(search, 'judges') });
	const result = search.result();
	tell({ report: 'end', end: { ended: result.complete ? 'complete' : 'limit', result } });
}

function begun({ experiment: name, changes, fairness, statesMax }: SearchRequest, ground: SearchGround): Search {
	const { content, experimentNamed } = ground;
	const experiment = name === null ? null : experimentNamed(name);
	const { recipe, problems } = validateRecipe(changes, content, experiment?.recipe ?? emptyRecipe);
	if (problems !== null) throw new Error(problemLines(problems).join('; '));
	return new Search(recipe, content, {
		fairness,
		limits: { states: statesMax },
		...(experiment && { experiment }),
	});
}

/** One slice; returns whether the search is over. */
function advance(search: Search): boolean {
	const end_ms = performance.now() + SLICE_MS;
	let isOver = false;
	while (!isOver && performance.now() < end_ms) isOver = search.advance();
	return isOver;
}

function progressOf(search: Search, phase: SearchProgress['phase']): SearchProgress {
	return { phase, ...search.progress, bytes: search.bytes };
}

/** Lets orders in that have come meanwhile. */
function heard(): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve);
	});
}

function tell(report: SearchReport): void {
	self.postMessage(report);
}
