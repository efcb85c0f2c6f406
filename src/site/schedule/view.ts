import type { Verdict } from '../../engine/check/judge.ts';
import { activityOf } from '../../engine/simulate/activity.ts';
import { queuesAt } from '../../experiment/queues-at.ts';
import type { Game, Stand } from '../../experiment/schedule/game.ts';
import { outcomeWords } from '../../experiment/schedule/outcome.ts';
import { whyNot } from '../../experiment/schedule/why-not.ts';
import type { NamedThread } from '../../experiment/threads.ts';
import { wordsOfQueues } from '../../experiment/words-of-queues.ts';
import { codeAt } from '../timeline/code-at.ts';

/** A thread that the reader may let run, or not. */
export interface ThreadView {
	readonly name: string;
	readonly canRun: boolean;
	/** What its next step does, or why there is none; without its subject. */
	readonly words: string;
	/** The C that it is about to run, as 'mm/filemap.c:41' and its text; empty where it is through. */
	readonly place: string;
	readonly code: string;
}

/** A step that the reader chose. */
export interface StepView {
	readonly thread: number;
	readonly words: string;
	/** The victim's how-manieth refusal it was, or null. */
	readonly round: number | null;
}

/** All that the reader sees of a game. */
export interface ScheduleView {
	readonly threads: readonly ThreadView[];
	readonly steps: readonly StepView[];
	/** Per thread, what it is doing at the beginning and after each step: numbers in `activities`. */
	readonly lanes: readonly (readonly number[])[];
	/** Who holds and who queues, a sentence a lock. */
	readonly queues: readonly string[];
	/** What has become of it. */
	readonly outcome: string;
}

/**
 * Shows how a game stands.
 * @param verdict what a search of all orders says of the victim
 */
export function viewOf(game: Game, stand: Stand, verdict: Verdict): ScheduleView {
	const stands: Stand[] = [];
	for (let at: Stand | null = stand; at !== null; at = at.before) stands.unshift(at);
	const { threads } = game.prepared;
	return {
		threads: threads.map((_, thread) => threadView(game, stand, thread)),
		steps: stands.flatMap(({ last, rounds }) => {
			return last === null ? [] : [{ thread: last.thread, words: last.words, round: last.refuses ? rounds : null }];
		}),
		lanes: threads.map((thread, number) => stands.map((at) => activityAt(game, at, thread, number))),
		queues: wordsOfQueues(queuesAt(game.cast.shape, stand.cells), game.cast.names),
		outcome: outcomeWords(game, stand, verdict),
	};
}

function threadView(game: Game, stand: Stand, thread: number): ThreadView {
	const { prepared, cast } = game;
	const canRun = game.canRun(stand, thread);
	const words = canRun ? (game.take(stand, thread).last?.words ?? '') : whyNot(cast, stand.cells, thread);
	const place = cast.tables.positions[stand.cells[thread] as number]?.at(-1);
	return {
		name: cast.names[thread] as string,
		canRun,
		words,
		place: place === undefined ? '' : `${place.file}:${place.line}`,
		code: place === undefined ? '' : codeAt(prepared.model.files, place),
	};
}

function activityAt({ cast }: Game, { cells, inFault }: Stand, thread: NamedThread, number: number): number {
	return activityOf(cast.shape, cells, number, thread, (inFault & (1 << number)) !== 0);
}
