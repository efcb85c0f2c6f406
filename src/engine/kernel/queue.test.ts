import { expect, test } from 'vitest';
import { queueText, threadOf } from '../../../tests/support/state-text.ts';
import { Queue } from './queue.ts';
import { shapeOf } from './shape.ts';

const shape = shapeOf({ threads: 4, mms: 0, pages: 2 });

/** '+A' joins, '+A!' joins for the lock, '-A' leaves, '-' takes the first out; a digit in front chooses the queue. */
function play(script: string): Int32Array {
	const queue = new Queue(shape);
	const cells = new Int32Array(shape.cellCount);
	for (const word of script.split(' ').filter((some) => some !== '')) {
		const [, number, sign, letter, mark] = /^(\d?)([+-])([A-D]?)(!?)$/.exec(word) as RegExpExecArray;
		const line = Number(number);
		if (sign === '+') queue.addTail(cells, line, threadOf(letter as string), mark === '!' ? 1 : 0);
		else if (letter === '') queue.removeFirst(cells, line);
		else queue.remove(cells, line, threadOf(letter as string));
	}
	return cells;
}

test.for([
	['', ''],
	['+A', 'A'],
	['+A +B! +C', 'A B! C'],
	['+A +B! -', 'B!'],
	['+A! +B +C -', 'B C'],
	['+A +B +C -B', 'A C'],
	['+A +B +C -C', 'A B'],
	['+A +B! +C +D -A -C', 'B! D'],
	['+A +B -C', 'A B'],
	['+A +B - +A', 'B A'],
	['+A -', ''],
	['+A 1+B 1+C -B', 'A'],
])('%s leaves the line: %s', ([script, line]) => {
	expect(queueText(shape, play(script as string), 0)).toBe(line);
});

test('two queues do not touch each other', () => {
	const cells = play('+A 1+B +C 1+D! 1-');
	expect([queueText(shape, cells, 0), queueText(shape, cells, 1)]).toEqual(['A C', 'D!']);
});

test('a thread knows the queue it stands in, and forgets it when it leaves', () => {
	const queue = new Queue(shape);
	const cells = play('+A 1+B +C -');
	const places = [0, 1, 2].map((thread) => [queue.holds(cells, 0, thread), queue.holds(cells, 1, thread)]);
	expect(places).toEqual([
		[false, false],
		[false, true],
		[true, false],
	]);
});

test.for(['+A -', '+A -A', '+A +B! +C - - -', '+A +B +C -B -C -A', '1+A! +B -B 1-A'])(
	'a state does not remember how a queue became empty: %s',
	(script) => {
		expect(play(script)).toEqual(new Int32Array(shape.cellCount));
	},
);
