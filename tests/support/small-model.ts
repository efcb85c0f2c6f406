import { structs } from '../../src/engine/kernel/objects.ts';
import { primitives } from '../../src/engine/kernel/primitives.ts';
import type { Counts } from '../../src/engine/kernel/shape.ts';
import { compile } from '../../src/engine/model/compile.ts';
import type { Program } from '../../src/engine/model/program.ts';
import { type ThreadBinding, unfold } from '../../src/engine/model/unfold.ts';
import type { Duration } from '../../src/engine/simulate/duration.ts';
import type { Plan } from '../../src/engine/simulate/plan.ts';

/** The times that small models may spend, in the order of their numbers. */
const durationNames = ['short_ns', 'long_ns', 'gap_ns', 'random_ns'];

/** So that every time in a small model's run can be computed by hand. */
const durations: readonly Duration[] = [
	{ kind: 'constant', ns: 10 },
	{ kind: 'constant', ns: 1000 },
	{ kind: 'constant', ns: 100_000 },
	{ kind: 'exponential', mean_ns: 500 },
];

/** Compiles C text; throws what the first diagnostic says, if there is an error. */
export function programOf(text: string): Program {
	const { program, diagnostics } = compile([{ path: 'test.c', text }], {
		structs,
		primitives,
		durations: durationNames,
	});
	if (program === null) throw new Error(JSON.stringify(diagnostics[0]));
	return program;
}

/**
 * A thread by the C function it runs, on mm 0 and page 0, about thread 0 if about any, unless it says
 * 'actor:mm:page:thread'.
 */
export function bindingOf(notation: string): ThreadBinding {
	const [actor = '', mm = '0', page = '0', task = '0'] = notation.split(':');
	return { actor, mm: Number(mm), page: Number(page), task: Number(task) };
}

/**
 * A plan for C text: steps of 1 ns, wake-ups of 5 ns.
 *
 * @param cast the threads in order, as in 'reader writer bystander:0:1'
 */
export function smallPlan(text: string, cast: string, changes: Partial<Plan> = {}): Plan {
	const threads = cast.split(' ').map(bindingOf);
	const counts: Counts = {
		threads: threads.length,
		mms: 1 + Math.max(...threads.map(({ mm }) => mm)),
		pages: 1 + Math.max(...threads.map(({ page }) => page)),
		userfaults: 1,
	};
	return {
		tables: unfold(programOf(text), primitives, threads),
		threads,
		counts,
		discipline: 'queue',
		durations,
		step_ns: 1,
		wake: { kind: 'constant', ns: 5 },
		timeOut: { kind: 'constant', ns: 50 },
		streams: [0, 1, 2, 3, 4, 5],
		seed: 1,
		duration_ns: 1_000_000,
		eventLimit: 1_000_000,
		...changes,
	};
}

/** A function `a` with that body, on three lines: what goes wrong in it goes wrong at test.c:2. */
export function actorWith(body: string): string {
	return `void a(struct mm_struct *mm, struct page *page) {\n${body}\n}`;
}
