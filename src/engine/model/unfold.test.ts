import { describe, expect, test } from 'vitest';
import { actorWith, bindingOf, programOf } from '../../../tests/support/small-model.ts';
import { primitiveNames, primitives } from '../kernel/primitives.ts';
import { ASLEEP, FINISHED, SUCCESSORS, type Tables } from './tables.ts';
import { unfold } from './unfold.ts';

const tablesOf = (text: string, cast = 'a', nodeLimit?: number): Tables =>
	unfold(programOf(text), primitives, cast.split(' ').map(bindingOf), nodeLimit);

/** The nodes' operations in the order of their numbers. */
function operationsOf(tables: Tables): string[] {
	return [...tables.operation].map((number) =>
		number === ASLEEP ? 'asleep' : number === FINISHED ? 'end' : (primitiveNames[number] as string),
	);
}

const queue = 'struct wait_queue_head *q = page_waitqueue(page);';

describe('nodes', () => {
	test.for([
		['an empty function', '', 'end'],
		['one after the other', 'set_bit(7, &page->flags); pte_clear(mm, page);', 'set_bit pte_clear end'],
		[
			'a dead local makes no second node',
			'int x = test_bit(7, &page->flags); x = 0; pte_clear(mm, page);',
			'test_bit pte_clear end',
		],
		[
			'a live local does',
			'int x = test_bit(7, &page->flags); pte_clear(mm, page); if (x) spend(long_ns);',
			'test_bit pte_clear pte_clear end spend',
		],
		[
			'both ways to one place are one node',
			'if (test_bit(7, &page->flags)) spend(long_ns); pte_clear(mm, page);',
			'test_bit pte_clear spend end',
		],
		['a loop comes back to its node', 'for (;;) pte_clear(mm, page);', 'pte_clear'],
		[
			'a counter in a loop is a node a value',
			'int i; for (i = 0; i < 3; i++) pte_clear(mm, page);',
			'pte_clear pte_clear pte_clear end',
		],
		['what is about to be overwritten by a result is dead', 'while (test_bit(7, &page->flags)) {}', 'test_bit end'],
		['what blocks has a second node, asleep', 'down_read(&mm->mmap_sem);', 'down_read end asleep'],
		['a sleep is a node', 'io_schedule();', 'asleep end'],
		['another name is none', `${queue} finish_wait(q);`, 'finish_wait end'],
	])('%s: %s', ([, body, operations]) => {
		expect(operationsOf(tablesOf(actorWith(body as string))).join(' ')).toBe(operations);
	});

	test('two places of call are two nodes', () => {
		const tables = tablesOf(`
void mark(struct page *page)
{
	set_bit(7, &page->flags);
}
void a(struct page *page)
{
	mark(page);
	mark(page);
}`);
		expect(operationsOf(tables)).toEqual(['set_bit', 'set_bit', 'end']);
		expect(tables.positions.map((chain) => chain.map(({ line }) => line))).toEqual([[8, 4], [9, 4], []]);
	});

	test('equal threads share their nodes, others have their own', () => {
		const text = 'void a(struct page *page) { set_bit(7, &page->flags); }';
		const tables = tablesOf(text, 'a a a:0:1');
		expect([...tables.entries]).toEqual([0, 0, 1]);
		expect([...tables.object.subarray(0, 2)]).toEqual([0, 1]);
	});

	test('the tables name the page first, then the bit, the kind or the page of an mm', () => {
		const body = `${queue} set_bit(7, &page->flags); spin_lock_irq(&q->lock); add_wait_queue_tail(q, 1); spin_unlock_irq(&q->lock); pte_clear(mm, page);`;
		const tables = tablesOf(actorWith(body), 'a:3:5');
		expect([...tables.object.subarray(0, 3)]).toEqual([5, 5, 3]);
		expect([...tables.argument.subarray(0, 3)]).toEqual([7, 1, 5]);
	});

	test('a way between two operations keeps the lines that it ran through', () => {
		const tables = tablesOf(actorWith('if (test_bit(7, &page->flags))\npte_clear(mm, page);\nset_pte_at(mm, page);'));
		const linesOf = (result: number) => tables.edgePlaces[0 * SUCCESSORS + result]?.map(({ line }) => line);
		expect([linesOf(0), linesOf(1)]).toEqual([
			[2, 4],
			[2, 3],
		]);
	});

	test('only operations of one section are one step', () => {
		const tables = tablesOf(
			actorWith(
				`${queue} spin_lock_irq(&q->lock); is_queued(q); set_bit(7, &page->flags); spin_unlock_irq(&q->lock); pte_clear(mm, page);`,
			),
		);
		const goesOnInStep = operationsOf(tables).map((_, node) => (tables.successor[node * SUCCESSORS] as number) & 1);
		expect(goesOnInStep.slice(0, 3)).toEqual([1, 0, 0]);
	});
});

describe('C that cannot be unfolded is refused, with its place', () => {
	const lock = `${queue} spin_lock_irq(&q->lock);`;
	test.for([
		[
			'for (;;) {}',
			'test.c:2: runs 10000 instructions without any operation on what threads share: an endless loop; call a primitive in it, or end it',
		],
		[
			'int x = test_bit(7, &page->flags);\nx = 1 / x;\nif (x) spend(long_ns);',
			'test.c:3: 1 / 0 has no value in C; check the right-hand side first',
		],
		[
			'int x = test_bit(7, &page->flags);\nx = 1 << (x + 32);\nif (x) spend(long_ns);',
			'test.c:3: 1 << 32 has no value in C; check the right-hand side first',
		],
		[`${lock}\nio_schedule();`, 'test.c:3: io_schedule() would sleep under a spinlock; spin_unlock_irq() comes first'],
		[`${lock}\nspend(long_ns);`, 'test.c:3: spend() would sleep under a spinlock; spin_unlock_irq() comes first'],
		[
			`${lock}\ndown_read(&mm->mmap_sem);`,
			'test.c:3: down_read() would sleep under a spinlock; spin_unlock_irq() comes first',
		],
		[
			`${lock}\ntrace_fault_begin();`,
			'test.c:3: trace_fault_begin() under a spinlock, where it is no step of its own; call it before or behind',
		],
		[`${lock}\nis_queued(q);`, 'the thread ends inside spin_lock_irq(); give the lock back before'],
		[
			`${lock}\nspin_lock_irq(&q->lock);`,
			'test.c:3: spin_lock_irq() inside spin_lock_irq(); sections do not nest, unlock first',
		],
		[
			`${queue}\nspin_unlock_irq(&q->lock);`,
			'test.c:3: spin_unlock_irq() of a lock that is not held; spin_lock_irq() it first',
		],
		...[
			'waitqueue_active(q)',
			'is_queued(q)',
			'first_is_exclusive(q)',
			'add_wait_queue_tail(q, 0)',
			'wake_up_first(q)',
			'hand_off_to_first(q)',
		].map((call) => [
			`${queue}\n${call};`,
			`test.c:3: ${call.slice(0, call.indexOf('('))}() is called without the queue's lock; spin_lock_irq(&q->lock) comes first`,
		]),
		['set_bit(5, &page->flags);', 'test.c:2: set_bit() is not known for bit 5 of page->flags'],
		['set_bit(0, &page->flags);', 'test.c:2: set_bit() is not known for bit 0 of page->flags'],
		[
			'test_and_set_bit_lock(7, &page->flags);',
			'test.c:2: test_and_set_bit_lock() is not known for bit 7 of page->flags',
		],
	])('%s', ([body, message]) => {
		expect(() => tablesOf(actorWith(body as string))).toThrow(expect.objectContaining({ name: 'ModelError', message }));
	});

	test('a lock that is held on one way only is missed on the other', () => {
		const body = `${queue} if (!test_bit(7, &page->flags)) spin_lock_irq(&q->lock);\npte_clear(mm, page);\nspin_unlock_irq(&q->lock);`;
		expect(() => tablesOf(actorWith(body))).toThrow('test.c:4: spin_unlock_irq() of a lock that is not held');
	});

	test("another queue's lock does not do", () => {
		const text = `void a(struct page *page) { struct wait_queue_head *q = page_waitqueue(page); spin_lock_irq(&q->lock); b(page); }
void b(struct page *page) { struct wait_queue_head *q = page_waitqueue(page); spin_unlock_irq(&q->lock); is_queued(q); }`;
		expect(() => tablesOf(text)).toThrow("test.c:2: is_queued() is called without the queue's lock");
	});

	test('a count without bound meets the limit', () => {
		const body = 'int i = 0;\nfor (;;)\n{ pte_clear(mm, page); i++; if (i < 0) spend(long_ns); }';
		const message =
			'test.c:4: more than 100 thread-local states around here: a local takes too many values; bound what it counts';
		expect(() => tablesOf(actorWith(body), 'a', 100)).toThrow(message);
	});

	test('the limit itself is allowed', () => {
		const body = 'int i; for (i = 0; i < 99; i++) pte_clear(mm, page);';
		expect(tablesOf(actorWith(body), 'a', 100).nodeCount).toBe(100);
		expect(() => tablesOf(actorWith(body), 'a', 99)).toThrow('more than 99 thread-local states');
	});

	test('many states with many locals meet the limit of words', () => {
		const body = 'int i = 0; for (;;) { pte_clear(mm, page); i++; if (i < 0) spend(long_ns); }';
		expect(() => tablesOf(actorWith(body))).toThrow(
			'test.c:2: the thread-local states up to here take more than 557056 words: ',
		);
	});

	test('much local C in each of many states meets the limit of all', { timeout: 20_000 }, () => {
		const body =
			'int i = 0; int j; int x = 0;\nfor (;;) { pte_clear(mm, page); i++;\nfor (j = 0; j < 1000; j++)\nx += i;\nif (x < 0) spend(long_ns); }';
		expect(() => tablesOf(actorWith(body))).toThrow(
			'more than 2000000 instructions of local C in all: loops between operations run too long; shorten them',
		);
	});

	test.for([
		['nobody', "no function 'nobody'; each actor of a recipe is a function of that name"],
		['b', "test.c:1: actor 'b' wants 'count', which is no struct mm_struct *, struct page * or struct task_struct *"],
	] as const)('an actor that will not do: %s', ([actor, message]) => {
		expect(() => tablesOf('void b(int count) { }', actor)).toThrow(expect.objectContaining({ message }));
	});
});
