import { type PrimitiveName, primitiveNames, primitives } from '../kernel/primitives.ts';
import { ASLEEP, FINISHED, SUCCESSORS, type Tables } from '../model/tables.ts';

export const TAKES_STEP = 0;
/** A step that touches no lock and no queue, so that there is nothing to note of it. */
export const TAKES_BARE_STEP = 1;
export const SPENDS = 2;
export const SLEEPS = 3;
const MARKS = 4;
export const ENDS = 5;

const bareSteps: ReadonlySet<PrimitiveName> = new Set(['pte_present', 'pte_clear', 'set_pte_at', 'test_bit']);

/** What a thread does next at a node where `number` is its operation: TAKES_STEP and so on. */
export function courseOf(tables: Tables, number: number, node: number): number {
	if (number === FINISHED) return ENDS;
	if (number === ASLEEP) return SLEEPS;
	const name = primitiveNames[number] as PrimitiveName;
	const { kind } = primitives[name];
	if (kind === 'spend') return SPENDS;
	if (kind !== 'step') return MARKS;
	return bareSteps.has(name) && !goesOnInSection(tables, node) ? TAKES_BARE_STEP : TAKES_STEP;
}

/** Whether the step goes on with another operation under the same spinlock, after any result. */
function goesOnInSection({ successor }: Tables, node: number): boolean {
	const next = successor.subarray(node * SUCCESSORS, (node + 1) * SUCCESSORS);
	return next.some((each) => each >= 0 && (each & 1) === 1);
}
