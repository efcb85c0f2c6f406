import type { WayAnswer, WayRequest } from './way-request.ts';

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
