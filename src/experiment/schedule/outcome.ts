import type { Verdict } from '../../engine/check/judge.ts';
import { listed } from '../record-cast.ts';
import { canBeRefused } from './can-be-refused.ts';
import type { Game, Stand } from './game.ts';
import { whyNot } from './why-not.ts';

/** So many refusals, and the game is won. */
export const ROUNDS_WANTED = 10;

/**
 * What has become of the game.
 * - `open`: it goes on.
 * - `kept-out`: the victim was refused often enough.
 * - `certain`: no order of steps refuses it again.
 * - `served`, `sigbus`: its fault is over, with its page or without.
 * - `stuck`: nobody can run.
 */
type Outcome = 'open' | 'kept-out' | 'certain' | 'served' | 'sigbus' | 'stuck';

/** Says what has become of the game. */
export function outcomeOf(game: Game, stand: Stand): Outcome {
	const { sigbusEnd, threads } = game.prepared;
	if (game.isOver(stand)) return stand.cells[game.victim] === sigbusEnd ? 'sigbus' : 'served';
	if (stand.rounds >= ROUNDS_WANTED) return 'kept-out';
	if (!threads.some((_, thread) => game.canRun(stand, thread))) return 'stuck';
	return canBeRefused(game, stand) === false ? 'certain' : 'open';
}

/**
 * The same in sentences.
 * @param verdict what a search of all orders says of the victim, from the beginning on
 */
export function outcomeWords(game: Game, stand: Stand, verdict: Verdict): string {
	const refused = refusals(stand);
	switch (outcomeOf(game, stand)) {
		case 'open':
			return `Refused ${stand.rounds} of ${ROUNDS_WANTED} times.${readyWords(game, stand)}`;
		case 'kept-out':
			return `You kept the victim out for ${ROUNDS_WANTED} rounds: ${refused}. ${fairWords(game, stand)}${forEver(verdict)}`;
		case 'certain':
			return `Nothing more can be done, after ${refused}: no order of steps refuses the victim again. ${itsTurn(game, stand, verdict)}`;
		case 'served':
			return `The victim got its page after ${refused}. Take steps back, or start over.`;
		case 'sigbus':
			return `The victim’s fault ended in SIGBUS after ${refused}. Take steps back, or start over.`;
		case 'stuck':
			return `Nobody can run any more: a deadlock, after ${refused}. Take steps back, or start over.`;
	}
}

function refusals({ rounds, retries }: Stand): string {
	const late = rounds - retries;
	const told = `${retries} ${retries === 1 ? 'retry' : 'retries'}`;
	return late === 0 ? told : `${told} and ${late} lost ${late === 1 ? 'wake-up' : 'wake-ups'}`;
}

/** Who stood ready since the last refusal and was not let run: such a schedule is not fair, if it goes on so. */
function readyWords({ cast }: Game, { ran, rested }: Stand): string {
	const ready = cast.names.filter((_, thread) => ((ran | rested) & (1 << thread)) === 0);
	if (ran === 0 || ready.length === 0) return '';
	return ` Ready all this round, and not let run so far: ${listed(ready)}.`;
}

function fairWords({ cast }: Game, { neglected, rounds }: Stand): string {
	const left = cast.names
		.map((name, thread) => ({ name, count: neglected[thread] as number }))
		.filter(({ count }) => count > 0);
	if (left.length === 0) return 'In each of them everybody ran who was ready from end to end: a fair schedule.';
	const words = left.map(({ name, count }) => `${name} in ${count} of them`);
	const unfair = left.some(({ count }) => count === rounds) ? ' No fair scheduler leaves anybody out for ever.' : '';
	return `Ready from end to end of a round, and not let run: ${listed(words)}.${unfair}`;
}

function forEver(verdict: Verdict): string {
	return verdict === 'VIOLATED' ? ' A fair scheduler could keep it out for ever: the search says VIOLATED.' : '';
}

function itsTurn(game: Game, stand: Stand, verdict: Verdict): string {
	const { cast, victim } = game;
	const now = game.canRun(stand, victim) ? '' : `It ${whyNot(cast, stand.cells, victim)}. `;
	return `${now}${verdict === 'HOLDS' ? 'If everybody runs who can, it gets its page: the search says HOLDS.' : ''}`;
}
