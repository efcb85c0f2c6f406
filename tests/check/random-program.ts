import fc from 'fast-check';
import type { CheckModel } from '../../src/engine/check/model.ts';
import { structs } from '../../src/engine/kernel/objects.ts';
import { primitives } from '../../src/engine/kernel/primitives.ts';
import { type RwSemaphoreName, rwSemaphores } from '../../src/engine/kernel/rw-semaphore.ts';
import { compile } from '../../src/engine/model/compile.ts';
import { unfold } from '../../src/engine/model/unfold.ts';
import { eraNames } from '../../src/experiment/content.ts';
import { modelFiles } from '../../src/experiment/eras.ts';
import { spendableKeys } from '../../src/experiment/keys.ts';
import { content } from '../support/scenarios.ts';

/** A small program of threads that take and give locks, with rules for these. */
export interface RandomProgram {
	/** Per thread, the body of its function. */
	readonly bodies: readonly string[];
	readonly 'page-lock': string;
	readonly 'page-lock-unfairness': number;
	readonly discipline: RwSemaphoreName;
}

const takings = [
	['lock_page(page)', 'unlock_page(page)'],
	['down_read(&mm->mmap_sem)', 'up_read(&mm->mmap_sem)'],
	['down_write(&mm->mmap_sem)', 'up_write(&mm->mmap_sem)'],
] as const;
const tries = [
	['trylock_page(page)', 'unlock_page(page)'],
	['down_read_trylock(&mm->mmap_sem)', 'up_read(&mm->mmap_sem)'],
	['__lock_page_killable(page)', 'unlock_page(page)'],
] as const;
/** What no thread does amiss. */
const single = [
	'wait_on_page_locked(page);',
	'wait_on_page_locked_killable(page);',
	'set_pte_at(mm, page);',
	'pte_clear(mm, page);',
	'spend(io_ns);',
	'send_sig(SIGKILL, other);',
	'send_sig(SIGUSR1, other);',
	'dequeue_signal();',
];
/** What a thread must not do that holds nothing. */
const careless = takings.map(([, give]) => `${give};`);

const { block } = fc.letrec<{ statement: string; block: string }>((tie) => ({
	statement: fc.oneof(
		{ depthSize: 'medium', withCrossShrink: true },
		{ weight: 18, arbitrary: fc.constantFrom(...single) },
		{ weight: 27, arbitrary: around(fc.constantFrom(...takings), tie('block')) },
		{
			weight: 9,
			arbitrary: fc
				.tuple(fc.constantFrom(...tries), tie('block'), tie('block'))
				.map(([[take, give], then, otherwise]) => {
					const [before, within] = holding(take, give, then);
					return `${before} if (${take}) { ${within} } else { ${otherwise} }`;
				}),
		},
		{
			weight: 3,
			arbitrary: fc
				.tuple(tie('block'), tie('block'))
				.map(([then, otherwise]) => `if (pte_present(mm, page)) { ${then} } else { ${otherwise} }`),
		},
		{ weight: 9, arbitrary: tie('block').map(twice) },
		{ weight: 3, arbitrary: tie('block').map((body) => `trace_fault_begin(); ${body} trace_fault_end();`) },
		// Now and then a lock that is never given back, or one that was never taken.
		{ weight: 1, arbitrary: fc.constantFrom(...takings).map(([take]) => `${take};`) },
		{ weight: 1, arbitrary: fc.constantFrom(...careless) },
	),
	block: fc.array(tie('statement'), { maxLength: 3 }).map((statements) => statements.join(' ')),
}));

/** Whoever holds a lock does not ask for it again: a body that does comes before. */
function holding(take: string, give: string, inner: string): readonly [before: string, within: string] {
	const lock = take.slice(take.indexOf('('));
	return inner.includes(lock) ? [inner, `${give};`] : ['', `${inner} ${give};`];
}

function around(taking: fc.Arbitrary<readonly [string, string]>, inner: fc.Arbitrary<string>): fc.Arbitrary<string> {
	return fc.tuple(taking, inner).map(([[take, give], each]) => {
		const [before, within] = holding(take, give, each);
		return `${before} ${take}; ${within}`;
	});
}

/** The C subset lets no name hide another. */
function twice(body: string): string {
	let name = 'i';
	while (body.includes(`int ${name} `)) name += 'i';
	return `for (int ${name} = 0; ${name} < 2; ${name}++) { ${body} }`;
}

/** Once, for ever, fault upon fault, or until the pte is there; the look at it is a step, so that no round is without one. */
const body: fc.Arbitrary<string> = fc
	.tuple(
		fc.constantFrom(
			['{', '}'],
			['for (;;) { pte_present(mm, page);', '}'],
			['for (;;) { trace_fault_begin(); pte_present(mm, page);', 'trace_fault_end(); }'],
			['while (!pte_present(mm, page)) {', '}'],
		),
		block,
	)
	.map(([[begin, end], inner]) => `${begin} ${inner} ${end}`);

/** Programs of two or three threads. */
export const randomPrograms: fc.Arbitrary<RandomProgram> = fc.record({
	bodies: fc.array(body, { minLength: 2, maxLength: 3 }),
	'page-lock': fc.constantFrom(...eraNames(content, 'page-lock')),
	'page-lock-unfairness': fc.nat(2),
	discipline: fc.constantFrom(...(Object.keys(rwSemaphores) as RwSemaphoreName[])),
});

/** The program over the model's own page lock, to be searched. */
export function modelOf({ bodies, discipline, ...eras }: RandomProgram): CheckModel {
	const text = bodies
		.map(
			(each, thread) =>
				`void thread_${thread}(struct mm_struct *mm, struct page *page, struct task_struct *other)\n{\n\t${each}\n}\n`,
		)
		.join('\n');
	const files = [...modelFiles(content, { policy: 'v4.20', ...eras }), { path: 'actors/random.c', text }];
	const durations = spendableKeys.map((name) => name.replaceAll('-', '_'));
	const { program, diagnostics } = compile(files, { structs, primitives, durations });
	if (program === null) throw new Error(`${JSON.stringify(diagnostics[0])}\n${text}`);
	const threads = bodies.map((_, thread) => ({
		actor: `thread_${thread}`,
		mm: 0,
		page: 0,
		task: (thread + 1) % bodies.length,
	}));
	const tables = unfold(program, primitives, threads);
	return { tables, counts: { threads: threads.length, mms: 1, pages: 1 }, discipline };
}
