import { structs } from '../../src/engine/kernel/objects.ts';
import { primitives } from '../../src/engine/kernel/primitives.ts';
import { compile } from '../../src/engine/model/compile.ts';
import { unfold } from '../../src/engine/model/unfold.ts';
import { modelFiles } from '../../src/experiment/eras.ts';
import { content } from './scenarios.ts';
import { pageText, threadOf } from './state-text.ts';
import { Stepper } from './stepper.ts';

/** Actors that do nothing but what the page lock is for: one takes it and gives it back, the other waits for the unlock. */
const actors = `
void taker(struct page *page) { lock_page(page); spend(io_ns); unlock_page(page); }
void watcher(struct page *page) { wait_on_page_locked(page); }`;

/** A play about the page lock, driven by hand. */
export class Play {
	readonly #stepper: Stepper;
	/** By the first operation of a step, what the step is called in this page lock. */
	readonly #names: Readonly<Record<string, string>>;

	/**
	 * @param cast per letter from A on, 't' for a taker, 'w' for a watcher
	 * @param unfairness a recipe's page-lock-unfairness, for the page lock that has it
	 */
	constructor(pageLock: string, names: Readonly<Record<string, string>>, cast: string, unfairness = 5) {
		const files = [
			...modelFiles(content, { policy: 'v4.20', 'page-lock': pageLock, 'page-lock-unfairness': unfairness }),
			{ path: 'actors/play.c', text: actors },
		];
		const { program } = compile(files, { structs, primitives, durations: durationsIn(files) });
		if (program === null) throw new Error('the actors of the play do not compile');
		const threads = [...cast].map((kind) => ({ actor: kind === 't' ? 'taker' : 'watcher', mm: 0, page: 0 }));
		const tables = unfold(program, primitives, threads);
		this.#stepper = new Stepper({ tables, counts: { threads: threads.length, mms: 1, pages: 1 }, discipline: 'queue' });
		this.#names = names;
	}

	/** Lets the thread of a letter take its next step; returns 'step=result  page', the page as `pageText` writes it. */
	step(letter: string): string {
		const stepper = this.#stepper;
		const thread = threadOf(letter);
		stepper.settle(thread);
		const next = stepper.next(thread);
		const result = stepper.run(thread);
		const name = this.#names[next] ?? next;
		return `${letter} ${result === null ? name : `${name}=${result}`} -> ${pageText(stepper.shape, stepper.cells)}`;
	}
}

/** Every name that the C spends. */
function durationsIn(files: readonly { text: string }[]): string[] {
	return [
		...new Set(files.flatMap(({ text }) => [...text.matchAll(/spend\((\w+)\)/g)].map((match) => match[1] as string))),
	];
}
