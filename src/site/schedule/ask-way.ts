import { watchedWorker } from '../worker/watched-worker.ts';
import type { WayAnswer, WayRequest } from './way-request.ts';

/**
 * Asks a worker for the shortest way to keep the victim out.
 * @returns what stops it
 */
export function askWay(request: WayRequest, tell: (answer: WayAnswer) => void): () => void {
	const worker = new Worker(new URL('./way.worker.ts', import.meta.url), { type: 'module' });
	const { send, end } = watchedWorker<WayRequest, WayAnswer>(worker, {
		hear: (answer) => {
			if (answer.kind !== 'progress') end();
			tell(answer);
		},
		lose: (problem) => tell({ kind: 'problem', problem }),
	});
	send(request);
	return end;
}
