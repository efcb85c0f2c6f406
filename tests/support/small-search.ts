import { type CheckLimits, explore } from '../../src/engine/check/exploration.ts';
import type { Graph } from '../../src/engine/check/graph.ts';
import type { CheckModel, Progress, Watch } from '../../src/engine/check/model.ts';
import { type Pending, pendingOf } from '../../src/engine/check/pending.ts';
import { operation } from '../../src/engine/kernel/primitives.ts';
import type { RwSemaphoreName } from '../../src/engine/kernel/rw-semaphore.ts';
import { FINISHED, SUCCESSORS, type Tables } from '../../src/engine/model/tables.ts';
import { smallPlan } from './small-model.ts';

/** More states than any small model has: were a step wrong, the search shall end all the same. */
const smallLimits: CheckLimits = { states: 100_000 };

/** C text and a cast, as `smallPlan` takes them, to be searched. */
export function smallSearch(text: string, cast: string, discipline: RwSemaphoreName = 'queue'): CheckModel {
	const { tables, counts } = smallPlan(text, cast, { discipline });
	return { tables, counts, discipline };
}

/** Pending until its function has returned. */
export function untilFinished({ tables }: CheckModel, thread: number): Progress {
	const pending = tables.operation.map((number) => (number === FINISHED ? 0 : 1));
	return { name: 'finishes', thread, pending: Uint8Array.from(pending) };
}

/** Pending between trace_fault_begin() and trace_fault_end(). */
export function betweenMarks({ tables }: CheckModel, thread: number): Progress {
	const pending = new Uint8Array(tables.nodeCount);
	const work = [...tables.operation.keys()]
		.filter((node) => tables.operation[node] === operation.trace_fault_begin)
		.map((node) => nextOf(tables, node, 0));
	for (const node of work) {
		if (node < 0 || pending[node] === 1 || tables.operation[node] === operation.trace_fault_end) continue;
		pending[node] = 1;
		for (let result = 0; result < SUCCESSORS; result++) work.push(nextOf(tables, node, result));
	}
	return { name: 'ends', thread, pending };
}

/** Where a thread passes trace_fault_retry(). */
export function retries({ tables }: CheckModel): Uint8Array {
	return Uint8Array.from(tables.operation, (number) => (number === operation.trace_fault_retry ? 1 : 0));
}

/** Searches for all states, and cuts out those in which the thread is pending. */
export function searched(
	model: CheckModel,
	progress: Progress,
	limits = smallLimits,
	watches: readonly Watch[] = [],
): { readonly graph: Graph; readonly pending: Pending } {
	const graph = explore(model, watches, limits);
	return { graph, pending: pendingOf(graph, model.tables, progress) };
}

function nextOf({ successor }: Tables, node: number, result: number): number {
	return (successor[node * SUCCESSORS + result] as number) >> 1;
}
