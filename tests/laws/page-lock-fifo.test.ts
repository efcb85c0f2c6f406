import { describe, test } from 'vitest';
import { expectPlay } from '../support/expect-play.ts';
import { Play } from '../support/play.ts';

const names = {
	test_and_set_bit_lock: 'try',
	test_bit: 'look',
	asleep: 'sleeps',
	waitqueue_active: 'unlock',
	finished: 'done',
};

const play = (cast: string, script: string) => expectPlay(new Play('fifo', names, cast), script);

describe("the page lock 'fifo'", () => {
	test('free, it is taken by one step and given back by one', () => {
		play(
			't',
			`A try=0 -> A:
			A unlock=0 -> -:
			A done -> -:`,
		);
	});

	test('taken, a locker tries once more and queues in one step; the unlock hands over in one step', () => {
		play(
			'tt',
			`A try=0 -> A:
			B try=1 -> A:
			B try=0 -> A: B!
			B sleeps -> A: B!
			A unlock=0 -> B:
			A done -> B:
			B unlock=0 -> -:`,
		);
	});

	test('a lock that falls free before the queue is reached is taken, and nobody queues', () => {
		play(
			'tt',
			`A try=0 -> A:
			B try=1 -> A:
			A unlock=0 -> -:
			B try=0 -> B:
			B unlock=0 -> -:`,
		);
	});

	test('the line is served from the head, and nobody slips in', () => {
		play(
			'tttt',
			`A try=0 -> A:
			B try=1 -> A:
			B try=0 -> A: B!
			C try=1 -> A: B!
			C try=0 -> A: B! C!
			A unlock=0 -> B: C!
			D try=1 -> B: C!
			D try=0 -> B: C! D!
			B unlock=0 -> C: D!
			C unlock=0 -> D:
			D unlock=0 -> -:`,
		);
	});

	test('the unlock wakes the shared ones ahead of the first exclusive one; those behind it wait on', () => {
		play(
			'twtwt',
			`A try=0 -> A:
			B look=0 -> A: B
			C try=1 -> A: B
			C try=0 -> A: B C!
			D look=0 -> A: B C! D
			E try=1 -> A: B C! D
			E try=0 -> A: B C! D E!
			A unlock=0 -> C: D E!
			D sleeps -> C: D E!
			B done -> C: D E!
			C unlock=0 -> E:
			D done -> E:`,
		);
	});

	test('a shared waiter returns after one wake-up, without looking whether the page is locked again', () => {
		play(
			'twt',
			`A try=0 -> A:
			B look=0 -> A: B
			A unlock=0 -> -:
			C try=0 -> C:
			B done -> C:`,
		);
	});

	test('who waits for the unlock of a free page does not queue', () => {
		play(
			'w',
			`A look=0 -> -:
			A done -> -:`,
		);
	});
});
