import type { TracedState } from './trace-data.ts';

/** What the states mean in a trace of a kernel that calls mmap_sem mmap_lock; in the order of the legend. */
export const tracedWords: Readonly<Record<TracedState, string>> = {
	fault: 'in the fault',
	'wait-sem': 'waits for mmap_lock',
	'wait-page': 'asleep for the page, nothing held',
	'wait-page-holding': 'asleep for the page, mmap_lock held',
	writes: 'holds mmap_lock for writing',
	idle: 'none of these',
};
