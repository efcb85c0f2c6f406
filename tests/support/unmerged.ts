import { operation } from '../../src/engine/kernel/primitives.ts';
import { SUCCESSORS, type Tables } from '../../src/engine/model/tables.ts';

/** What a step does that only says that local C was run: it looks at a page, and goes on whatever it sees. */
const LOCAL = operation.test_bit;

/** What becomes a step: each line of local C, or all of it between two operations together. */
export type Grain = 'line' | 'run';

/**
 * The same threads with local C not merged into the operation before it, but a step of its own; so marks and time to
 * spend are apart from operations, too. Sections under a spinlock stay one step, with whatever local C is in them.
 *
 * The tables' nodes keep their numbers; those of the local steps follow.
 */
export function unmerged(tables: Tables, grain: Grain): Tables {
	const [operations, objects, parameters] = [[...tables.operation], [...tables.object], [...tables.argument]];
	const positions = [...tables.positions];
	const edgePlaces = [...tables.edgePlaces];
	const successor = [...tables.successor];
	for (const [edge, places] of tables.edgePlaces.entries()) {
		const target = tables.successor[edge] as number;
		if (target < 0 || (target & 1) === 1) continue;
		const from = Math.floor(edge / SUCCESSORS);
		let last = edge;
		for (const line of grain === 'line' ? places.map((place) => [place]) : places.slice(0, 1).map(() => places)) {
			const node = operations.push(LOCAL) - 1;
			objects.push(0);
			parameters.push(0);
			// Whoever stands there still is where the operation before it was.
			positions.push(tables.positions[from] ?? []);
			edgePlaces[last] = line;
			successor[last] = node * 2;
			last = node * SUCCESSORS;
			successor.push(-1, -1);
			edgePlaces.push([], []);
		}
		successor[last] = target;
	}
	// Whatever the look at the page says, the thread goes on.
	for (let node = tables.nodeCount; node < operations.length; node++) {
		successor[node * SUCCESSORS + 1] = successor[node * SUCCESSORS] as number;
	}
	return {
		nodeCount: operations.length,
		operation: Int32Array.from(operations),
		object: Int32Array.from(objects),
		argument: Int32Array.from(parameters),
		successor: Int32Array.from(successor),
		positions,
		edgePlaces,
		entries: tables.entries,
	};
}
