import { PG_locked } from '../../engine/kernel/objects.ts';
import { operation } from '../../engine/kernel/primitives.ts';
import { pageQueue, type Shape, shapeOf } from '../../engine/kernel/shape.ts';
import { createStep, type Step } from '../../engine/kernel/step.ts';
import { ASLEEP, FINISHED, type Tables } from '../../engine/model/tables.ts';
import { ONE_FAULT, type PreparedCheck } from '../prepare-check.ts';
import type { Cast } from '../record-cast.ts';
import type { NamedThread } from '../threads.ts';
import { wordsOfStep } from '../words-of-step.ts';

/** A step that was chosen. */
interface TakenTurn {
	readonly thread: number;
	/** Where the thread stood, as a node. */
	readonly node: number;
	readonly words: string;
	/** Whether the victim's wait came to nothing by it. */
	readonly refuses: boolean;
}

/** How the game stands after so many steps. Sets of threads are masks, a bit each. */
export interface Stand {
	readonly cells: Int32Array;
	/** Null where it begins. */
	readonly last: TakenTurn | null;
	readonly before: Stand | null;
	readonly steps: number;
	/** How often the victim was refused. */
	readonly rounds: number;
	/** How many of these were VM_FAULT_RETRY; the others are wake-ups that came too late. */
	readonly retries: number;
	/** Whether the victim has stood in the page's queue in this attempt. */
	readonly hasQueued: boolean;
	/** Those between the two ends of a fault. */
	readonly inFault: number;
	/** Those who ran since the last refusal, and those who at some moment since then could not. */
	readonly ran: number;
	readonly rested: number;
	/** Per thread, in how many rounds it could run from the first to the last state, and did not. */
	readonly neglected: readonly number[];
}

/**
 * The game over a recipe: somebody else picks who runs next. It goes by the search's transition function and tables, so
 * that whatever can be played lies in the explored graph; a thread's next step is always one, never a choice.
 *
 * A round is over when the victim's wait came to nothing: its fault is sent round again (VM_FAULT_RETRY), or it was
 * awake, looked at the page, found it locked again, and has to wait once more (a lost wake-up).
 */
export class Game {
	readonly prepared: PreparedCheck;
	readonly cast: Cast;
	/** The thread that is to be kept out. */
	readonly victim: number;
	readonly start: Stand;
	readonly #tables: Tables;
	readonly #shape: Shape;
	readonly #step: Step;
	readonly #threads: readonly number[];

	/** @throws Error if the recipe has no victim */
	constructor(prepared: PreparedCheck) {
		const { threads, searched } = prepared;
		this.prepared = prepared;
		this.victim = threads.findIndex(({ actor }) => actor === ONE_FAULT);
		if (this.victim === -1) throw new Error('a game without a victim; give the recipe one, as in "victims": 1');
		this.#tables = searched.tables;
		this.#shape = shapeOf(searched.counts);
		this.#step = createStep(searched.tables, this.#shape, searched.discipline);
		this.#threads = [...threads.keys()];
		this.cast = { tables: this.#tables, shape: this.#shape, names: threads.map(({ name }) => name) };
		this.start = this.#begin();
	}

	/** Whether a thread can take a step. */
	canRun({ cells }: Stand, thread: number): boolean {
		return this.#step.isEnabled(cells, thread);
	}

	/** Whether the victim's fault is over, however it ended. */
	isOver({ cells }: Stand): boolean {
		return this.#tables.operation[cells[this.victim] as number] === FINISHED;
	}

	/**
	 * Lets a thread take its next step.
	 * @throws Error if it cannot run
	 * @throws ModelError if the step is an error of the C
	 */
	take(before: Stand, thread: number): Stand {
		if (!this.canRun(before, thread)) throw new Error(`${this.cast.names[thread]} cannot run here; ask canRun() first`);
		const cells = before.cells.slice();
		const node = cells[thread] as number;
		const result = this.#step.run(cells, thread);
		const woken = this.#step.woken.slice(0, this.#step.wokenCount);
		let { inFault } = before;
		let isSentRound = false;
		for (const other of new Set([thread, ...woken])) {
			for (const mark of this.#settle(cells, other)) {
				inFault = afterMark(inFault, mark, other);
				if (mark === operation.trace_fault_retry && other === this.victim) isSentRound = true;
			}
		}
		const words = wordsOfStep(this.cast, { thread, node, result, before: before.cells, after: cells });
		const refuses = isSentRound || (before.hasQueued && this.#losesWakeUp(cells, thread, node, result));
		const queuedOn = cells[this.#shape.queuedOn + this.victim];
		return this.#counted(before, {
			cells,
			inFault,
			last: { thread, node, words, refuses },
			hasQueued: !isSentRound && (before.hasQueued || queuedOn === pageQueue(this.#page) + 1),
			retries: before.retries + (isSentRound ? 1 : 0),
		});
	}

	get #page(): number {
		return (this.prepared.threads[this.victim] as NamedThread).page;
	}

	/** Adds what the books of a round hold: who ran, who could not. */
	#counted(
		before: Stand,
		after: Pick<Stand, 'cells' | 'inFault' | 'hasQueued' | 'retries'> & { readonly last: TakenTurn },
	): Stand {
		const ran = before.ran | (1 << after.last.thread);
		const rested = before.rested | this.#resting(after.cells);
		const { refuses } = after.last;
		const readyAllAlong = (thread: number) => refuses && ((ran | rested) & (1 << thread)) === 0;
		return {
			...after,
			before,
			steps: before.steps + 1,
			rounds: before.rounds + (refuses ? 1 : 0),
			ran: refuses ? 0 : ran,
			rested: refuses ? this.#resting(after.cells) : rested,
			neglected: before.neglected.map((count, thread) => count + (readyAllAlong(thread) ? 1 : 0)),
		};
	}

	#begin(): Stand {
		const cells = new Int32Array(this.#shape.cellCount);
		cells.set(this.#tables.entries);
		let inFault = 0;
		for (const thread of this.#threads) {
			for (const mark of this.#settle(cells, thread)) inFault = afterMark(inFault, mark, thread);
		}
		return {
			cells,
			last: null,
			before: null,
			steps: 0,
			rounds: 0,
			retries: 0,
			hasQueued: false,
			inFault,
			ran: 0,
			rested: this.#resting(cells),
			neglected: this.#threads.map(() => 0),
		};
	}

	#resting(cells: Int32Array): number {
		return this.#threads.reduce((mask, thread) => mask | (this.#step.isEnabled(cells, thread) ? 0 : 1 << thread), 0);
	}

	/** Whether the victim, awake after a wait, finds the page locked, and does not go to sleep by that very look. */
	#losesWakeUp(cells: Int32Array, thread: number, node: number, result: number): boolean {
		const { operation: at, object, argument } = this.#tables;
		if (thread !== this.victim || result !== 1 || object[node] !== this.#page || argument[node] !== PG_locked)
			return false;
		const looks = at[node] === operation.test_bit || at[node] === operation.test_and_set_bit_lock;
		return looks && at[cells[thread] as number] !== ASLEEP;
	}

	/** Lets a thread go on to its next step; returns the operations that it passed. */
	#settle(cells: Int32Array, thread: number): number[] {
		const settled = cells.slice();
		// By itself it would go on for ever where the C does; settle() says so.
		this.#step.settle(settled, thread);
		const passed: number[] = [];
		while (cells[thread] !== settled[thread]) {
			passed.push(this.#tables.operation[cells[thread] as number] as number);
			this.#step.pass(cells, thread);
		}
		return passed;
	}
}

function afterMark(inFault: number, mark: number, thread: number): number {
	if (mark === operation.trace_fault_begin) return inFault | (1 << thread);
	return mark === operation.trace_fault_end ? inFault & ~(1 << thread) : inFault;
}

/** The steps taken so far, the first one first. */
export function turnsOf(stand: Stand): TakenTurn[] {
	const turns: TakenTurn[] = [];
	for (let at: Stand | null = stand; at !== null; at = at.before) if (at.last !== null) turns.push(at.last);
	return turns.reverse();
}
