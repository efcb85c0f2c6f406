import { describe, expect, test } from 'vitest';
import { betweenMarks, searched, smallSearch, untilFinished } from '../../../tests/support/small-search.ts';
import { explore } from './exploration.ts';
import { mayPassUnseen, pendingOf } from './pending.ts';

const actor = (body: string) =>
	`void a(struct page *page) { struct wait_queue_head *q = page_waitqueue(page); ${body} }`;
const step = 'set_bit(7, &page->flags);';
const sleep = 'spin_lock_irq(&q->lock); add_wait_queue_tail(q, 1); spin_unlock_irq(&q->lock); io_schedule();';

describe('one wait may end and the next begin in the same step', () => {
	test.each([
		[
			'never, if a step comes between them',
			`for (;;) { trace_fault_begin(); ${step} trace_fault_end(); ${step} }`,
			false,
		],
		['never, if there is but one', `trace_fault_begin(); ${step} trace_fault_end(); ${step}`, false],
		['never, if it does not end', `for (;;) { trace_fault_begin(); ${step} }`, false],
		['if only marks come between them', `for (;;) { trace_fault_begin(); ${step} trace_fault_end(); }`, true],
		[
			'if time goes by between them',
			`for (;;) { trace_fault_begin(); ${step} trace_fault_end(); spend(short_ns); }`,
			true,
		],
		[
			'if a sleep between them may be over',
			`for (;;) { trace_fault_begin(); ${sleep} trace_fault_end(); io_schedule(); }`,
			true,
		],
		[
			'if time goes by before it ends',
			`for (;;) { trace_fault_begin(); ${step} spend(short_ns); trace_fault_end(); }`,
			true,
		],
		[
			'whichever way leads to its begin',
			`int again = 0; for (;;) { if (again) trace_fault_retry(); else { ${step} spend(gap_ns); } trace_fault_begin(); ${step} trace_fault_end(); again = 1; }`,
			true,
		],
		[
			'or the other',
			`int again = 1; for (;;) { if (again) trace_fault_retry(); else { ${step} spend(gap_ns); } trace_fault_begin(); if (test_bit(7, &page->flags)) { trace_fault_end(); again = 1; } else { trace_fault_end(); again = 0; } }`,
			true,
		],
		[
			'if one of two answers leads there',
			`for (;;) { trace_fault_begin(); if (test_bit(7, &page->flags)) { ${step} continue; } trace_fault_end(); }`,
			true,
		],
		[
			'never, if a loop between them comes to no wait',
			`trace_fault_begin(); ${step} trace_fault_end(); for (;;) { trace_fault_retry(); spend(short_ns); }`,
			false,
		],
	] as const)('%s', (_, body, expected) => {
		const model = smallSearch(actor(body), 'a');
		expect(mayPassUnseen(model.tables, betweenMarks(model, 0))).toBe(expected);
	});
});

describe('the states in which a thread is pending', () => {
	test('are those whose edges are known, where it stands at a pending node', () => {
		const model = smallSearch(actor(`${step} ${step}`), 'a');
		expect([...searched(model, untilFinished(model, 0)).pending.states]).toEqual([1, 1, 0]);
		const graph = explore(model, [], { states: 1 });
		expect(graph.states).toBe(2);
		expect([...pendingOf(graph, model.tables, untilFinished(model, 0)).states]).toEqual([1, 0]);
	});

	test('are none where a step is an error of the C', () => {
		const model = smallSearch(actor(`${step} clear_bit_unlock(0, &page->flags);`), 'a');
		expect([...searched(model, untilFinished(model, 0)).pending.states]).toEqual([1, 0]);
	});
});

test('a step leads on inside only if the wait goes on through it, whatever else is passed', () => {
	const model = smallSearch(
		actor(`for (;;) { trace_fault_begin(); ${step} trace_fault_retry(); ${step} trace_fault_end(); }`),
		'a',
	);
	const { graph, pending } = searched(model, betweenMarks(model, 0));
	const inside = Array.from({ length: graph.states }, (_, state) =>
		pending.isInside(state, graph.edgeStarts[state] ?? 0),
	);
	expect([...pending.states]).toEqual([1, 1, 1]);
	// By every other step it ends one wait and begins the next.
	expect(inside).toEqual([true, false, true]);
});
