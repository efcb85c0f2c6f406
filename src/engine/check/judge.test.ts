import { describe, expect, test } from 'vitest';
import { betweenMarks, smallSearch, untilFinished } from '../../../tests/support/small-search.ts';
import { operation } from '../kernel/primitives.ts';
import { explore } from './exploration.ts';
import { wayTo } from './graph.ts';
import { type Judgement, judge, judgeDeadlock, judgeMisuse, judgeWatch } from './judge.ts';
import type { CheckModel, Fairness, Watch } from './model.ts';

const text = `
void once(struct page *page) { set_bit(7, &page->flags); }
void twice(struct page *page) { set_bit(7, &page->flags); clear_bit(7, &page->flags); }
void warns(struct page *page) { if (test_bit(7, &page->flags)) trace_fault_sigbus(); }
void spins(struct page *page) { while (!test_bit(7, &page->flags)) {} }
void early(struct page *page) { trace_fault_begin(); while (!test_bit(7, &page->flags)) {} trace_fault_end(); }
void alike(struct page *page) { trace_fault_begin(); while (!test_bit(7, &page->flags)) {} trace_fault_end(); }
void late(struct page *page) { test_bit(0, &page->flags); early(page); }
void takes(struct page *page) {
	test_bit(0, &page->flags);
	trace_fault_begin();
	while (test_and_set_bit_lock(0, &page->flags)) {}
	trace_fault_end();
	clear_bit_unlock(0, &page->flags);
}
void rivals(struct page *page) {
	for (;;) { while (test_and_set_bit_lock(0, &page->flags)) {} clear_bit_unlock(0, &page->flags); }
}
void toggles(struct page *page) { for (;;) { set_bit(7, &page->flags); clear_bit(7, &page->flags); } }
void idles(struct page *page) { for (;;) clear_bit(7, &page->flags); }
void sleeps(struct page *page) {
	struct wait_queue_head *q = page_waitqueue(page);
	set_bit(7, &page->flags);
	spin_lock_irq(&q->lock); add_wait_queue_tail(q, 1); spin_unlock_irq(&q->lock);
	io_schedule();
}
void careless(struct page *page) { if (test_bit(7, &page->flags)) clear_bit_unlock(0, &page->flags); }
void misled(struct page *page) { test_bit(7, &page->flags); clear_bit_unlock(0, &page->flags); }
void signals(struct task_struct *first) { send_sig(10, first); }
void waits(struct page *page) { while (!signal_pending()) {} }`;

const modelOf = (cast: string) => smallSearch(text, cast);

function sigbus({ tables }: CheckModel): Watch {
	const nodes = tables.operation.map((number) => (number === operation.trace_fault_sigbus ? 1 : 0));
	return { name: 'no-sigbus', nodes: Uint8Array.from(nodes) };
}

/** The verdict, then the threads of the stem, step by step. */
const short = ({ verdict, lasso }: Judgement) =>
	lasso === null ? verdict : `${verdict} ${lasso.stem.map(({ thread }) => 'ABC'.charAt(thread)).join('')}`;

describe('what must never be passed', () => {
	test.each([
		['nobody comes there', 'warns', 'HOLDS'],
		['by the fewest steps, the last one is the step that passes it', 'warns once', 'VIOLATED BA'],
	])('%s', (_, cast, expected) => {
		const model = modelOf(cast);
		const watch = sigbus(model);
		expect(short(judgeWatch(model, explore(model, [watch]), watch))).toBe(expected);
	});

	test('is unknown of a search that was cut off, unless it was seen', () => {
		const model = modelOf('warns twice');
		const watch = sigbus(model);
		const { states } = explore(model, [watch]);
		expect(short(judgeWatch(model, explore(model, [watch], { states: 1 }), watch))).toBe('UNKNOWN');
		expect(short(judgeWatch(model, explore(model, [watch], { states: states - 1 }), watch))).toBe('VIOLATED BA');
	});

	test('is unknown where an error of the C hides what follows', () => {
		const model = modelOf('misled warns');
		const watch = sigbus(model);
		expect(short(judgeWatch(model, explore(model, [watch]), watch))).toBe('UNKNOWN');
	});
});

describe('a deadlock', () => {
	test.each([
		['is none where all finish', 'once twice', 'HOLDS'],
		['is none where somebody goes on for ever', 'sleeps idles', 'HOLDS'],
		['is where somebody sleeps for ever, and all others have finished', 'sleeps', 'VIOLATED AA'],
		['with the fewest steps before it', 'sleeps once', 'VIOLATED AAB'],
	])('%s', (_, cast, expected) => {
		const model = modelOf(cast);
		expect(short(judgeDeadlock(model, explore(model)))).toBe(expected);
	});

	test('is unknown where the search was cut off, or an error of the C hides what follows', () => {
		const cut = modelOf('sleeps once');
		expect(short(judgeDeadlock(cut, explore(cut, [], { states: 1 })))).toBe('UNKNOWN');
		const misled = modelOf('misled');
		expect(short(judgeDeadlock(misled, explore(misled)))).toBe('UNKNOWN');
	});
});

test('of what is no property of one thread, no thread, assumption or reason is told', () => {
	const model = modelOf('sleeps');
	const graph = explore(model);
	const nothing = { thread: null, weakest: null, reasons: [] };
	expect(judgeDeadlock(model, graph)).toEqual({
		...nothing,
		verdict: 'VIOLATED',
		lasso: { stem: wayTo(graph, graph.states - 1), loop: [] },
	});
	expect(judgeWatch(model, graph, sigbus(model))).toEqual({ ...nothing, verdict: 'HOLDS', lasso: null });
});

test('what does not replay is not shown: a way found in another model is refused', () => {
	const found = modelOf('sleeps');
	const other = modelOf('idles');
	expect(() => judgeDeadlock(other, explore(found))).toThrow('step 2, thread 0');
	const warning = modelOf('warns once');
	const watch = sigbus(warning);
	const graph = explore(warning, [watch]);
	expect(() => judgeWatch(warning, graph, { ...watch, nodes: new Uint8Array(watch.nodes.length) })).toThrow(
		'no-sigbus: passed by step 0, not by step 2',
	);
});

describe('an error of the C', () => {
	test('is told by the fewest steps, with its place', () => {
		const model = modelOf('careless once');
		const judgement = judgeMisuse(model, explore(model));
		expect(short(judgement)).toBe('VIOLATED BAA');
		expect(judgement.error?.message).toContain('PG_locked is cleared, but the page is not locked');
	});

	test('is none, or unknown where the search was cut off', () => {
		const model = modelOf('careless');
		expect(judgeMisuse(model, explore(model))).toMatchObject({ verdict: 'HOLDS', lasso: null, error: null });
		expect(judgeMisuse(model, explore(model, [], { states: 1 })).verdict).toBe('UNKNOWN');
	});
});

describe('who fares worst', () => {
	const worst = (cast: string, threads: readonly number[], fairness: Fairness = 'weak') => {
		const model = modelOf(cast);
		const progresses = threads.map((thread) => untilFinished(model, thread));
		const { thread, verdict, weakest } = judge(model, explore(model), progresses, fairness);
		return [thread, verdict, weakest];
	};

	test.each([
		['nobody is asked about: it holds', 'once', [], [null, 'HOLDS', 'none']],
		['the one whose end needs most', 'once spins toggles', [0, 1], [1, 'VIOLATED', 'random']],
		['whatever the order', 'spins once toggles', [0, 1], [0, 'VIOLATED', 'random']],
		['the first, if they are equal', 'spins toggles spins', [0, 2], [0, 'VIOLATED', 'random']],
	] as const)('%s', (_, cast, threads, expected) => {
		expect(worst(cast, threads)).toEqual(expected);
	});

	test.each([
		['of several that need as much, the one whose wait can begin first', 'late early idles', 1, 'nothing'],
		['whatever the order', 'early late idles', 0, 'nothing'],
		['of several that are equal, the first', 'early alike idles', 0, 'nothing'],
		['the one that needs most, though its wait begins later', 'early takes once rivals', 1, 'strong-lock'],
	] as const)('%s', (_, cast, thread, weakest) => {
		const model = modelOf(cast);
		const progresses = [0, 1].map((each) => betweenMarks(model, each));
		expect(judge(model, explore(model), progresses, 'none')).toMatchObject({ thread, weakest, verdict: 'VIOLATED' });
	});

	test('why its loop is fair is told with it, and nothing where there is none', () => {
		const spinning = modelOf('spins idles');
		expect(judge(spinning, explore(spinning), [untilFinished(spinning, 0)], 'weak').reasons).toEqual([
			{ reason: 'runs', step: 0 },
			{ reason: 'runs', step: 1 },
		]);
		const finishing = modelOf('once');
		expect(judge(finishing, explore(finishing), [untilFinished(finishing, 0)], 'weak')).toEqual({
			verdict: 'HOLDS',
			thread: 0,
			weakest: 'none',
			lasso: null,
			reasons: [],
		});
	});

	test('a property holds under the fairness that it needs, and under more', () => {
		const verdicts = (['none', 'weak', 'strong'] as const).map((fairness) => worst('spins once', [0], fairness)[1]);
		expect(verdicts).toEqual(['VIOLATED', 'HOLDS', 'HOLDS']);
	});

	test('where the C names threads, those that begin alike are no twins: the second is not signalled', () => {
		expect(worst('waits waits signals', [0, 1])).toEqual([1, 'VIOLATED', 'nothing']);
	});

	test('where an error of the C hides what follows, what was not violated is unknown', () => {
		expect(worst('once misled', [0])).toEqual([0, 'UNKNOWN', null]);
	});
});
