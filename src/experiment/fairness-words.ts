import type { PropertyResult } from './check.ts';

/** Why a loop is fair to each of its threads, a clause a thread: 'locker 1 runs in step 20'. */
export function fairnessWords({ fairness }: Pick<PropertyResult, 'fairness'>): string {
	const clauses = Object.entries(fairness).map(([thread, { reason, step }]) => {
		if (step === null) return `${thread} cannot run any more`;
		return reason === 'runs' ? `${thread} runs in step ${step}` : `${thread} cannot run before step ${step}`;
	});
	return clauses.join('; ');
}
