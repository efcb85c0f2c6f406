import type { Turn } from '../../experiment/turn.ts';

/** What is turned, as words in a sentence. */
export const turnWords: Readonly<Record<Turn['key'], string>> = {
	policy: 'policy',
	'page-lock': 'page lock',
	rwsem: 'mmap_sem',
};
