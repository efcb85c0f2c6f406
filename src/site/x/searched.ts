import { CHECK_THREADS_MAX } from '../../engine/check/model.ts';
import type { CheckResult } from '../../experiment/check.ts';
import type { Experiment } from '../../experiment/named-experiments.ts';
import { threadsOf } from '../../experiment/threads.ts';
import { recipeUnder } from '../passage/recipe-under.ts';
import { checkOf } from '../verdict/checks.ts';

/** What a search says of an experiment under one of its choices. */
export interface Searched {
	readonly choice: string;
	readonly result: CheckResult;
}

/** Searches an experiment under each of its choices; null for more threads than a search holds. */
export function searched(experiment: Experiment): readonly Searched[] | null {
	if (threadsOf(experiment.recipe).length > CHECK_THREADS_MAX) return null;
	return experiment.turn.choices.map((choice) => ({ choice, result: checkOf(recipeUnder(experiment, choice)) }));
}

/** The properties that are about somebody under some choice, in the order of a search. */
export function askedProperties(all: readonly Searched[]): string[] {
	const names = all[0]?.result.properties.map(({ name }) => name) ?? [];
	return names.filter((name) =>
		all.some(({ result }) => result.properties.some((each) => each.name === name && !each.vacuous)),
	);
}
