import { primitiveNames } from '../../src/engine/kernel/primitives.ts';
import type { Plan } from '../../src/engine/simulate/plan.ts';
import { simulate } from '../../src/engine/simulate/simulate.ts';
import { letterOf } from './state-text.ts';

/** Every step of a run, as '1001 A up_write=0': when, who, the operation, its result. */
export function traceOf(plan: Plan): string[] {
	const trace: string[] = [];
	simulate(plan, {
		step(time_ns, thread, node, result) {
			const name = primitiveNames[plan.tables.operation[node] as number] ?? 'asleep';
			trace.push(`${time_ns} ${letterOf(thread)} ${name}=${result}`);
		},
		activity() {},
		retry() {},
	});
	return trace;
}
