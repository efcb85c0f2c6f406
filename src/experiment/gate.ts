import { primitives } from '../engine/kernel/primitives.ts';
import { NOT_HELD, shapeOf } from '../engine/kernel/shape.ts';
import { createStep } from '../engine/kernel/step.ts';
import { unfold } from '../engine/model/unfold.ts';
import type { ModelContent } from './content.ts';
import type { Eras } from './eras.ts';
import { CompileError, compileModel } from './model.ts';

/** The flags that the gate may look at, by their values in include/linux/mm.h; the same since v4.20. */
export const gateFlags = { ALLOW_RETRY: 0x04, RETRY_NOWAIT: 0x08, KILLABLE: 0x10, TRIED: 0x20 } as const;

/** What a fault does whose page is locked: sleeps or not, with mmap_sem in hand or not. */
export interface GateAnswer {
	readonly sleeps: boolean;
	readonly keepsSemaphore: boolean;
	/** What the flags do not permit, in words; null if it is as it should be. */
	readonly wrong: string | null;
}

/** Steps within which a fault must have come to rest; there are about ten. */
const STEPS = 1000;

const HOLDER = 0;
const ASKER = 1;

/**
 * Lets the model's `__lock_page_or_retry()` run, with mmap_sem held for reading and a flag word, into a page that is
 * locked and stays so, until the fault sleeps or has returned.
 *
 * @throws EraError, CompileError, ModelError if the content's C is not in order
 */
export function gateAnswer(content: ModelContent, eras: Eras, flags: number): GateAnswer {
	const asker = `void gate_holder(struct page *page)
{
	trylock_page(page);
}
void gate_asker(struct mm_struct *mm, struct page *page)
{
	down_read(&mm->mmap_sem);
	__lock_page_or_retry(page, mm, ${flags});
}`;
	const { program, diagnostics } = compileModel(
		{ ...content, model: { ...content.model, 'actors/gate.c': asker } },
		eras,
	);
	if (program === null) throw new CompileError(diagnostics);
	const threads = ['gate_holder', 'gate_asker'].map((actor) => ({ actor, mm: 0, page: 0 }));
	const tables = unfold(program, primitives, threads);
	const shape = shapeOf({ threads: threads.length, mms: 1, pages: 1 });
	const step = createStep(tables, shape, 'queue');
	const cells = new Int32Array(shape.cellCount);
	cells.set(tables.entries);
	for (const thread of [HOLDER, ASKER]) {
		for (let count = 0; count < STEPS; count++) {
			step.settle(cells, thread);
			if (!step.isEnabled(cells, thread)) break;
			step.run(cells, thread);
		}
	}
	const sleeps = step.isAsleep(cells, ASKER);
	const keepsSemaphore = cells[shape.held + ASKER] !== NOT_HELD;
	return { sleeps, keepsSemaphore, wrong: wrongOf(flags, sleeps, keepsSemaphore) };
}

/** What the flags promise: include/linux/mm.h of v4.20 and of v5.7, and `fault_flag_allow_retry_first()` of v5.7. */
function wrongOf(flags: number, sleeps: boolean, keepsSemaphore: boolean): string | null {
	const has = (flag: number) => (flags & flag) !== 0;
	const mayLetGo = has(gateFlags.ALLOW_RETRY);
	if (has(gateFlags.RETRY_NOWAIT) && sleeps) return 'must not sleep';
	if (!mayLetGo && !keepsSemaphore) return 'may not let go';
	if (mayLetGo && !has(gateFlags.TRIED) && sleeps && keepsSemaphore) return 'need not keep it';
	return null;
}
