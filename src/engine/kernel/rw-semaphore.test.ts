import { describe, expect, test } from 'vitest';
import { letterOf, semaphoreText, threadOf } from '../../../tests/support/state-text.ts';
import { Queue, threadOfEntry } from './queue.ts';
import { type RwSemaphoreName, rwSemaphores } from './rw-semaphore.ts';
import { semaphoreQueue, shapeOf } from './shape.ts';

const shape = shapeOf({ threads: 5, mms: 2, pages: 1 });

const NEXT = ['sleeps on', 'tries', 'times out'];

/**
 * 'A:read', 'A:write', 'A:try' and 'A:up', in order, 'A:self' for what a sleeper does of its own accord; '/1' behind a
 * word means the second mm. Tells the state, the last answer, and what the sleepers of mm 0 may do next.
 */
function play(script: string, discipline: RwSemaphoreName = 'queue') {
	let woken = '';
	const semaphore = rwSemaphores[discipline](shape, new Queue(shape), (thread) => {
		woken += letterOf(thread);
	});
	const cells = new Int32Array(shape.cellCount);
	let answer = 0;
	for (const word of script.split(' ')) {
		const [, letter = '', what = '', mm = '0'] = /^(\w):(\w+)(?:\/(\d))?$/.exec(word) as RegExpExecArray;
		const thread = threadOf(letter);
		const number = Number(mm);
		woken = '';
		if (what === 'read') answer = semaphore.read(cells, number, thread);
		else if (what === 'write') answer = semaphore.write(cells, number, thread);
		else if (what === 'try') answer = semaphore.tryRead(cells, number, thread);
		else if (what === 'self') answer = semaphore.runSleeper(cells, number, thread);
		else semaphore.release(cells, number, thread);
	}
	const next = entriesIn(cells)
		.map((thread) => `${letterOf(thread)} ${NEXT[semaphore.nextOfSleeper(cells, 0, thread)]}`)
		.join(', ');
	const timed = semaphore.timedWaiter?.(cells, 0) ?? -1;
	return {
		state: semaphoreText(shape, cells),
		other: semaphoreText(shape, cells, 1),
		answer,
		woken,
		next,
		timed: timed < 0 ? '' : letterOf(timed),
		remembered: cells[shape.semaphoreFirst],
	};
}

/** The threads in the queue of mm 0, from its head. */
function entriesIn(cells: Int32Array): number[] {
	const start = shape.queues + semaphoreQueue(shape, 0) * shape.queueStride;
	return [...cells.subarray(start + 1, start + 1 + (cells[start] as number))].map(threadOfEntry);
}

describe("the 'queue' semaphore", () => {
	test.for([
		['a reader enters a free semaphore', 'A:read', 'A:'],
		['readers share', 'A:read B:read', 'A B:'],
		['a writer enters a free semaphore', 'A:write', 'A!:'],
		['a reader queues while a writer is active', 'A:write B:read', 'A!: B'],
		['a reader queues behind a queued writer, though readers hold', 'A:read B:write C:read', 'A: B! C'],
		['a reader queues behind a queued reader', 'A:write B:read C:read', 'A!: B C'],
		['a writer queues while a reader holds', 'A:read B:write', 'A: B!'],
		['a writer queues while a writer is active', 'A:write B:write', 'A!: B!'],
		['a writer queues behind whoever queues', 'A:read B:write C:write', 'A: B! C!'],
		['a writer is not granted it while another reader holds', 'A:read B:read C:write A:up', 'B: C!'],
	])('%s: %s', ([, script, state]) => {
		expect(play(script as string).state).toBe(state);
	});

	test.for([
		[
			'the last reader grants it to the writer at the head, and to no other',
			'A:read B:write C:write A:up',
			'B!: C!',
			'B',
		],
		['a writer grants it to the writer at the head', 'A:write B:write C:read A:up', 'B!: C', 'B'],
		[
			'a writer grants it to all readers next to one another at the head',
			'A:write B:read C:read D:write E:read A:up',
			'B C: D! E',
			'BC',
		],
		['readers behind a queued writer wait on', 'A:read B:write C:read A:up', 'B!: C', 'B'],
		['whoever releases it to nobody wakes nobody', 'A:write A:up', '-:', ''],
		['a reader that is not the last wakes nobody', 'A:read B:read C:write A:up', 'B: C!', ''],
	])('%s: %s', ([, script, state, woken]) => {
		expect(play(script as string)).toMatchObject({ state, woken });
	});

	test.for([
		['takes a free semaphore', 'A:try', 'A:', 1],
		['takes it beside readers', 'A:read B:try', 'A B:', 1],
		['fails while a writer is active', 'A:write B:try', 'A!:', 0],
		['fails as soon as anyone queues', 'A:read B:write C:try', 'A: B!', 0],
	] as const)('a trylock %s: %s', ([, script, state, answer]) => {
		expect(play(script)).toMatchObject({ state, answer });
	});

	test.for([
		['A:read', 0],
		['A:write B:read', 1],
		['A:write', 0],
		['A:read B:write', 1],
	] as const)('answers 1 iff the caller queues: %s gives %i', ([script, answer]) => {
		expect(play(script).answer).toBe(answer);
	});

	test('keeps two mms apart', () => {
		expect(play('A:write B:write/1 C:read D:read/1 B:up/1')).toMatchObject({ state: 'A!: C', other: 'D:', woken: 'D' });
	});
});

describe("the semaphore of 'v4.20'", () => {
	test.for([
		['a reader queues behind a queued writer, though readers hold', 'A:read B:write C:read', 'A: B! C', ''],
		['a writer queues while a reader holds', 'A:read B:write', 'A: B!', ''],
		['the last reader wakes the writer at the head, which is granted nothing', 'A:read B:write A:up', '-: B!', 'B'],
		['a releasing writer, too', 'A:write B:write C:read A:up', '-: B! C', 'B'],
		['a writer takes what nobody holds, whoever queues', 'A:read B:write A:up C:write', 'C!: B!', ''],
		['a reader does not', 'A:read B:write A:up C:read', '-: B! C', ''],
		['whoever stole it wakes the head again', 'A:read B:write A:up C:write C:up', '-: B!', 'B'],
		['a reader that is not the last wakes nobody', 'A:read B:read C:write A:up', 'B: C!', ''],
		['a writer grants it to the readers at the head', 'A:write B:read C:read D:write A:up', 'B C: D!', 'BC'],
		['the writer at the head takes it by a step of its own', 'A:read B:write C:read A:up B:self', 'B!: C', ''],
	])('%s: %s', ([, script, state, woken]) => {
		expect(play(script as string, 'v4.20')).toMatchObject({ state, woken, remembered: 0, timed: '' });
	});

	test.for([
		['tries as soon as nobody holds it', 'A:read B:write C:write A:up', 'B tries, C sleeps on'],
		['sleeps on while somebody does', 'A:read B:write C:write', 'B sleeps on, C sleeps on'],
		['sleeps on once it was stolen', 'A:read B:write A:up C:write', 'B sleeps on'],
	])('the writer at the head %s: %s', ([, script, next]) => {
		expect(play(script as string, 'v4.20').next).toBe(next);
	});
});

describe("the semaphore 'handoff'", () => {
	test.for([
		['before the time-out a writer steals', 'A:read B:write A:up C:write', 'C!: B!'],
		['after it nobody does', 'A:read B:write B:self A:up C:write', '-: B! C!'],
		[
			'the head takes it by a step of its own, and the next may be stolen from again',
			`A:read B:write B:self A:up C:write B:self B:up D:write`,
			'D!: C!',
		],
	])('%s: %s', ([, script, state]) => {
		expect(play(script as string, 'handoff').state).toBe(state);
	});

	test.for([
		['a writer at the head times out once', 'A:read B:write C:write', 'B times out, C sleeps on', 'B'],
		['and then sleeps on', 'A:read B:write B:self', 'B sleeps on', 'B'],
		['or takes it, if nobody holds it', 'A:read B:write A:up', 'B tries', 'B'],
		['a reader at the head has no need to', 'A:write B:read', 'B sleeps on', ''],
	])('%s: %s', ([, script, next, timed]) => {
		expect(play(script as string, 'handoff')).toMatchObject({ next, timed });
	});

	test('what the head went through is forgotten when it leaves', () => {
		expect(play('A:read B:write B:self', 'handoff').remembered).not.toBe(0);
		expect(play('A:read B:write C:write B:self A:up B:self', 'handoff').remembered).toBe(0);
	});
});

describe("the semaphore of 'v5.3'", () => {
	test.for([
		['a reader enters ahead of a queued writer while readers hold', 'A:read B:write C:read', 'A C: B!', ''],
		[
			'so that the readers may go on for ever, and the writer is not woken',
			'A:read B:write C:read A:up A:read C:up',
			'A: B!',
			'',
		],
		['not when nobody holds it', 'A:read B:write A:up C:read', '-: B! C', ''],
		['a reader that is not the last wakes nobody', 'A:read B:read C:write A:up', 'B: C!', ''],
		['a trylock takes a free semaphore', 'A:try', 'A:', ''],
		['a trylock fails while a writer is active', 'A:write B:try', 'A!:', ''],
		['a trylock does not enter ahead', 'A:read B:write C:try', 'A: B!', ''],
		['a writer steals what nobody holds', 'A:read B:write A:up C:write', 'C!: B!', ''],
		[
			'a reader at the head wakes the readers behind writers, too',
			'A:write B:read C:write D:read E:write A:up',
			'B D: C! E!',
			'BD',
		],
		['the last reader wakes the writer at the head', 'A:read B:write A:up', '-: B!', 'B'],
		['which takes it by a step of its own', 'A:read B:write C:write A:up B:self', 'B!: C!', ''],
	])('%s: %s', ([, script, state, woken]) => {
		expect(play(script as string, 'v5.3')).toMatchObject({ state, woken });
	});

	test.for([
		['times out while it sleeps', 'A:read B:write C:write', 'B times out, C sleeps on'],
		['but is none the nearer to it: it sleeps on', 'A:read B:write B:self', 'B sleeps on'],
		['tries once it is woken', 'A:read B:write A:up', 'B tries'],
		['even if it was beaten', 'A:read B:write A:up C:write', 'B tries'],
		['and then sleeps on, to time out', 'A:read B:write A:up C:write B:self', 'B times out'],
		['or, timed out, for good', 'A:read B:write B:self A:up C:write B:self', 'B sleeps on'],
	])('the writer at the head %s: %s', ([, script, next]) => {
		expect(play(script as string, 'v5.3')).toMatchObject({ next, timed: 'B' });
	});

	test.for([
		['timed out and never woken, it is passed by readers still', 'A:read B:write B:self C:read', 'A C: B!'],
		[
			'woken, beaten and timed out, it is passed by no writer',
			'A:read B:write B:self A:up C:write B:self C:up D:write',
			'-: B! D!',
		],
		['and by no reader', 'A:write B:write B:self A:up C:write B:self C:up B:self D:read', 'B!: D'],
		['beaten before its time-out, it may be passed again', 'A:read B:write A:up C:write B:self C:up D:write', 'D!: B!'],
	])('%s: %s', ([, script, state]) => {
		expect(play(script as string, 'v5.3').state).toBe(state);
	});
});

describe('what happens to one mmap_sem is nothing to another', () => {
	test.for([
		['queue', 'A:read B:read A:up C:write D:read B:up C:up', 'D:'],
		['v4.20', 'A:read B:read A:up C:write B:up D:write', 'D!: C!'],
		['handoff', 'A:read B:write B:self A:up C:write B:self B:up D:write', 'D!: C!'],
		['v5.3', 'A:read B:write B:self A:up C:write B:self C:up B:self B:up D:write', 'D!:'],
	] as const)('%s: %s', ([discipline, script, state]) => {
		const second = script.replace(/:\w+/g, '$&/1');
		expect(play(script, discipline)).toMatchObject({ state, other: '-:' });
		expect(play(second, discipline)).toMatchObject({ state: '-:', other: state, remembered: 0 });
	});
});
