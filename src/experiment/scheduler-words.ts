import type { Fairness } from '../engine/check/model.ts';

/** What is assumed of the scheduler, as the reader is told it. */
export const schedulerWords: Readonly<Record<Fairness, string>> = {
	none: 'anybody may be passed over for ever',
	weak: 'who can run all the time runs some time',
	strong: 'who can run again and again runs some time',
};
