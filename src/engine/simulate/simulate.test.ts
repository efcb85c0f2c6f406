import { describe, expect, test } from 'vitest';
import { actorWith, smallPlan } from '../../../tests/support/small-model.ts';
import { traceOf } from '../../../tests/support/trace-of.ts';
import type { Plan } from './plan.ts';
import { simulate } from './simulate.ts';

// In small models a step takes 1 ns, a wake-up 5, short_ns 10, long_ns 1000, gap_ns 100000.

describe('time goes by', () => {
	test.for([
		[
			'a step costs its time',
			'set_bit(7, &page->flags); clear_bit(7, &page->flags);',
			'0 A set_bit=0, 1 A clear_bit=0',
		],
		['time is spent before what comes after', 'spend(short_ns); set_bit(7, &page->flags);', '10 A set_bit=0'],
		[
			'and after a step',
			'set_bit(7, &page->flags); spend(long_ns); clear_bit(7, &page->flags);',
			'0 A set_bit=0, 1001 A clear_bit=0',
		],
		['twice, if it is spent twice', 'spend(short_ns); spend(long_ns); set_bit(7, &page->flags);', '1010 A set_bit=0'],
		['a mark costs nothing', 'trace_fault_begin(); set_bit(7, &page->flags); trace_fault_end();', '0 A set_bit=0'],
	])('%s', ([, body, trace]) => {
		expect(traceOf(smallPlan(actorWith(body as string), 'a')).join(', ')).toBe(trace);
	});

	test('of two at the same time the one entered first runs first', () => {
		const text = `${actorWith('set_bit(7, &page->flags);')} void b(struct page *page) { clear_bit(7, &page->flags); }`;
		expect(traceOf(smallPlan(text, 'b a'))).toEqual(['0 A clear_bit=0', '0 B set_bit=0']);
	});
});

const readerAndWriter = `
	void reader(struct mm_struct *mm) { spend(short_ns); down_read(&mm->mmap_sem); up_read(&mm->mmap_sem); }
	void writer(struct mm_struct *mm) { down_write(&mm->mmap_sem); spend(long_ns); up_write(&mm->mmap_sem); }
	void quick(struct mm_struct *mm) { down_write(&mm->mmap_sem); spend(short_ns); up_write(&mm->mmap_sem); }`;

describe('sleeping', () => {
	test('who is woken runs a wake-up later, and waited that long', () => {
		const plan = smallPlan(readerAndWriter, 'writer reader');
		expect(traceOf(plan)).toEqual(['0 A down_write=0', '10 B down_read=1', '1001 A up_write=0', '1006 B up_read=0']);
		const { reader, writer } = simulate(plan).actors;
		expect(reader?.readWait_ns).toMatchObject({ count: 1, max: 1006 - 10 });
		expect(reader?.readHeld_ns).toMatchObject({ count: 1, max: 1006 - 1001 });
		expect(writer?.writeWait_ns).toMatchObject({ count: 1, max: 0 });
		expect(writer?.writeHeld_ns).toMatchObject({ count: 1, max: 1001 });
	});

	test('who is served before it came to sleep needs no wake-up', () => {
		const plan = smallPlan(readerAndWriter, 'quick reader');
		expect(traceOf(plan)).toEqual(['0 A down_write=0', '10 B down_read=1', '11 A up_write=0', '11 B up_read=0']);
		expect(simulate(plan).actors['reader']?.readWait_ns).toMatchObject({ count: 1, max: 1 });
	});

	test('two that are woken by one step run in the order in which they were woken', () => {
		const trace = traceOf(smallPlan(readerAndWriter, 'writer reader reader'));
		expect(trace.slice(-2)).toEqual(['1006 B up_read=0', '1006 C up_read=0']);
	});

	test.for([
		['nothing held', '', 'pageSleepPolite_ns', 'pageSleepHolding_ns'],
		['mmap_sem held', 'down_read(&mm->mmap_sem);', 'pageSleepHolding_ns', 'pageSleepPolite_ns'],
	] as const)('a sleep in the queue of a page counts by what is held: %s', ([, before, counts, doesNot]) => {
		const queue = 'struct wait_queue_head *q = page_waitqueue(page); spin_lock_irq(&q->lock);';
		const text = `
			void sleeper(struct mm_struct *mm, struct page *page)
			{ ${before} ${queue} add_wait_queue_tail(q, 0); spin_unlock_irq(&q->lock); io_schedule(); set_bit(7, &page->flags); }
			void waker(struct page *page)
			{ spend(long_ns); ${queue} wake_up_first(q); spin_unlock_irq(&q->lock); }`;
		const { sleeper } = simulate(smallPlan(text, 'sleeper waker')).actors;
		const queued_ns = before === '' ? 0 : 1;
		expect(sleeper?.[counts]).toMatchObject({ count: 1, max: 1005 - queued_ns });
		expect(sleeper?.[doesNot].count).toBe(0);
	});
});

describe('a writer that keeps its place in line for mmap_sem', () => {
	const actors = `
		void holder(struct mm_struct *mm) { down_write(&mm->mmap_sem); spend(long_ns); up_write(&mm->mmap_sem); }
		void writer(struct mm_struct *mm) { spend(short_ns); down_write(&mm->mmap_sem); up_write(&mm->mmap_sem); }
		void thief(struct mm_struct *mm) { spend(long_ns); spend(short_ns); down_write(&mm->mmap_sem); spend(short_ns); up_write(&mm->mmap_sem); }`;

	test('tries a wake-up after it was woken, and waited that long', () => {
		const plan = smallPlan(actors, 'holder writer', { discipline: 'v4.20' });
		expect(traceOf(plan)).toEqual([
			'0 A down_write=0',
			'10 B down_write=1',
			'1001 A up_write=0',
			'1006 B asleep=0',
			'1007 B up_write=0',
		]);
		expect(simulate(plan).actors['writer']?.writeWait_ns).toMatchObject({ count: 1, max: 1006 - 10 });
	});

	test('is passed by one that comes before it wakes, and tries after the next release', () => {
		const plan = smallPlan(actors, 'holder writer thief', {
			discipline: 'v4.20',
			wake: { kind: 'constant', ns: 20 },
		});
		expect(traceOf(plan).slice(2)).toEqual([
			'1001 A up_write=0',
			'1010 C down_write=0',
			'1021 C up_write=0',
			'1041 B asleep=0',
			'1042 B up_write=0',
		]);
	});

	test.for(['handoff', 'v5.3'] as const)('times out so long after it became first: %s', (discipline) => {
		const trace = traceOf(smallPlan(actors, 'holder writer writer', { discipline }));
		expect(trace).toEqual([
			'0 A down_write=0',
			'10 B down_write=1',
			'10 C down_write=1',
			'60 B asleep=1',
			'1001 A up_write=0',
			'1006 B asleep=0',
			'1007 B up_write=0',
			'1012 C asleep=0',
			'1013 C up_write=0',
		]);
	});

	test('each that becomes first waits for a time-out of its own', () => {
		const slow = actors.replaceAll(
			'down_write(&mm->mmap_sem); up_write',
			'down_write(&mm->mmap_sem); spend(long_ns); up_write',
		);
		const trace = traceOf(smallPlan(slow, 'holder writer writer', { discipline: 'handoff' }));
		expect(trace.slice(3, 8)).toEqual([
			'60 B asleep=1',
			'1001 A up_write=0',
			'1006 B asleep=0',
			'1056 C asleep=1',
			'2007 B up_write=0',
		]);
	});
});

describe('what is measured', () => {
	const fault =
		'trace_fault_begin(); set_bit(7, &page->flags); trace_fault_retry(); spend(long_ns); trace_fault_retry(); trace_fault_end();';

	test('a fault, from its begin to its end, and its retries', () => {
		const { actors } = simulate(smallPlan(actorWith(fault), 'a'));
		expect(actors['a']?.fault_ns).toMatchObject({ count: 1, max: 1001 });
		expect(actors['a']?.retries).toMatchObject({ count: 1, max: 2 });
		expect(actors['a']).toMatchObject({ threads: 1, retriesInAll: 2, unfinished: [] });
	});

	test('a fault under way at the end, by its age', () => {
		const body =
			'spend(short_ns); trace_fault_begin(); set_bit(7, &page->flags); trace_fault_retry(); spend(gap_ns); trace_fault_end();';
		const { actors } = simulate(smallPlan(actorWith(body), 'a', { duration_ns: 5000 }));
		expect(actors['a']?.fault_ns.count).toBe(0);
		expect(actors['a']?.unfinished).toEqual([{ thread: 0, age_ns: 4990, retries: 1 }]);
		expect(actors['a']?.retriesInAll).toBe(1);
	});

	test('the page lock, from its taking to its unlock, and what it was done for', () => {
		const body = 'test_and_set_bit_lock(0, &page->flags); spend(long_ns); clear_bit_unlock(0, &page->flags);';
		const a = simulate(smallPlan(actorWith(body), 'a', { duration_ns: 3000 })).actors['a'];
		expect(a?.pageHeld_ns).toMatchObject({ count: 1, max: 1001 });
		expect(a?.activity_ns).toMatchObject({ 'holds the page lock': 1001, idle: 1999 });
	});

	test('all time of all threads, each ns once', () => {
		const plan = smallPlan(readerAndWriter, 'writer reader reader', { duration_ns: 5000 });
		const times = Object.values(simulate(plan).actors).flatMap(({ activity_ns }) => Object.values(activity_ns));
		expect(times.reduce((sum, time_ns) => sum + time_ns, 0)).toBe(3 * 5000);
	});

	test('threads of one actor together', () => {
		const { actors } = simulate(smallPlan(actorWith(fault), 'a a a'));
		expect(actors['a']).toMatchObject({ threads: 3, retriesInAll: 6 });
		expect(actors['a']?.fault_ns.count).toBe(3);
	});
});

describe('the end', () => {
	const loop = actorWith('for (;;) set_bit(7, &page->flags);');
	test.for([
		['time', 'its time is up', loop, { duration_ns: 100 }, { time_ns: 100, events: 101 }],
		['events', 'there were as many events as allowed', loop, { eventLimit: 50 }, { time_ns: 50, events: 50 }],
		['nobody runs', 'all have ended', actorWith('set_bit(7, &page->flags);'), {}, { time_ns: 1_000_000, events: 2 }],
		[
			'nobody runs',
			'all sleep',
			actorWith(
				'struct wait_queue_head *q = page_waitqueue(page); spin_lock_irq(&q->lock); add_wait_queue_tail(q, 0); spin_unlock_irq(&q->lock); io_schedule();',
			),
			{},
			{ events: 2 },
		],
		[
			'events',
			'no time goes by',
			actorWith('for (;;) spend(short_ns);'),
			{ durations: [{ kind: 'constant', ns: 0 }], eventLimit: 99 },
			{ time_ns: 0, events: 99 },
		],
	] as const)("is '%s' when %s", ([ending, , text, changes, result]) => {
		expect(simulate(smallPlan(text, 'a', changes))).toMatchObject({ ending, ...result });
	});

	test('a loop of marks is refused, with its place', () => {
		const text = actorWith('for (;;)\ntrace_fault_retry();');
		expect(() => simulate(smallPlan(text, 'a'))).toThrow(
			'test.c:3: 10000 operations without a step or time going by: an endless loop; take a step or spend() in it',
		);
	});
});

describe('equal plans make equal runs', () => {
	const text = `
		void reader(struct mm_struct *mm) { for (;;) { spend(random_ns); down_read(&mm->mmap_sem); spend(short_ns); up_read(&mm->mmap_sem); } }
		void writer(struct mm_struct *mm) { for (;;) { spend(random_ns); down_write(&mm->mmap_sem); spend(short_ns); up_write(&mm->mmap_sem); } }`;
	const run = (changes: Partial<Plan> = {}, cast = 'reader reader writer') =>
		simulate(smallPlan(text, cast, { duration_ns: 100_000, wake: { kind: 'exponential', mean_ns: 20 }, ...changes }));

	test('to the last number', () => {
		expect(run()).toEqual(run());
	});

	test('whether or not somebody looks on', () => {
		const plan = smallPlan(text, 'reader reader writer');
		const observed = simulate(plan, { step() {}, activity() {}, retry() {} });
		expect(observed).toEqual(simulate(plan));
	});

	test.for([
		['the seed', { seed: 2 }],
		['the cost of a step', { step_ns: 2 }],
		['the wake-up', { wake: { kind: 'constant', ns: 6 } }],
		['the duration of the run', { duration_ns: 90_000 }],
		['a time', { durations: [10, 1000, 100_000, 500].map((ns) => ({ kind: 'constant', ns })) }],
	] as [string, Partial<Plan>][])('the fold changes with %s', ([, changes]) => {
		expect(run(changes).fold).not.toBe(run().fold);
	});

	test('the fold changes with what a thread does, though it takes no other time', () => {
		const two = `${actorWith('set_bit(7, &page->flags);')} void b(struct page *page) { clear_bit(7, &page->flags); }`;
		expect(simulate(smallPlan(two, 'a b a')).fold).not.toBe(simulate(smallPlan(two, 'a b b')).fold);
	});

	test('the fold changes with the threads', () => {
		expect(run({}, 'reader reader writer writer').fold).not.toBe(run().fold);
	});
});
