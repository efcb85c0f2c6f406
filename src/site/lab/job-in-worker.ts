import type { Content } from '../../experiment/content.ts';
import { type WatchedWorker, watchedWorker } from '../worker/watched-worker.ts';
import type { JobName, JobOrder, JobReport, Jobs } from './job.ts';

/** A job that was broken off, by the reader or by another. */
export class BrokenOff extends Error {}

/** How a job is to be done. */
interface JobOptions {
	readonly onProgress?: (done: number, of: number) => void;
	readonly signal?: AbortSignal;
}

/** A worker of the laboratory, ready for a job or a search in these texts. */
export function newLabWorker(content: Content): Worker {
	const worker = new Worker(new URL('./lab.worker.ts', import.meta.url), { type: 'module' });
	worker.postMessage({ content });
	return worker;
}

/**
 * Does jobs one at a time. A new one takes the place of the one under way, or, on a bench that works in turn, waits for
 * it.
 */
export class Bench {
	readonly #content: Promise<Content>;
	readonly #inTurn: boolean;
	#last: Promise<unknown> = Promise.resolve();
	#worker: WatchedWorker<JobOrder> | null = null;
	/** Hears what the worker reports of the job under way. */
	#hear: (report: JobReport) => void = () => {};
	/** Ends the job under way, if there is one, without an answer. */
	#breakOff: (why: Error) => void = () => {};

	/** @param content the texts of model, eras and experiments */
	constructor(content: Promise<Content>, { inTurn = false } = {}) {
		this.#content = content;
		this.#inTurn = inTurn;
	}

	/**
	 * Does a job. A run cannot hear an order to stop, so its worker is made an end of.
	 *
	 * @throws {BrokenOff} as a rejection, if it was stopped or another took its place; Error that says what is wrong
	 */
	ask<Name extends JobName>(
		job: Name,
		given: Jobs[Name]['given'],
		options: JobOptions = {},
	): Promise<Jobs[Name]['answer']> {
		if (!this.#inTurn) return this.#begin(job, given, options);
		const mine = this.#last.then(() => this.#begin(job, given, options));
		this.#last = mine.catch(() => {});
		return mine;
	}

	#begin<Name extends JobName>(
		job: Name,
		given: Jobs[Name]['given'],
		{ onProgress, signal }: JobOptions,
	): Promise<Jobs[Name]['answer']> {
		this.#breakOff(new BrokenOff());
		const { promise, resolve, reject } = Promise.withResolvers<Jobs[Name]['answer']>();
		const end = (settle: () => void) => {
			this.#breakOff = () => {};
			signal?.removeEventListener('abort', stop);
			settle();
		};
		const breakOff = (why: Error) => {
			this.#dismiss();
			end(() => reject(why));
		};
		const stop = () => breakOff(new BrokenOff());
		this.#breakOff = breakOff;
		signal?.addEventListener('abort', stop);
		this.#content.then((content) => {
			// It may have been broken off while the texts came.
			if (this.#breakOff !== breakOff) return;
			this.#hear = (report) => {
				if (report.report === 'progress') return onProgress?.(report.done, report.of);
				end(() => {
					if (report.report === 'done') resolve(report.answer as Jobs[Name]['answer']);
					else reject(new Error(report.message));
				});
			};
			this.#worker ??= this.#newWorker(content);
			this.#worker.send({ job, given });
		}, breakOff);
		return promise;
	}

	#newWorker(content: Content): WatchedWorker<JobOrder> {
		return watchedWorker<JobOrder, JobReport>(newLabWorker(content), {
			hear: (report) => this.#hear(report),
			lose: (message) => {
				// Between two jobs there is none to break off.
				this.#dismiss();
				this.#breakOff(new Error(message));
			},
		});
	}

	#dismiss(): void {
		this.#worker?.end();
		this.#worker = null;
	}
}
