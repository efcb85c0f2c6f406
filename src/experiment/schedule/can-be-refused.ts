import type { Game, Stand } from './game.ts';

/** More states than this are not looked at: a tenth of a second. */
const STATES_MAX = 10_000;

/** Whether some order of steps refuses the victim once more; null if that is not known within the limit. */
export function canBeRefused(game: Game, stand: Stand): boolean | null {
	const threads = game.cast.names.keys().toArray();
	const seen = new Set([keyOf(stand)]);
	const work = [stand];
	// Breadth-first: the list grows while it is walked.
	for (const at of work) {
		if (game.isOver(at)) continue;
		for (const thread of threads) {
			if (!game.canRun(at, thread)) continue;
			const next = game.take(at, thread);
			if (next.rounds > stand.rounds) return true;
			const key = keyOf(next);
			if (seen.has(key)) continue;
			if (seen.size === STATES_MAX) return null;
			seen.add(key);
			work.push(next);
		}
	}
	return false;
}

/** Equal where all that follows is. */
function keyOf({ cells, hasQueued }: Stand): string {
	return `${cells.join()},${hasQueued}`;
}
