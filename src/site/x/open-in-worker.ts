import { watchedWorker } from '../worker/watched-worker.ts';
import type { OpenOrder, OpenReport } from './opened.ts';

/** Opens a link in a worker of its own, and tells what it reports; returns what makes an end of it. */
export function openInWorker(order: OpenOrder, told: (report: OpenReport) => void): () => void {
	const worker = new Worker(new URL('./open.worker.ts', import.meta.url), { type: 'module' });
	const { send, end } = watchedWorker<OpenOrder, OpenReport>(worker, {
		hear: (report) => {
			if (report.report === 'found' || report.report === 'refused') end();
			told(report);
		},
		lose: (message) => told({ report: 'refused', message }),
	});
	send(order);
	return end;
}
