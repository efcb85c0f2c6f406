import { describe, expect, test } from 'vitest';
import { smallPlan } from '../../tests/support/small-model.ts';
import { activities } from '../engine/simulate/activity.ts';
import { simulate } from '../engine/simulate/simulate.ts';
import { record } from './record.ts';
import { wordsOfQueues } from './words-of-queues.ts';

// A step takes 1 ns, a wake-up 5, short_ns 10, long_ns 1000.
const text = `void reader(struct mm_struct *mm)
{
	spend(short_ns);
	trace_fault_begin();
	down_read(&mm->mmap_sem);
	trace_fault_retry();
	up_read(&mm->mmap_sem);
	trace_fault_end();
}
void writer(struct mm_struct *mm)
{
	down_write(&mm->mmap_sem);
	spend(long_ns);
	up_write(&mm->mmap_sem);
}`;
const small = smallPlan(text, 'writer reader', { duration_ns: 2000 });
const plan = {
	...small,
	threads: small.threads.map((thread, index) => ({ ...thread, name: ['Will', 'Rita'][index] as string })),
};

describe('a recording', () => {
	test('has a frame for each step of the stretch, both ends included', () => {
		const { frames } = record(plan, 10, 1006);
		expect(frames.map(({ time_ns, thread, words }) => `${time_ns} ${thread} ${words}`)).toEqual([
			'10 1 finds mmap_sem taken and queues for it',
			'1001 0 lets go of mmap_sem, mmap_sem goes to Rita',
			'1006 1 lets go of mmap_sem',
		]);
		expect(record(plan, 11, 1005).frames.map(({ time_ns }) => time_ns)).toEqual([1001]);
	});

	test('tells words of a step against the state before it, though that lay ahead of the stretch', () => {
		expect(record(plan, 1001, 1001).frames[0]?.words).toBe('lets go of mmap_sem, mmap_sem goes to Rita');
	});

	test('knows where each thread stands and how the queues are, right after the step', () => {
		const [frame] = record(plan, 10, 10).frames;
		expect(frame?.positions.map((chain) => chain.map(({ line }) => line))).toEqual([[13], [5]]);
		expect(wordsOfQueues(frame?.queues ?? [], ['Will', 'Rita'])).toEqual([
			'The page lock is free; nobody queues.',
			'mmap_sem is held for writing by Will; in line: Rita (to read).',
		]);
	});

	test('has segments that cover the stretch, thread by thread, without a gap', () => {
		const { segments } = record(plan, 5, 1500);
		const told = segments.map(({ thread, from_ns, to_ns, activity }) => [thread, from_ns, to_ns, activities[activity]]);
		expect(told).toEqual([
			[0, 5, 1001, 'holds mmap_sem for writing'],
			[0, 1001, 1500, 'idle'],
			[1, 5, 10, 'idle'],
			[1, 10, 1006, 'waits for mmap_sem'],
			[1, 1006, 1007, 'runs in the fault'],
			[1, 1007, 1500, 'idle'],
		]);
	});

	test('has the retries of the stretch, and no others', () => {
		expect(record(plan, 0, 2000).retries).toEqual([{ thread: 1, time_ns: 1006, retries: 1 }]);
		expect(record(plan, 0, 1005).retries).toEqual([]);
		expect(record(plan, 1007, 2000).retries).toEqual([]);
	});

	test('names its threads, and runs the plan whole, whatever the stretch', () => {
		const recording = record(plan, 100, 200);
		expect(recording.threads).toEqual([
			{ name: 'Will', actor: 'writer' },
			{ name: 'Rita', actor: 'reader' },
		]);
		expect(recording.simulation).toEqual(simulate(plan));
		expect([recording.from_ns, recording.to_ns]).toEqual([100, 200]);
	});
});
