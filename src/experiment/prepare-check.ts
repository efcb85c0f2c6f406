import type { CheckModel } from '../engine/check/model.ts';
import { primitives } from '../engine/kernel/primitives.ts';
import type { RwSemaphoreName } from '../engine/kernel/rw-semaphore.ts';
import { unfold } from '../engine/model/unfold.ts';
import type { ModelContent } from './content.ts';
import { type RunnableModel, runnableModel } from './model.ts';
import type { Recipe } from './recipe.ts';
import { withSigbusEnd } from './sigbus-end.ts';
import { countsOf, type NamedThread, threadsOf } from './threads.ts';

/** The function that a victim runs in a search: one fault, since a search asks whether that one ever ends. */
export const ONE_FAULT = 'victim_fault';

/** A recipe made ready to be searched. */
export interface PreparedCheck {
	readonly model: RunnableModel;
	/** Each by the C function that it runs here: a victim's is ONE_FAULT. */
	readonly threads: readonly NamedThread[];
	readonly searched: CheckModel;
	/** The node in which a victim ends whose fault ended in SIGBUS; null if none can. */
	readonly sigbusEnd: number | null;
}

/**
 * Makes a valid recipe ready to be searched; its times and its seed do not matter there.
 *
 * @throws EraError, CompileError, ModelError if the content's C is not in order
 */
export function prepareCheck(recipe: Recipe, content: ModelContent): PreparedCheck {
	const model = runnableModel(content, recipe);
	const threads = threadsOf(recipe).map((thread) =>
		thread.actor === 'victim' ? { ...thread, actor: ONE_FAULT } : thread,
	);
	const { tables, sigbusEnd } = withSigbusEnd(unfold(model.program, primitives, threads));
	return {
		model,
		threads,
		sigbusEnd,
		searched: { tables, counts: countsOf(recipe), discipline: recipe.rwsem as RwSemaphoreName },
	};
}
