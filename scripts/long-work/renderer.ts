import { readFileSync } from 'node:fs';
import type { CDPSession } from '@playwright/test';

/** What the pages of a browser take, of this machine. Linux alone tells it. */
export interface Taken {
	/** Of memory that holds no file's content, in MB; together, and at its highest in any one process. */
	readonly now_mb: number;
	readonly highest_mb: number;
	/** Of the processors' time since they began, in ms. */
	readonly cpu_ms: number;
}

/** A tick of the processes' clocks, in ms: a hundred a second, on every Linux. */
const TICK_MS = 10;

/** Whether this machine tells what a process takes. */
export const isToldHere = process.platform === 'linux';

/** @param browser a session with the browser itself */
export async function takenBy(browser: CDPSession): Promise<Taken> {
	const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
	const each = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => takenByProcess(id));
	return {
		now_mb: each.reduce((sum, { now_mb }) => sum + now_mb, 0),
		highest_mb: Math.max(...each.map(({ highest_mb }) => highest_mb)),
		cpu_ms: each.reduce((sum, { cpu_ms }) => sum + cpu_ms, 0),
	};
}

function takenByProcess(id: number): Taken {
	const status = readFileSync(`/proc/${id}/status`, 'utf8');
	const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
	const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
	// Before these stands the program's name, in parentheses, with whatever spaces it has.
	const [user, system] = stat
		.slice(stat.lastIndexOf(')') + 2)
		.split(' ')
		.slice(11, 13)
		.map(Number);
	return {
		now_mb: megabytes('RssAnon') + megabytes('RssShmem'),
		highest_mb: megabytes('VmHWM'),
		cpu_ms: ((user ?? Number.NaN) + (system ?? Number.NaN)) * TICK_MS,
	};
}
