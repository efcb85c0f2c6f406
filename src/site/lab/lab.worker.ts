import type { Content } from '../../experiment/content.ts';
import type { SearchOrder } from '../verdict/search-request.ts';
import { hearOrders } from '../worker/hear-orders.ts';
import { doJob } from './do-job.ts';
import type { JobOrder, JobReport } from './job.ts';

/** From one report of progress to the next, in ms. */
const REPORT_MS = 100;

const { promise: content, resolve: takeContent } = Promise.withResolvers<Content>();

/**
 * Does the laboratory's jobs and searches in the texts that the page sends first. What only a search needs is loaded
 * with the first one, before the order is handed on to it.
 */
hearOrders<{ readonly content: Content } | JobOrder | SearchOrder>((order) => {
	if ('content' in order) takeContent(order.content);
	else if ('job' in order) void answer(order);
	else void search(order);
});

let searches: Promise<(order: SearchOrder) => void> | null = null;

async function search(order: SearchOrder): Promise<void> {
	searches ??= import('../verdict/search-server.ts').then(({ searchServer }) =>
		searchServer(content.then((texts) => ({ content: texts, experimentNamed: () => noNames() }))),
	);
	const serve = await searches;
	serve(order);
}

/** The laboratory's recipes stand for themselves. */
function noNames(): never {
	throw new Error('the laboratory searches recipes, and no experiment by its name');
}

async function answer({ job, given }: JobOrder): Promise<void> {
	let reported_ms = performance.now();
	try {
		const done = await doJob(job, given, await content, (done, of) => {
			const now_ms = performance.now();
			if (now_ms - reported_ms < REPORT_MS) return;
			reported_ms = now_ms;
			tell({ report: 'progress', done, of });
		});
		tell({ report: 'done', answer: done });
	} catch (error) {
		tell({ report: 'failed', message: (error as Error).message });
	}
}

function tell(report: JobReport): void {
	self.postMessage(report);
}
