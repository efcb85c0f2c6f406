import type { Way } from '../../experiment/schedule/shortest-way.ts';

/** What the worker is asked for. */
export interface WayRequest {
	readonly experiment: string;
	/** Of the rule that the experiment's reader can turn. */
	readonly choice: string;
	/** The threads that ran so far, in order. */
	readonly history: readonly number[];
}

/** What it answers: how far it is, the way, or what went wrong, in a sentence. */
export type WayAnswer =
	| { readonly kind: 'progress'; readonly states: number }
	| { readonly kind: 'way'; readonly way: Way }
	| { readonly kind: 'problem'; readonly problem: string };

/**
 * Asks a worker for the shortest way to keep the victim out.
 * @returns what stops it
 */
export function askWay(request: WayRequest, tell: (answer: WayAnswer) => void): () => void {
	const worker = new Worker(new URL('./way.worker.ts', import.meta.url), { type: 'module' });
	worker.onmessage = ({ data }: MessageEvent<WayAnswer>) => {
		if (data.kind !== 'progress') worker.terminate();
		tell(data);
	};
	worker.onerror = () => {
		worker.terminate();
		tell({ kind: 'problem', problem: 'The engine could not be loaded; reload the page and try again.' });
	};
	worker.postMessage(request);
	return () => worker.terminate();
}
