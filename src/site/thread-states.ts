/** What a thread may be doing, as all figures draw it. */
export interface ThreadState {
	/** Its class is `state state-NAME`, its colour `--state-NAME`. */
	name: string;
	/** What it means, for legends, tables and those who do not see the drawing. */
	words: string;
	/** The fill attribute of hatched states, whose pattern components/StatePatterns.astro puts into the page. */
	fill?: string;
	/** Drawn as a line at half height rather than as a box. */
	line?: true;
}

/** In the order in which legends, tables and stacked figures show them. */
export const threadStates: readonly ThreadState[] = [
	{ name: 'fault', words: 'runs in the fault' },
	{ name: 'wait-sem', words: 'waits for mmap_sem', fill: 'url(#state-wait-sem)' },
	{ name: 'wait-told', words: 'waits to be told, nothing held' },
	{ name: 'wait-page', words: 'waits for the page lock, nothing held' },
	{
		name: 'wait-page-holding',
		words: 'waits for the page lock, mmap_sem held',
		fill: 'url(#state-wait-page-holding)',
	},
	{ name: 'holds-page', words: 'holds the page lock' },
	{ name: 'writes', words: 'holds mmap_sem for writing' },
	{ name: 'wait-userfault', words: 'waits for userfaultfd, nothing held' },
	{ name: 'idle', words: 'idle', line: true },
];
