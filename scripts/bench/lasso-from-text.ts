import { explore } from '../../src/engine/check/exploration.ts';
import { judge } from '../../src/engine/check/judge.ts';
import { primitives } from '../../src/engine/kernel/primitives.ts';
import type { RwSemaphoreName } from '../../src/engine/kernel/rw-semaphore.ts';
import { FINISHED } from '../../src/engine/model/tables.ts';
import { unfold } from '../../src/engine/model/unfold.ts';
import type { ModelContent } from '../../src/experiment/content.ts';
import { compileModel } from '../../src/experiment/model.ts';
import { ONE_FAULT } from '../../src/experiment/prepare-check.ts';
import { emptyRecipe } from '../../src/experiment/recipe.ts';
import { countsOf, threadsOf } from '../../src/experiment/threads.ts';

const recipe = { ...emptyRecipe, victims: 1, lockers: 1 };

/**
 * All the way from the model's C to the shortest lasso that keeps a victim waiting beside a locker:
 * eras, compiler, tables, search, judgement, replay. Nothing is kept from one call to the next.
 * @returns the lasso's steps, stem and loop
 * @throws Error if there is none
 */
export function lassoFromText(content: ModelContent): { readonly stem: number; readonly loop: number } {
	const { program } = compileModel(content, { ...recipe, 'page-lock': 'v4.20' });
	if (program === null) throw new Error("the model's C does not compile");
	const threads = threadsOf(recipe).map((thread) =>
		thread.actor === 'victim' ? { ...thread, actor: ONE_FAULT } : thread,
	);
	const tables = unfold(program, primitives, threads);
	const model = { tables, counts: countsOf(recipe), discipline: recipe.rwsem as RwSemaphoreName };
	const victim = {
		name: 'victim-completes',
		thread: threads.findIndex(({ actor }) => actor === ONE_FAULT),
		pending: Uint8Array.from(tables.operation, (operation) => (operation === FINISHED ? 0 : 1)),
	};
	const { lasso } = judge(model, explore(model), [victim], 'weak');
	if (lasso === null) throw new Error('no lasso was found where there is one');
	return { stem: lasso.stem.length, loop: lasso.loop.length };
}
