import type { Content } from '../../experiment/content.ts';
import type { JobName, JobReport, Jobs } from './job.ts';

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
	#worker: Worker | null = null;
	#breakOff: (() => void) | null = null;

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

	async #begin<Name extends JobName>(
		job: Name,
		given: Jobs[Name]['given'],
		{ onProgress, signal }: JobOptions,
	): Promise<Jobs[Name]['answer']> {
		this.#breakOff?.();
		const { promise, resolve, reject } = Promise.withResolvers<Jobs[Name]['answer']>();
		const end = () => {
			if (this.#breakOff === breakOff) this.#breakOff = null;
			signal?.removeEventListener('abort', breakOff);
		};
		const breakOff = () => {
			this.#dismiss();
			end();
			reject(new BrokenOff());
		};
		this.#breakOff = breakOff;
		signal?.addEventListener('abort', breakOff);
		const worker = this.#worker ?? newLabWorker(await this.#content);
		// Another job may have come while the worker was made.
		if (this.#breakOff !== breakOff) {
			worker.terminate();
			return promise;
		}
		this.#worker = worker;
		worker.onerror = () => {
			this.#dismiss();
			end();
			reject(new Error('The engine could not be loaded; reload the page and try again.'));
		};
		worker.onmessage = ({ data }: MessageEvent<JobReport>) => {
			if (data.report === 'progress') return onProgress?.(data.done, data.of);
			end();
			if (data.report === 'done') resolve(data.answer as Jobs[Name]['answer']);
			else reject(new Error(data.message));
		};
		worker.postMessage({ job, given });
		return promise;
	}

	#dismiss(): void {
		this.#worker?.terminate();
		this.#worker = null;
	}
}
