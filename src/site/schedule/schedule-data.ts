import type { Experiment } from '../../experiment/named-experiments.ts';
import { prepareCheck } from '../../experiment/prepare-check.ts';
import { Game } from '../../experiment/schedule/game.ts';
import type { Turn } from '../../experiment/turn.ts';
import { siteContent } from '../content.ts';
import { type ByChoice, byChoice, chosen } from '../passage/by-choice.ts';
import { checkOf, propertyOf } from '../verdict/checks.ts';
import { type Told, toldOf } from '../verdict/told.ts';
import { type ScheduleView, viewOf } from './view.ts';

/** All that the game shows before its engine is loaded. */
export interface ScheduleData {
	readonly turn: Turn;
	readonly start: ByChoice<ScheduleView>;
	/** What the search of all orders says of the victim, before anybody plays. */
	readonly searched: ByChoice<Told>;
}

/** Puts the data together. Throws as `Game` and `check` do. */
export function scheduleData({ recipe, turn }: Pick<Experiment, 'recipe' | 'turn'>): ScheduleData {
	const searched = byChoice(turn, (choice) => {
		const changes = { [turn.key]: choice };
		const result = checkOf({ ...recipe, ...changes });
		return toldOf(result, propertyOf(result, 'victim-completes'), { changes, fairness: result.fairness });
	});
	return {
		turn,
		searched,
		start: byChoice(turn, (choice) => {
			const game = new Game(prepareCheck({ ...recipe, [turn.key]: choice }, siteContent));
			return viewOf(game, game.start, chosen(searched, choice).verdict);
		}),
	};
}
