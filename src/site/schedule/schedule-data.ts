import type { Verdict } from '../../engine/check/judge.ts';
import type { Experiment } from '../../experiment/named-experiments.ts';
import { prepareCheck } from '../../experiment/prepare-check.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import { Game } from '../../experiment/schedule/game.ts';
import type { TraceStep } from '../../experiment/trace.ts';
import type { Turn } from '../../experiment/turn.ts';
import { siteContent } from '../content.ts';
import { type ByChoice, byChoice, chosen } from '../passage/by-choice.ts';
import { checkOf, propertyOf } from '../verdict/checks.ts';
import { exploredSentence, fairnessSentence, verdictSentence } from '../verdict/verdict-words.ts';
import { type ScheduleView, viewOf } from './view.ts';

/** A step of a way, as it is listed. */
export type WayRow = readonly [thread: string, words: string, place: string];

/** What the search of all orders says of the victim, before anybody plays. */
export interface Searched {
	readonly verdict: Verdict;
	/** Sentences. */
	readonly words: string;
	readonly stem: readonly WayRow[];
	readonly loop: readonly WayRow[];
}

/** All that the game shows before its engine is loaded. */
export interface ScheduleData {
	readonly turn: Turn;
	readonly start: ByChoice<ScheduleView>;
	readonly searched: ByChoice<Searched>;
}

/** Puts the data together. Throws as `Game` and `check` do. */
export function scheduleData({ recipe, turn }: Pick<Experiment, 'recipe' | 'turn'>): ScheduleData {
	const searched = byChoice(turn, (choice) => searchedOf({ ...recipe, [turn.key]: choice }));
	return {
		turn,
		searched,
		start: byChoice(turn, (choice) => {
			const game = new Game(prepareCheck({ ...recipe, [turn.key]: choice }, siteContent));
			return viewOf(game, game.start, chosen(searched, choice).verdict);
		}),
	};
}

function searchedOf(recipe: Recipe): Searched {
	const result = checkOf(recipe);
	const property = propertyOf(result, 'victim-completes');
	return {
		verdict: property.verdict,
		words:
			`${verdictSentence(property)}. ${exploredSentence(result)} ${fairnessSentence(property, result.fairness)}`.trim(),
		stem: property.stem.map(wayRow),
		loop: property.loop.map(wayRow),
	};
}

function wayRow({ thread, words, file, lines }: TraceStep): WayRow {
	return [thread, words, `${file}:${lines[0]}`];
}
