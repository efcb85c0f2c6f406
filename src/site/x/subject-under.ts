import type { Question } from '../../experiment/link/question.ts';
import { type Subject, usualBase } from '../../experiment/link/subject.ts';
import type { Experiment } from '../../experiment/named-experiments.ts';
import { recipeUnder } from '../passage/recipe-under.ts';

/** What is asked of an experiment under one of its choices. Throws Error for a choice that it does not have. */
export function subjectUnder(experiment: Experiment, choice: string, question: Question): Subject {
	const recipe = recipeUnder(experiment, choice);
	return { experiment, recipe, base: usualBase({ experiment, recipe }), question };
}
