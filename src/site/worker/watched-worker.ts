import type { Alive } from './hear-orders.ts';

/** A worker that is watched: the page is told, once, if there will be no answer. */
export interface WatchedWorker<Order> {
	readonly send: (order: Order) => void;
	/** Makes an end of it; nothing is heard of it any more. */
	readonly end: () => void;
}

interface Ears<Report> {
	readonly hear: (report: Report) => void;
	/** Is told in sentences what became of the worker, of which an end was made, and what to do. */
	readonly lose: (message: string) => void;
}

/** Watches a worker that hears orders by `hearOrders`. */
export function watchedWorker<Order, Report extends object>(
	worker: Worker,
	{ hear, lose }: Ears<Report>,
): WatchedWorker<Order> {
	const watch = new AbortController();
	const end = () => {
		watch.abort();
		worker.onmessage = worker.onerror = worker.onmessageerror = null;
		worker.terminate();
	};
	const lost = (how: string) => {
		if (watch.signal.aborted) return;
		end();
		lose(`The engine’s worker ${how}, so there is no answer. Try again with a new one, or else reload the page.`);
	};
	/** The worker's lock is given to the page when the worker is gone: no browser tells that by itself. */
	const watchLock = (name: string) => {
		const gone = () => lost('was ended by the browser, perhaps for lack of memory');
		navigator.locks.request(name, { signal: watch.signal }, gone).catch(() => {});
	};
	worker.onmessage = ({ data }: MessageEvent<Report | Alive>) => {
		if ('alive' in data) watchLock(data.alive);
		else hear(data);
	};
	worker.onerror = (event) => {
		// It is told where it was asked.
		event.preventDefault();
		// Of a script that did not come, browsers say nothing.
		lost(event.message ? `failed (${event.message})` : 'could not be loaded');
	};
	worker.onmessageerror = () => lost('sent what cannot be read');
	return { send: (order) => worker.postMessage(order), end };
}
