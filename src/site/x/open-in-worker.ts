import type { OpenOrder, OpenReport } from './opened.ts';

/** Opens a link in a worker of its own, and tells what it reports; returns what makes an end of it. */
export function openInWorker(order: OpenOrder, told: (report: OpenReport) => void): () => void {
	const worker = new Worker(new URL('./open.worker.ts', import.meta.url), { type: 'module' });
	worker.onmessage = ({ data }: MessageEvent<OpenReport>) => {
		told(data);
		if (data.report === 'found' || data.report === 'refused') worker.terminate();
	};
	worker.onerror = () => {
		worker.terminate();
		told({ report: 'refused', message: 'the engine could not be loaded; reload the page and try again' });
	};
	worker.postMessage(order);
	return () => worker.terminate();
}
