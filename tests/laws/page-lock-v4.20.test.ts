import { describe, test } from 'vitest';
import { expectPlay } from '../support/expect-play.ts';
import { Play } from '../support/play.ts';

const names = {
	test_and_set_bit_lock: 'try',
	is_queued: 'queue',
	test_bit: 'look',
	asleep: 'sleeps',
	finish_wait: 'leave',
	clear_bit_unlock_is_negative_byte: 'clear',
	waitqueue_active: 'walk',
	finished: 'done',
};

const play = (cast: string, script: string) => expectPlay(new Play('v4.20', names, cast), script);

describe('the page lock of v4.20', () => {
	test('free, it is taken by one step and given back by one; nobody waits, nobody walks', () => {
		play(
			't',
			`A try=0 -> A:
			A clear=0 -> -:
			A done -> -:`,
		);
	});

	test('taken, a locker queues at the tail, looks, and sleeps; the unlock is two steps: clear, walk', () => {
		play(
			'tt',
			`A try=0 -> A:
			B try=1 -> A:
			B queue=0 -> A: B! w
			B look=1 -> A: B! w
			B sleeps -> A: B! w
			A clear=1 -> -: B! w
			A walk=0 -> -:
			B try=0 -> B:
			B leave=0 -> B:
			B clear=0 -> -:`,
		);
	});

	test('between clear and walk anyone may slip in; the walk finds the bit set and stops, the sleeper keeps its place', () => {
		play(
			'ttt',
			`A try=0 -> A:
			B try=1 -> A:
			B queue=0 -> A: B! w
			B look=1 -> A: B! w
			A clear=1 -> -: B! w
			C try=0 -> C: B! w
			A walk=1 -> C: B! w
			B sleeps -> C: B! w
			C clear=1 -> -: B! w
			C walk=0 -> -:
			B try=0 -> B:`,
		);
	});

	test('who is woken and beaten to the lock goes to the tail, behind whoever came later', () => {
		play(
			'tttt',
			`A try=0 -> A:
			B try=1 -> A:
			B queue=0 -> A: B! w
			C try=1 -> A: B! w
			C queue=0 -> A: B! C! w
			B look=1 -> A: B! C! w
			A clear=1 -> -: B! C! w
			A walk=1 -> -: C! w
			D try=0 -> D: C! w
			B try=1 -> D: C! w
			B queue=0 -> D: C! B! w`,
		);
	});

	test('a walk wakes the shared ones up to the first exclusive one, that one too, and nobody behind it', () => {
		play(
			'twwtwt',
			`A try=0 -> A:
			B queue=0 -> A: B w
			C queue=0 -> A: B C w
			D try=1 -> A: B C w
			D queue=0 -> A: B C D! w
			E queue=0 -> A: B C D! E w
			F try=1 -> A: B C D! E w
			F queue=0 -> A: B C D! E F! w
			B look=1 -> A: B C D! E F! w
			C look=1 -> A: B C D! E F! w
			D look=1 -> A: B C D! E F! w
			E look=1 -> A: B C D! E F! w
			A clear=1 -> -: B C D! E F! w
			A walk=1 -> -: E F! w
			E sleeps -> -: E F! w
			B look=0 -> -: E F! w
			B leave=0 -> -: E F! w
			B done -> -: E F! w
			D try=0 -> D: E F! w
			C look=1 -> D: E F! w
			C queue=0 -> D: E F! C w`,
		);
	});

	test('a shared waiter that finds the bit set again stays inside, and queues at the tail again', () => {
		play(
			'twt',
			`A try=0 -> A:
			B queue=0 -> A: B w
			B look=1 -> A: B w
			A clear=1 -> -: B w
			A walk=0 -> -:
			C try=0 -> C:
			B look=1 -> C:
			B queue=0 -> C: B w
			B look=1 -> C: B w
			B sleeps -> C: B w
			C clear=1 -> -: B w
			C walk=0 -> -:
			B look=0 -> -:
			B leave=0 -> -:
			B done -> -:`,
		);
	});

	test('who queues and then sees the page free does not sleep, and takes itself out of the line', () => {
		play(
			'tt',
			`A try=0 -> A:
			B try=1 -> A:
			A clear=0 -> -:
			B queue=0 -> -: B! w
			B look=0 -> -: B! w
			B try=0 -> B: B! w
			B leave=0 -> B: w
			B clear=1 -> -: w
			B walk=0 -> -:`,
		);
	});

	test('who lost while it still stood in line keeps its place', () => {
		play(
			'ttt',
			`A try=0 -> A:
			B try=1 -> A:
			A clear=0 -> -:
			B queue=0 -> -: B! w
			B look=0 -> -: B! w
			C try=0 -> C: B! w
			B try=1 -> C: B! w
			B queue=1 -> C: B! w
			B look=1 -> C: B! w
			B sleeps -> C: B! w`,
		);
	});

	test('PG_waiters is cleared by the walk that empties the queue, and by no other', () => {
		play(
			'tww',
			`A try=0 -> A:
			B queue=0 -> A: B w
			A clear=1 -> -: B w
			C queue=0 -> -: B C w
			A walk=0 -> -:`,
		);
	});
});
