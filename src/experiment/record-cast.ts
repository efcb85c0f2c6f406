import { type Shape, shapeOf } from '../engine/kernel/shape.ts';
import type { Tables } from '../engine/model/tables.ts';
import type { Plan, PlannedThread } from '../engine/simulate/plan.ts';

/** A plan whose threads have names for the reader. */
export interface NamedPlan extends Plan {
	readonly threads: readonly (PlannedThread & { readonly name: string })[];
}

/** What words need to know of a run: who is who, and how to read its cells. */
export interface Cast {
	readonly tables: Tables;
	readonly shape: Shape;
	/** Per thread, its name. */
	readonly names: readonly string[];
}

/** The cast of a plan. */
export function castOf(plan: NamedPlan): Cast {
	return { tables: plan.tables, shape: shapeOf(plan.counts), names: plan.threads.map(({ name }) => name) };
}

/** A queue's entries from the head, as `Shape` says. */
export function entriesOf(shape: Shape, cells: Int32Array, queue: number): number[] {
	const start = shape.queues + queue * shape.queueStride;
	return [...cells.subarray(start + 1, start + 1 + (cells[start] as number))];
}

/** "a", "a and b", "a, b and c". */
export function listed(names: readonly string[]): string {
	return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
