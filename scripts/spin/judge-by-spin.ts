import type { ModelContent } from '../../src/experiment/content.ts';
import { compilerOptions } from '../../src/experiment/promela/head-text.ts';
import { type Promela, promelaOf } from '../../src/experiment/promela/promela.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';
import { threadsOf } from '../../src/experiment/threads.ts';
import { compile, type Folder, generate, inFolder, search } from './spin.ts';

/** What spin says of a recipe: counts without reduction, and each property that is violated, by name. */
export interface SpinJudgement {
	readonly states: number;
	/** Steps; that spin also counts the first state, as if a step led to it, is taken off. */
	readonly transitions: number;
	readonly violated: ReadonlySet<string>;
}

/**
 * Writes a recipe as Promela, and lets spin judge each property under weak fairness.
 *
 * @throws ExportError, EraError, CompileError, ModelError; Error if spin fails or is cut off
 */
export function judgeBySpin(recipe: Recipe, content: ModelContent): SpinJudgement {
	const promela = promelaOf(recipe, content, { command: 'scripts/compare-with-spin.ts' });
	// Compiling takes longer than searching so few states.
	const options = `-O0 ${compilerOptions(threadsOf(recipe).length)}`;
	return inFolder(promela.text, (folder) => {
		generate(folder);
		compile(folder, 'safety', `${options} -DSAFETY -DNOCLAIM`);
		const all = search(folder, 'safety', ['-c0']);
		const violated = new Set([...wrong(all.text, promela), ...starving(folder, options, promela)]);
		return { states: all.states, transitions: all.transitions - 1, violated };
	});
}

/** The properties that no claim is needed for. */
function wrong(text: string, { assertions }: Promela): string[] {
	const asserted = [...text.matchAll(/assertion violated (.*) \(at depth/g)].map(([, condition]) => {
		return assertions.find(({ name }) => condition === name)?.property ?? 'no-misuse';
	});
	return text.includes('invalid end state (at depth') ? [...asserted, 'no-deadlock'] : asserted;
}

function starving(folder: Folder, options: string, { claims }: Promela): string[] {
	if (claims.length === 0) return [];
	compile(folder, 'progress', options);
	return claims
		.filter(({ name }) => search(folder, 'progress', ['-a', '-f', '-E', '-A', '-N', name]).errors > 0)
		.map(({ property }) => property);
}
