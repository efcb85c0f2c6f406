import { DEFAULT_LIMITS } from '../../engine/check/exploration.ts';
import type { Subject } from '../link/subject.ts';
import { differences, emptyRecipe, optionsText } from '../recipe.ts';

/**
 * The command that answers a subject's question again.
 *
 * @param patchFile the file that holds the recipe's patch, if it has any
 */
export function commandOf({ experiment, recipe, question }: Subject, patchFile: string): string {
	const isCheck = question.kind === 'check';
	return [
		`bin/polite ${question.kind}`,
		experiment?.name ?? '',
		optionsText(differences(recipe, experiment?.recipe ?? emptyRecipe), patchFile),
		isCheck && question.fairness !== 'weak' ? `--fairness ${question.fairness}` : '',
		isCheck && question.statesMax !== DEFAULT_LIMITS.states ? `--max-states ${question.statesMax}` : '',
	]
		.filter((part) => part !== '')
		.join(' ');
}
