import type { CheckModel } from '../../src/engine/check/model.ts';
import { shapeOf } from '../../src/engine/kernel/shape.ts';
import { createStep } from '../../src/engine/kernel/step.ts';

/** All states by their cells, in the order of a breadth-first search: whole copies in a map, nothing clever. */
export interface PlainGraph {
	/** Per state, its cells as text. */
	readonly states: readonly string[];
	/** Per state, 'thread>state' for each step. */
	readonly edges: readonly (readonly string[])[];
	readonly depth: number;
}

export function plainSearch({ tables, counts, discipline }: CheckModel): PlainGraph {
	const shape = shapeOf(counts);
	const step = createStep(tables, shape, discipline);
	const first = new Int32Array(shape.cellCount);
	first.set(tables.entries);
	for (const thread of tables.entries.keys()) step.settle(first, thread);
	const found = [{ cells: first, depth: 0 }];
	const numbers = new Map([[first.join(), 0]]);
	const edges: string[][] = [];
	for (const { cells, depth } of found) {
		const own: string[] = [];
		for (const thread of tables.entries.keys()) {
			if (!step.isEnabled(cells, thread)) continue;
			const next = cells.slice();
			step.run(next, thread);
			for (const each of [thread, ...step.woken.slice(0, step.wokenCount)]) step.settle(next, each);
			const number = numbers.get(next.join()) ?? numbers.size;
			if (number === numbers.size) {
				numbers.set(next.join(), number);
				found.push({ cells: next, depth: depth + 1 });
			}
			own.push(`${thread}>${number}`);
		}
		edges.push(own);
	}
	return { states: [...numbers.keys()], edges, depth: found.at(-1)?.depth ?? 0 };
}
