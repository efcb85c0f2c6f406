import type { Verdict } from '../../engine/check/judge.ts';
import { prepareCheck } from '../../experiment/prepare-check.ts';
import { Game, type Stand, turnsOf } from '../../experiment/schedule/game.ts';
import { siteContent } from '../content.ts';
import { experimentNamed } from '../passage/experiment.ts';
import { type ScheduleView, viewOf } from './view.ts';

/** One reader's game, with the engine behind it: loaded when it is first played. */
export class Session {
	readonly #game: Game;
	readonly #verdict: Verdict;
	#stand: Stand;

	/**
	 * @param choice of the rule that the experiment's reader can turn
	 * @param verdict what a search of all orders says of the victim
	 */
	constructor(experiment: string, choice: string, verdict: Verdict) {
		const { recipe, turn } = experimentNamed(experiment);
		this.#game = new Game(prepareCheck({ ...recipe, [turn.key]: choice }, siteContent));
		this.#verdict = verdict;
		this.#stand = this.#game.start;
	}

	get view(): ScheduleView {
		return viewOf(this.#game, this.#stand, this.#verdict);
	}

	/** The threads that ran, in order. */
	get history(): number[] {
		return turnsOf(this.#stand).map(({ thread }) => thread);
	}

	/** How often the victim was refused. */
	get rounds(): number {
		return this.#stand.rounds;
	}

	/** Lets a thread run; returns whether it could. */
	choose(thread: number): boolean {
		if (!this.#game.canRun(this.#stand, thread)) return false;
		this.#stand = this.#game.take(this.#stand, thread);
		return true;
	}

	/** One step back, if there is one. */
	back(): void {
		this.#stand = this.#stand.before ?? this.#stand;
	}

	reset(): void {
		this.#stand = this.#game.start;
	}
}
