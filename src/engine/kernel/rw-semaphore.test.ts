import { describe, expect, test } from 'vitest';
import { letterOf, semaphoreText, threadOf } from '../../../tests/support/state-text.ts';
import { Queue } from './queue.ts';
import { rwSemaphores } from './rw-semaphore.ts';
import { shapeOf } from './shape.ts';

const shape = shapeOf({ threads: 5, mms: 2, pages: 1 });

/** 'A:read', 'A:write', 'A:try' and 'A:up', in order; '/1' behind a word means the second mm. Tells the state and the last answer. */
function play(script: string) {
	let woken = '';
	const semaphore = rwSemaphores.queue(shape, new Queue(shape), (thread) => {
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
		else if (cells[shape.semaphoreWriter + number] === thread + 1) semaphore.releaseWrite(cells, number, thread);
		else semaphore.releaseRead(cells, number, thread);
	}
	return { state: semaphoreText(shape, cells), other: semaphoreText(shape, cells, 1), answer, woken };
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
