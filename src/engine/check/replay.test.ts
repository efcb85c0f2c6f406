import { describe, expect, test } from 'vitest';
import { searched, smallSearch, untilFinished } from '../../../tests/support/small-search.ts';
import { operation } from '../kernel/primitives.ts';
import { explore } from './exploration.ts';
import { type Sighting, stepFrom, type TakenStep, wayTo } from './graph.ts';
import { shortestLasso } from './lasso.ts';
import type { Fairness } from './model.ts';
import { replay, replayDeadlock, replayLasso, replayMisuse, replayWatched } from './replay.ts';

// What a search says is not believed: each of these plays it again, and must notice whatever is not as it was told.

const text = `
void sets(struct page *page) { set_bit(7, &page->flags); clear_bit(7, &page->flags); }
void sleeps(struct page *page) {
	struct wait_queue_head *q = page_waitqueue(page);
	spin_lock_irq(&q->lock); add_wait_queue_tail(q, 1); spin_unlock_irq(&q->lock);
	io_schedule();
	trace_fault_end();
}
void wakes(struct page *page) {
	struct wait_queue_head *q = page_waitqueue(page);
	test_bit(7, &page->flags);
	spin_lock_irq(&q->lock); if (waitqueue_active(q)) wake_up_first(q); spin_unlock_irq(&q->lock);
}
void unlocks(struct page *page) { clear_bit_unlock(0, &page->flags); }
void idles(struct page *page) { for (;;) clear_bit(7, &page->flags); }
void toggles(struct page *page) { for (;;) { set_bit(7, &page->flags); clear_bit(7, &page->flags); } }
void waits(struct mm_struct *mm) { down_write(&mm->mmap_sem); up_write(&mm->mmap_sem); }
void holds(struct mm_struct *mm, struct page *page) {
	for (;;) { down_write(&mm->mmap_sem); clear_bit(7, &page->flags); up_write(&mm->mmap_sem); }
}`;
const modelOf = (cast: string) => smallSearch(text, cast);

/** The way to the last state that a search finds. */
function wayToEnd(cast: string): { model: ReturnType<typeof modelOf>; way: TakenStep[] } {
	const model = modelOf(cast);
	const graph = explore(model);
	return { model, way: wayTo(graph, graph.states - 1) };
}

test('whoever looks on is told each step with the state before and after it', () => {
	const { model, way } = wayToEnd('sets');
	const seen: [TakenStep, Int32Array, Int32Array][] = [];
	const end = replay(model, way, (step, before, after) => seen.push([step, before.slice(), after.slice()]));
	expect(seen.map(([step]) => step)).toEqual(way);
	expect(seen[0]?.[2]).toEqual(seen[1]?.[1]);
	expect(seen[1]?.[2]).toEqual(end);
	expect(seen[0]?.[1]).not.toEqual(seen[0]?.[2]);
});

test('a step from elsewhere is refused, with its number', () => {
	const { model, way } = wayToEnd('sets');
	const [first, second] = way as [TakenStep, TakenStep];
	expect(() => replay(model, [first, first])).toThrow(
		`step 2, thread 0 at node ${first.node}: it stands at node ${second.node}`,
	);
});

describe('an error of the C', () => {
	test('is returned if the last step is one', () => {
		const model = modelOf('unlocks');
		const step = { thread: 0, node: model.tables.entries[0] as number, result: 0 };
		expect(replayMisuse(model, [step]).message).toContain('PG_locked is cleared, but the page is not locked');
	});

	test('that is none is refused, and so is a step that does not go as told', () => {
		const { model, way } = wayToEnd('sets');
		expect(() => replayMisuse(model, way)).toThrow('the C does not go wrong where it was said to');
		expect(() => replayMisuse(model, way.slice(1))).toThrow('step 1, thread 0');
	});
});

describe('a deadlock', () => {
	test('is where nobody can run, and somebody has not finished', () => {
		const { model, way } = wayToEnd('sleeps sets');
		expect(() => replayDeadlock(model, way)).not.toThrow();
	});

	test.each([
		['all have finished', 'sets', 0],
		['somebody can run', 'sleeps sets', 1],
		['of two that sleep, one can be woken', 'sleeps wakes', 2],
	])('is none where %s', (_, cast, stepsLess) => {
		const { model, way } = wayToEnd(cast);
		expect(() => replayDeadlock(model, way.slice(0, way.length - stepsLess))).toThrow('no deadlock');
	});
});

describe('a watched node', () => {
	/** Who sleeps is woken, and so passes the end; a third one goes on for ever. */
	function watched() {
		const model = modelOf('sleeps wakes idles');
		const ends = model.tables.operation.map((number) => (number === operation.trace_fault_end ? 1 : 0));
		const watch = { name: 'no-end', nodes: Uint8Array.from(ends) };
		const graph = explore(model, [watch]);
		const { state, thread } = graph.sightings.get('no-end') as Sighting;
		return { model, watch, way: [...wayTo(graph, state), stepFrom(graph, state, thread)] };
	}

	test('must be passed by the last step: by who is woken, too', () => {
		const { model, watch, way } = watched();
		expect(way.map(({ thread }) => thread)).toEqual([0, 1, 1]);
		expect(() => replayWatched(model, way, watch)).not.toThrow();
		expect(() => replayWatched(model, way.slice(0, -1), watch)).toThrow('no-end: passed by step 0, not by step 2');
	});

	test('and by none before it', () => {
		const { model, watch, way } = watched();
		const idle = { thread: 2, node: model.tables.entries[2] as number, result: 0 };
		expect(() => replayWatched(model, [...way, idle], watch)).toThrow('no-end: passed by step 3, not by step 4');
	});
});

describe('why a loop is fair to a thread', () => {
	/** What replays of the shortest lasso under the one fairness, if it is read under the other. */
	function reasons(cast: string, found: Fairness, read: Fairness) {
		const model = smallSearch(text, cast, 'v4.20');
		const { pending } = searched(model, untilFinished(model, 0));
		const lasso = shortestLasso(pending, found);
		if (lasso === null) throw new Error('no lasso');
		return () => replayLasso(model, lasso, pending.progress, read);
	}

	test('it takes a step in the loop, or cannot run before one of its steps', () => {
		expect(reasons('waits holds', 'weak', 'weak')()).toEqual([
			{ reason: 'blocked', step: 0 },
			{ reason: 'runs', step: 0 },
		]);
	});

	test('which is not enough under strong fairness: there it must be unable all through the loop', () => {
		expect(reasons('waits holds', 'weak', 'strong')).toThrow('the loop is not fair to thread 0');
		expect(reasons('sleeps idles', 'strong', 'strong')()).toEqual([
			{ reason: 'blocked', step: 0 },
			{ reason: 'runs', step: 0 },
		]);
	});

	test('there need be none where no fairness is asked for', () => {
		expect(reasons('sets idles', 'none', 'none')()).toEqual([null, { reason: 'runs', step: 0 }]);
		expect(reasons('sets idles', 'none', 'weak')).toThrow('the loop is not fair to thread 0');
	});
});

test('a thread that rests in the loop where it is not pending gets on', () => {
	const model = smallSearch(text, 'toggles');
	const [set, clear] = wayTo(explore(model), 1).concat(stepFrom(explore(model), 1, 0)) as [TakenStep, TakenStep];
	const pending = Uint8Array.from({ length: model.tables.nodeCount }, (_, node) => (node === clear.node ? 0 : 1));
	const progress = { name: 'clears', thread: 0, pending };
	expect(() => replayLasso(model, { stem: [], loop: [set, clear] }, progress, 'none')).toThrow(
		'clears: thread 0 gets on in the loop',
	);
});

test('a step of the loop that is not as told is named by its number from the beginning', () => {
	const model = smallSearch(text, 'idles toggles');
	const graph = explore(model);
	const [idle, set] = [stepFrom(graph, 0, 0), stepFrom(graph, 0, 1)];
	const { progress } = searched(model, untilFinished(model, 0)).pending;
	expect(() => replayLasso(model, { stem: [idle], loop: [idle, set, set] }, progress, 'none')).toThrow(
		/^step 4, thread 1/,
	);
});

test('a lasso that says to be a deadlock is none while somebody who is not asked about can run', () => {
	const model = modelOf('sleeps idles');
	const { graph, pending } = searched(model, untilFinished(model, 0));
	const stem = wayTo(graph, graph.states - 1);
	expect(() => replayLasso(model, { stem, loop: [] }, pending.progress, 'weak')).toThrow(
		'finishes: a deadlock in which some can run',
	);
});
