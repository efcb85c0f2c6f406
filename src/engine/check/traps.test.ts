import { describe, expect, test } from 'vitest';
import { betweenMarks, searched, smallSearch, untilFinished } from '../../../tests/support/small-search.ts';
import { weakestAssumption } from './assumption.ts';
import { nodeOf, stepFrom, wayTo } from './graph.ts';
import { judge } from './judge.ts';
import { shortestLasso } from './lasso.ts';
import type { CheckModel, Fairness } from './model.ts';
import { replayLasso } from './replay.ts';

/** Waits for a bit by looking again and again. */
const spinner = 'void a(struct page *page) { while (!test_bit(7, &page->flags)) {} }';
const toggler = 'void b(struct page *page) { for (;;) { set_bit(7, &page->flags); clear_bit(7, &page->flags); } }';
const setter = 'void b(struct page *page) { set_bit(7, &page->flags); }';
/** Sleeps, and nobody wakes it. */
const sleeper = `void a(struct page *page) {
	struct wait_queue_head *q = page_waitqueue(page);
	spin_lock_irq(&q->lock); add_wait_queue_tail(q, 0); spin_unlock_irq(&q->lock);
	io_schedule();
}`;
const idler = 'void b(struct page *page) { for (;;) { clear_bit(7, &page->flags); } }';

const fairnesses: readonly Fairness[] = ['none', 'weak', 'strong'];

/** Under each fairness, whether thread 0 finishes, and if not the threads of the loop, step by step. */
function loopsOf(model: CheckModel): (string | null)[] {
	const { pending } = searched(model, untilFinished(model, 0));
	return fairnesses.map((fairness) => {
		const lasso = shortestLasso(pending, fairness);
		if (lasso === null) return null;
		replayLasso(model, lasso, pending.progress, fairness);
		return lasso.loop.map(({ thread }) => 'abc'.charAt(thread)).join('');
	});
}

describe('traps for checkers of liveness', () => {
	test('edges of a component forgotten: a step back to its own state is a step of the component', () => {
		expect(loopsOf(smallSearch(spinner + idler, 'a b'))).toEqual(['a', 'ab', 'ab']);
	});

	test('an unfair inner cycle inside a fair component is not shown as a fair lasso', () => {
		const [none, weak, strong] = loopsOf(smallSearch(spinner + toggler, 'a b'));
		expect(none).toBe('a');
		for (const loop of [weak, strong]) expect([...(loop ?? '')].sort().join('')).toBe('abb');
	});

	test('an unfair component is no violation: whoever must run, runs', () => {
		expect(loopsOf(smallSearch(spinner + setter, 'a b'))).toEqual(['a', null, null]);
	});

	test('what is unfair as a whole may be fair in part: a rival that may hold for ever what it also gives back', () => {
		const queued = 'void a(struct mm_struct *mm) { down_write(&mm->mmap_sem); up_write(&mm->mmap_sem); }';
		const holder = `void b(struct mm_struct *mm, struct page *page) {
			for (;;) { down_write(&mm->mmap_sem); while (test_bit(7, &page->flags)) {} up_write(&mm->mmap_sem); }
		}`;
		const model = smallSearch(queued + holder + toggler.replace('b(', 'c('), 'a b c', 'v4.20');
		const [, , strong] = loopsOf(model);
		expect([...(strong ?? '')].sort().join('')).toBe('bcc');
		expect(weakestAssumption(searched(model, untilFinished(model, 0)).pending)).toBe('random');
	});

	test('stuttering: nobody may stand still who can run', () => {
		expect(loopsOf(smallSearch('void a(struct page *page) { set_bit(7, &page->flags); }', 'a'))).toEqual([
			null,
			null,
			null,
		]);
	});

	test('stuttering: where nobody can run, all stand still for ever', () => {
		expect(loopsOf(smallSearch(sleeper + setter, 'a b'))).toEqual(['', '', '']);
	});

	test.each([
		['of fewer steps than the way to a deadlock', 1, 'aa'],
		['of as many, since it begins earlier', 2, 'aaa'],
		['but not of more', 3, ''],
	])('who goes round, or falls asleep for ever: a loop %s', (_, clears, loop) => {
		const looks = `void a(struct page *page) {
			struct wait_queue_head *q = page_waitqueue(page);
			while (!test_bit(7, &page->flags)) { ${'clear_bit(7, &page->flags); '.repeat(clears)} }
			spin_lock_irq(&q->lock); add_wait_queue_tail(q, 1); spin_unlock_irq(&q->lock);
			io_schedule();
		}`;
		expect(loopsOf(smallSearch(looks + setter, 'a b'))[0]).toBe(loop);
	});

	test('a stutter is not progress: a step that changes nothing leads nowhere', () => {
		expect(loopsOf(smallSearch(spinner, 'a'))).toEqual(['a', 'a', 'a']);
	});

	test('progress within one step is progress: one wait ends, the next begins', () => {
		const text = `void a(struct page *page) {
			for (;;) { trace_fault_begin(); set_bit(7, &page->flags); trace_fault_end(); }
		}`;
		const model = smallSearch(text, 'a');
		const { graph, pending } = searched(model, betweenMarks(model, 0));
		expect(graph.states).toBe(2);
		expect([...pending.states]).toEqual([1, 1]);
		expect(weakestAssumption(pending)).toBe('none');
	});

	test('progress of a thread that another wakes is progress', () => {
		const text = `
			void a(struct page *page) {
				struct wait_queue_head *q = page_waitqueue(page);
				for (;;) {
					trace_fault_begin();
					spin_lock_irq(&q->lock); add_wait_queue_tail(q, 0); spin_unlock_irq(&q->lock);
					io_schedule();
					trace_fault_end();
				}
			}
			void b(struct page *page) {
				struct wait_queue_head *q = page_waitqueue(page);
				for (;;) { spin_lock_irq(&q->lock); if (waitqueue_active(q)) wake_up_first(q); spin_unlock_irq(&q->lock); }
			}`;
		const model = smallSearch(text, 'a b');
		const { pending } = searched(model, betweenMarks(model, 0));
		expect([...pending.states].every((one) => one === 1)).toBe(true);
		expect(weakestAssumption(pending)).toBe('weak');
	});

	test.each([1, 2])('fairness made unsatisfiable by a limit of %i states: UNKNOWN, never HOLDS', (states) => {
		const model = smallSearch(spinner + setter, 'a b');
		const { graph } = searched(model, untilFinished(model, 0), { states });
		expect(graph.complete).toBe(false);
		const { verdict, weakest } = judge(model, graph, [untilFinished(model, 0)], 'weak');
		expect([verdict, weakest]).toEqual(['UNKNOWN', null]);
	});

	test('what is violated within the limit is violated', () => {
		const counter = 'void b(struct page *page) { for (;;) { set_bit(7, &page->flags); down_later(page); } }';
		const later = 'void down_later(struct page *page) { clear_bit(7, &page->flags); test_bit(7, &page->flags); }';
		const model = smallSearch(spinner + later + counter, 'a b b b');
		const progress = untilFinished(model, 0);
		const { graph } = searched(model, progress, { states: 20 });
		expect(graph.complete).toBe(false);
		expect(judge(model, graph, [progress], 'none').verdict).toBe('VIOLATED');
	});

	test('a component printed as a path: what is no run does not replay', () => {
		const model = smallSearch(spinner + toggler, 'a b');
		const { pending } = searched(model, untilFinished(model, 0));
		const lasso = shortestLasso(pending, 'weak');
		if (lasso === null) throw new Error('no lasso');
		const { stem, loop } = lasso;
		const played =
			(changed: typeof lasso, fairness: Fairness = 'weak') =>
			() =>
				replayLasso(model, changed, pending.progress, fairness);
		expect(played(lasso)()).toEqual([
			{ reason: 'runs', step: loop.findIndex(({ thread }) => thread === 0) },
			{ reason: 'runs', step: loop.findIndex(({ thread }) => thread === 1) },
		]);
		expect(played({ stem, loop: loop.toReversed() })).toThrow();
		expect(played({ stem, loop: loop.slice(1) })).toThrow();
		expect(played({ stem, loop: [] })).toThrow('a deadlock in which some can run');
		expect(played({ stem, loop: loop.filter(({ thread }) => thread === 1) })).toThrow(
			'the loop is not fair to thread 0',
		);
		const wrongAnswer = loop.map((step) => ({ ...step, result: 1 - step.result }));
		expect(played({ stem, loop: wrongAnswer })).toThrow('the answer is');
		expect(played({ stem, loop: loop.slice(0, -1) })).toThrow('the loop does not lead back to where it began');
	});

	test('a component printed as a path: who sleeps takes no step', () => {
		const model = smallSearch(sleeper, 'a');
		const { graph, pending } = searched(model, untilFinished(model, 0));
		const asleep = { thread: 0, node: nodeOf(graph, graph.states - 1, 0), result: 0 };
		const stem = wayTo(graph, graph.states - 1);
		const play = (loop: typeof stem) => () => replayLasso(model, { stem, loop }, pending.progress, 'weak');
		expect(play([])()).toEqual([{ reason: 'blocked', step: null }]);
		expect(play([asleep])).toThrow('it cannot run');
	});

	test('stuttering: who has finished, or gets on in each round, is not kept out', () => {
		const ends = smallSearch('void a(struct page *page) { set_bit(7, &page->flags); }', 'a');
		const atEnd = searched(ends, untilFinished(ends, 0));
		const stem = wayTo(atEnd.graph, 1);
		expect(() => replayLasso(ends, { stem, loop: [] }, atEnd.pending.progress, 'weak')).toThrow('gets on in the loop');

		const rounds = smallSearch(
			'void a(struct page *page) { for (;;) { trace_fault_begin(); set_bit(7, &page->flags); trace_fault_end(); } }',
			'a',
		);
		const going = searched(rounds, betweenMarks(rounds, 0));
		const lasso = { stem: wayTo(going.graph, 1), loop: [stepFrom(going.graph, 1, 0)] };
		expect(() => replayLasso(rounds, lasso, going.pending.progress, 'none')).toThrow('gets on in the loop');
	});
});

describe('the weakest assumption', () => {
	const taker =
		'void a(struct page *page) { while (test_and_set_bit_lock(0, &page->flags)) {} clear_bit_unlock(0, &page->flags); }';
	const rival =
		'void b(struct page *page) { for (;;) { while (test_and_set_bit_lock(0, &page->flags)) {} clear_bit_unlock(0, &page->flags); } }';
	const looker =
		'void a(struct page *page) { while (!test_bit(7, &page->flags)) {} while (test_bit(7, &page->flags)) {} }';
	const keeper = 'void b(struct page *page) { while (test_and_set_bit_lock(0, &page->flags)) {} }';
	const queued = 'void a(struct mm_struct *mm) { down_write(&mm->mmap_sem); up_write(&mm->mmap_sem); }';
	const stealer = 'void b(struct mm_struct *mm) { for (;;) { down_write(&mm->mmap_sem); up_write(&mm->mmap_sem); } }';
	test.each([
		['none', 'two steps alone', queued, 'a', 'queue'],
		['weak', 'the other must run', spinner + setter, 'a b', 'queue'],
		['weak', 'in line', queued + stealer, 'a b', 'queue'],
		['strong', 'whoever is awake now and then must try then', queued + stealer, 'a b', 'v4.20'],
		['strong-lock', 'a try must come when the lock is free', taker + rival, 'a b', 'queue'],
		['random', 'a look must come at the right time', spinner + toggler, 'a b', 'queue'],
		['random', 'a look at the right time, and then another', looker + toggler, 'a b', 'queue'],
		['nothing', 'nobody sets the bit', spinner + idler, 'a b', 'queue'],
		['nothing', 'the lock may be lost for ever', taker + keeper + idler.replace('b(', 'c('), 'a b c', 'queue'],
	] as const)('%s: %s', (weakest, _, text, cast, discipline) => {
		const model = smallSearch(text, cast, discipline);
		expect(weakestAssumption(searched(model, untilFinished(model, 0)).pending)).toBe(weakest);
	});

	test('a deadlock that some runs come to is beyond any assumption', () => {
		const text = `
			void a(struct mm_struct *mm, struct page *page) {
				down_read(&mm->mmap_sem); lock(page); clear_bit_unlock(0, &page->flags); up_read(&mm->mmap_sem); }
			void b(struct mm_struct *mm, struct page *page) {
				lock(page); down_write(&mm->mmap_sem); up_write(&mm->mmap_sem); clear_bit_unlock(0, &page->flags); }
			void lock(struct page *page) {
				struct wait_queue_head *q = page_waitqueue(page);
				int taken;
				spin_lock_irq(&q->lock);
				taken = test_and_set_bit_lock(0, &page->flags);
				if (taken) add_wait_queue_tail(q, 1);
				spin_unlock_irq(&q->lock);
				if (taken) io_schedule();
			}`;
		const model = smallSearch(text, 'a b');
		const { graph, pending } = searched(model, untilFinished(model, 0));
		expect(weakestAssumption(pending)).toBe('nothing');
		expect(judge(model, graph, [pending.progress], 'strong').lasso?.loop).toEqual([]);
	});
});
