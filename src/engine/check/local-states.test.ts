import { describe, expect, test } from 'vitest';
import { actorWith, smallPlan } from '../../../tests/support/small-model.ts';
import { primitiveNames } from '../kernel/primitives.ts';
import { ASLEEP, FINISHED, type Tables } from '../model/tables.ts';
import { canPass, localStatesOf, wayToRest } from './local-states.ts';

const tablesOf = (body: string): Tables => smallPlan(actorWith(body), 'a').tables;

/** What a thread does at a node. */
function nameOf({ operation }: Tables, node: number): string {
	const number = operation[node] as number;
	if (number === ASLEEP) return 'asleep';
	return number === FINISHED ? 'finished' : (primitiveNames[number] as string);
}

const queue = 'struct wait_queue_head *q = page_waitqueue(page);';
const body = `
	${queue}
	trace_fault_begin();
	spin_lock_irq(&q->lock);
	add_wait_queue_tail(q, 1);
	is_queued(q);
	spin_unlock_irq(&q->lock);
	spend(short_ns);
	io_schedule();
	trace_fault_end();
	set_bit(7, &page->flags);`;

describe('where a thread may rest', () => {
	test('is before a step, asleep, and at its end: not at a mark, nor while time goes by, nor inside a section', () => {
		const tables = tablesOf(body);
		const [nodes] = localStatesOf(tables).nodes;
		const names = [...(nodes as Int32Array)].map((node) => nameOf(tables, node));
		expect(names).toEqual(['add_wait_queue_tail', 'asleep', 'set_bit', 'finished']);
	});

	test('is numbered from 0 for each thread by itself, all other nodes -1', () => {
		const { tables } = smallPlan(actorWith(body), 'a a:0:1');
		const { nodes, numbers } = localStatesOf(tables);
		expect(nodes.map((each) => each.length)).toEqual([4, 4]);
		for (const [thread, list] of nodes.entries()) {
			const numbered = [...(numbers[thread] as Int32Array).entries()].filter(([, number]) => number !== -1);
			expect(new Map(numbered)).toEqual(new Map([...list].map((node, number) => [node, number])));
			expect(numbers[thread]).toHaveLength(tables.nodeCount);
		}
	});

	test('holds both ways on from a question', () => {
		const tables = tablesOf(
			'if (test_bit(7, &page->flags)) set_bit(7, &page->flags); else clear_bit(7, &page->flags);',
		);
		const [nodes] = localStatesOf(tables).nodes;
		const names = [...(nodes as Int32Array)].map((node) => nameOf(tables, node));
		expect(new Set(names)).toEqual(new Set(['test_bit', 'set_bit', 'clear_bit', 'finished']));
	});
});

describe('what a thread may pass', () => {
	test('is marks, time, and a sleep that may be over', () => {
		const tables = tablesOf(body);
		const passed = [...tables.operation.keys()].filter((node) => canPass(tables, node));
		expect(new Set(passed.map((node) => nameOf(tables, node)))).toEqual(
			new Set(['trace_fault_begin', 'spend', 'asleep', 'trace_fault_end']),
		);
	});

	test('on its way to where it rests: up to the first node that it cannot pass, that one too', () => {
		const tables = tablesOf(body);
		const from = [...tables.operation.keys()].find((node) => nameOf(tables, node) === 'spend') as number;
		const names = [...wayToRest(tables, from)].map((node) => nameOf(tables, node));
		expect(names).toEqual(['spend', 'asleep', 'trace_fault_end', 'set_bit']);
	});

	test('in a loop that has none: each node once', () => {
		const tables = tablesOf('for (;;) { trace_fault_begin(); trace_fault_retry(); }');
		const names = [...wayToRest(tables, tables.entries[0] as number)].map((node) => nameOf(tables, node));
		expect(names).toEqual(['trace_fault_begin', 'trace_fault_retry']);
	});
});
