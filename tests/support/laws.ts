import type { Place } from '../../src/engine/c/source.ts';
import { threadOfEntry } from '../../src/engine/kernel/queue.ts';
import { HELD_FOR_READING, HELD_FOR_WRITING, type Shape } from '../../src/engine/kernel/shape.ts';
import type { Program } from '../../src/engine/model/program.ts';
import { spendableKeys, type TimeKey } from '../../src/experiment/keys.ts';
import type { Prepared } from '../../src/experiment/prepare.ts';
import { Stepper, spendNodes } from './stepper.ts';

/** More steps than this until all are back at their gaps, and somebody will never be. */
const DRAIN_LIMIT = 20_000;

/** What a thread must have because of where it stands in the C; the cells are not asked. */
type Claim = 'owns the page' | 'reads' | 'writes';

/** What must hold in every state of the model's runs. Each check returns the law broken, in words, or null. */
export class Laws {
	readonly #prepared: Prepared;
	/** Per node, what whoever stands there must have. */
	readonly #claims: readonly ReadonlySet<Claim>[];
	readonly #isGap: (node: number) => boolean;
	readonly #shape: Shape;
	readonly #threads: readonly number[];

	constructor(prepared: Prepared) {
		this.#prepared = prepared;
		const { tables } = prepared.plan;
		const stepper = new Stepper(prepared.plan);
		this.#shape = stepper.shape;
		this.#threads = [...prepared.plan.threads.keys()];
		const spends = (...keys: TimeKey[]) =>
			spendNodes(
				tables,
				keys.map((key) => spendableKeys.indexOf(key)),
			);
		this.#isGap = spends(...spendableKeys.filter((key) => key.endsWith('-gap-ns')));
		const keepsPage = spends('io-ns', 'map-ns');
		const keepsSemaphore = spends('write-ns');
		this.#claims = tables.positions.map((chain, node) => {
			const functions = chain.map((place) => functionAt(prepared.model.program, place));
			const next = stepper.operationAt(node);
			const claims = new Set<Claim>();
			const maps = functions.at(-1) === 'do_swap_page' && (next === 'pte_present' || next === 'set_pte_at');
			if (keepsPage(node) || maps || functions.at(-1) === 'unlock_page') claims.add('owns the page');
			if (keepsSemaphore(node) || next === 'up_write') claims.add('writes');
			const hasLetGo = ['wait_on_page_locked', 'wait_on_page_locked_killable', 'check_retry', 'handle_userfault'].some(
				(name) => functions.includes(name),
			);
			const inFault = functions.includes('handle_mm_fault') && !hasLetGo;
			if (inFault || next === 'up_read') claims.add('reads');
			return claims;
		});
	}

	/** The first law that a state breaks. */
	broken(cells: Int32Array): string | null {
		return this.#brokenOwnership(cells) ?? this.#brokenSemaphore(cells) ?? this.#brokenBooks(cells);
	}

	/**
	 * Lets all run on, in turn, each up to its gap: from any state they must all come home, and leave nothing behind.
	 */
	brokenByDraining(cells: Int32Array): string | null {
		const stepper = new Stepper(this.#prepared.plan, cells);
		const shape = this.#shape;
		const threads = this.#threads;
		for (let steps = 0, isMoving = true; isMoving; ) {
			isMoving = false;
			for (const thread of threads) {
				stepper.settle(thread, this.#isGap);
				if (this.#isGap(stepper.node(thread)) || !stepper.canRun(thread)) continue;
				stepper.run(thread);
				isMoving = true;
				const broken = this.broken(stepper.cells);
				if (broken !== null) return broken;
				if (++steps > DRAIN_LIMIT) return 'no way home: some run for ever though nobody begins anew';
			}
		}
		// Who was killed, or has sent its signal, is home for good.
		const isHome = (thread: number) => this.#isGap(stepper.node(thread)) || stepper.next(thread) === 'finished';
		const left = threads.find((thread) => !isHome(thread));
		if (left !== undefined) return `lost wake-up: ${this.#name(left)} sleeps though all others are home`;
		const mustBeFree = [
			...stepper.cells.subarray(shape.queuedOn, shape.pageWaiters),
			...stepper.cells.subarray(shape.semaphoreWriter, shape.pte),
			...stepper.cells.subarray(shape.queues),
		];
		return mustBeFree.some((cell) => cell !== 0) ? 'something is held or queued for though all are home' : null;
	}

	#brokenOwnership(cells: Int32Array): string | null {
		const { pageOwner, pages } = this.#shape;
		for (let page = 0; page < pages; page++) {
			const owners = this.#claiming(cells, 'owns the page').filter((thread) => this.#thread(thread).page === page);
			if (owners.length > 1)
				return `two owners of page ${page}: ${owners.map((thread) => this.#name(thread)).join(', ')}`;
			const [owner] = owners;
			if (owner !== undefined && cells[pageOwner + page] !== owner + 1) {
				return `${this.#name(owner)} works on page ${page} without owning it`;
			}
		}
		return null;
	}

	#brokenSemaphore(cells: Int32Array): string | null {
		for (let mm = 0; mm < this.#shape.mms; mm++) {
			const here = (claim: Claim) => this.#claiming(cells, claim).filter((thread) => this.#thread(thread).mm === mm);
			const [writers, readers] = [here('writes'), here('reads')];
			if (writers.length > 1) return `two writers in mm ${mm}`;
			if (writers.length > 0 && readers.length > 0) return `a writer with a reader in mm ${mm}`;
		}
		return null;
	}

	/** The cells say everything twice; both must say the same. */
	#brokenBooks(cells: Int32Array): string | null {
		const shape = this.#shape;
		const threads = this.#threads;
		const standsIn = threads.map(() => 0);
		for (let queue = 0; queue < shape.pages + shape.mms + shape.userfaults; queue++) {
			const start = shape.queues + queue * shape.queueStride;
			const length = cells[start] as number;
			for (let position = 0; position < shape.threads; position++) {
				const entry = cells[start + 1 + position] as number;
				if (position >= length && entry !== 0) return `queue ${queue} keeps an entry behind its end`;
				if (position >= length) continue;
				if (standsIn[threadOfEntry(entry)] !== 0) return `${this.#name(threadOfEntry(entry))} stands in line twice`;
				standsIn[threadOfEntry(entry)] = queue + 1;
			}
		}
		if (threads.some((thread) => cells[shape.queuedOn + thread] !== standsIn[thread])) {
			return 'a thread and a queue disagree on whether it stands there';
		}
		for (let mm = 0; mm < shape.mms; mm++) {
			const held = threads.map((thread) => cells[shape.held + mm * shape.threads + thread] as number);
			const readers = held.filter((how) => how === HELD_FOR_READING).length;
			const writer = held.indexOf(HELD_FOR_WRITING) + 1;
			if (readers !== cells[shape.semaphoreReaders + mm]) return `mmap_sem ${mm} miscounts its readers`;
			if (writer !== cells[shape.semaphoreWriter + mm]) return `mmap_sem ${mm} does not know its writer`;
			if (writer !== 0 && readers > 0) return `mmap_sem ${mm} is held for writing and for reading`;
		}
		return null;
	}

	#claiming(cells: Int32Array, claim: Claim): number[] {
		return this.#threads.filter((thread) => this.#claims[cells[thread] as number]?.has(claim));
	}

	#thread(thread: number) {
		return this.#prepared.plan.threads[thread] as Prepared['plan']['threads'][number];
	}

	#name(thread: number): string {
		return this.#thread(thread).name;
	}
}

/** The C function that a place lies in. */
function functionAt(program: Program, { file, line }: Place): string | undefined {
	return [...program.functions.values()].find(
		({ place, endLine }) => place.file === file && place.line <= line && line <= endLine,
	)?.name;
}
