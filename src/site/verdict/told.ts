import type { Fairness } from '../../engine/check/model.ts';
import type { CheckResult, PropertyResult } from '../../experiment/check.ts';
import { optionsText, type Recipe } from '../../experiment/recipe.ts';
import { schedulerWords } from '../../experiment/scheduler-words.ts';
import { threadsOf } from '../../experiment/threads.ts';
import type { TraceStep } from '../../experiment/trace.ts';
import type { SearchProgress } from './search-request.ts';
import {
	changesText,
	endingWords,
	exploredSentence,
	fairnessSentence,
	retriesSentence,
	stoppedSentence,
	verdictSentence,
} from './verdict-words.ts';

/** Whose step, what it did, and where it stands in the C. */
export type ToldStep = readonly [thread: number, words: string, file: string, line: number];

/** A verdict as it is shown, light enough to travel in a page. */
export interface Told {
	readonly verdict: PropertyResult['verdict'];
	readonly sentence: string;
	/** What it rests on, in a sentence or two. */
	readonly explored: string;
	/** Threads by their numbers in the steps. */
	readonly threads: readonly string[];
	/** The number of the thread that never gets where it wants, or null. */
	readonly starved: number | null;
	readonly stem: readonly ToldStep[];
	readonly loop: readonly ToldStep[];
	/** What comes after the last step. */
	readonly ending: string | null;
	/** Why the loop is fair, as a sentence, or empty. */
	readonly fairness: string;
	/** What was searched, in words. */
	readonly about: string;
	/** Of the whole search, as the command line prints it; null if not all states are known. */
	readonly digest: string | null;
	/** The options of `bin/polite check` that ask the same. */
	readonly options: readonly string[];
}

/** What was asked. */
export interface Asked {
	/** What differs from the named experiment; at least what the reader should be told again. */
	readonly changes: Partial<Recipe>;
	readonly fairness: Fairness;
	/** If it was not that of the command line. */
	readonly statesMax?: number;
}

/** Tells what became of one property. */
export function toldOf(result: CheckResult, property: PropertyResult, asked: Asked): Told {
	const threads = threadsOf(result.recipe).map(({ name }) => name);
	const told = ({ thread, words, file, lines }: TraceStep): ToldStep => [
		threads.indexOf(thread),
		words,
		file,
		lines[0] ?? 0,
	];
	const { verdict, stem, loop } = property;
	return {
		...askedFor(asked, result.complete),
		verdict,
		sentence: verdictSentence(property),
		explored: `${exploredSentence(result)} ${retriesSentence(result)}`.trim(),
		threads,
		starved: property.thread === null || verdict !== 'VIOLATED' ? null : threads.indexOf(property.thread),
		stem: stem.map(told),
		loop: loop.map(told),
		ending: endingWords(property),
		fairness: fairnessSentence(property, result.fairness),
		digest: result.digest,
	};
}

/** Tells of a search that was stopped: it judged nothing. */
export function toldOfStopped(progress: SearchProgress, asked: Asked): Told {
	return {
		...askedFor(asked, true),
		verdict: 'UNKNOWN',
		sentence: 'The search was stopped before it came to an answer',
		explored: stoppedSentence(progress),
		threads: [],
		starved: null,
		stem: [],
		loop: [],
		ending: null,
		fairness: '',
		digest: null,
	};
}

/** A limit is an option only where it mattered. */
function askedFor({ changes, fairness, statesMax }: Asked, isWhole: boolean): Pick<Told, 'about' | 'options'> {
	const options = Object.entries(changes).map(([name, value]) => optionsText({ [name]: value }));
	if (fairness !== 'weak') options.push(`--fairness ${fairness}`);
	if (!isWhole && statesMax !== undefined) options.push(`--max-states ${statesMax}`);
	return { about: `${changesText(changes)}; ${schedulerWords[fairness]}`, options };
}
