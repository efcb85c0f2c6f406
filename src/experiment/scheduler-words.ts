import type { Fairness } from '../engine/check/model.ts';

/** What is assumed of the scheduler, as the reader is told it. */
export const schedulerWords: Readonly<Record<Fairness, string>> = {
	none: 'anybody may be passed over for ever',
	weak: 'a thread that can always run eventually runs',
	strong: 'a thread that can run again and again eventually runs',
};
