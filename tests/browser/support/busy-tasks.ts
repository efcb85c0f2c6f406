import type { Browser, Page } from '@playwright/test';

/** Longer tasks keep a reader's press waiting: the browsers' own bound of a "long task". */
const TASK_MS_MAX = 50;

interface TraceEvent {
	readonly name: string;
	readonly pid: number;
	readonly tid: number;
	readonly args: { readonly name?: string };
	/** Microseconds of the thread's own time; absent where nothing ran. */
	readonly tdur?: number;
}

/**
 * The tasks of a page's main thread that were longer than TASK_MS_MAX while something was done, in ms of the
 * processor's time. Not by the clock on the wall: on a busy machine that counts what others ran meanwhile.
 */
export async function busyTasks(browser: Browser, page: Page, act: () => Promise<void>): Promise<number[]> {
	await browser.startTracing(page, { categories: ['toplevel'] });
	await act();
	const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
	const threads = trace.traceEvents.filter(
		({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
	);
	const isMain = ({ pid, tid }: TraceEvent) => threads.some((thread) => thread.pid === pid && thread.tid === tid);
	const tasks = trace.traceEvents.filter((event) => event.name === 'ThreadControllerImpl::RunTask' && isMain(event));
	if (tasks.length === 0)
		throw new Error('The browser traced no task of the page: nothing can be said of their length.');
	return tasks.map(({ tdur = 0 }) => tdur / 1000).filter((duration_ms) => duration_ms > TASK_MS_MAX);
}
