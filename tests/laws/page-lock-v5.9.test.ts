import { describe, test } from 'vitest';
import { expectPlay } from '../support/expect-play.ts';
import { Play } from '../support/play.ts';

const names = {
	test_and_set_bit_lock: 'try',
	set_bit: 'queue',
	asleep: 'sleeps',
	clear_bit_unlock_is_negative_byte: 'clear',
	waitqueue_active: 'walk',
	finished: 'done',
};

const play = (pageLock: string, cast: string, unfairness: number, script: string) =>
	expectPlay(new Play(pageLock, names, cast, unfairness), script);

describe('the page lock of v5.9', () => {
	test('free, it is taken by one step and given back by one', () => {
		play(
			'v5.9',
			't',
			5,
			`A try=0 -> A:
			A clear=0 -> -:
			A done -> -:`,
		);
	});

	test('taken, a locker tries once more and queues in one step; the unlock is two: clear, walk', () => {
		play(
			'v5.9',
			'tt',
			5,
			`A try=0 -> A:
			B try=1 -> A:
			B queue=0 -> A: B! w
			B sleeps -> A: B! w
			A clear=1 -> -: B! w
			A walk=0 -> -:
			B try=0 -> B:
			B clear=0 -> -:`,
		);
	});

	test('a lock that falls free before the queue is reached is taken, and nobody queues', () => {
		play(
			'v5.9',
			'tt',
			5,
			`A try=0 -> A:
			B try=1 -> A:
			A clear=0 -> -:
			B queue=0 -> B: w
			B clear=1 -> -: w
			B walk=0 -> -:`,
		);
	});

	test('between clear and walk anyone may slip in; the walk stops, and the sleeper keeps its place', () => {
		play(
			'v5.9',
			'ttt',
			5,
			`A try=0 -> A:
			B try=1 -> A:
			B queue=0 -> A: B! w
			A clear=1 -> -: B! w
			C try=0 -> C: B! w
			A walk=1 -> C: B! w
			B sleeps -> C: B! w
			C clear=1 -> -: B! w
			C walk=0 -> -:
			B try=0 -> B:`,
		);
	});

	test('who was woken once and beaten to the lock queues at the tail; with k = 1 it is handed the lock then', () => {
		play(
			'v5.9',
			'ttt',
			1,
			`A try=0 -> A:
			B try=1 -> A:
			B queue=0 -> A: B! w
			A clear=1 -> -: B! w
			A walk=0 -> -:
			C try=0 -> C:
			B try=1 -> C:
			B queue=0 -> C: B!! w
			C clear=1 -> -: B!! w
			C walk=0 -> B:
			B clear=0 -> -:`,
		);
	});

	test('it asks for a hand-off after k losses, not before', () => {
		const steals = [1, 2].map(
			(thief) => `
			${letter(thief)} try=0 -> ${letter(thief)}:
			B try=1 -> ${letter(thief)}:
			B queue=0 -> ${letter(thief)}: B${thief === 2 ? '!!' : '!'} w
			${letter(thief)} clear=1 -> -: B${thief === 2 ? '!!' : '!'} w
			${letter(thief)} walk=0 -> ${thief === 2 ? 'B' : '-'}:`,
		);
		play(
			'v5.9',
			'tttt',
			2,
			`A try=0 -> A:
			B try=1 -> A:
			B queue=0 -> A: B! w
			A clear=1 -> -: B! w
			A walk=0 -> -:
			${steals.join('').trim()}
			B clear=0 -> -:`,
		);
	});

	test('even who is to be handed the lock can be passed between clear and walk, and keeps its place', () => {
		play(
			'v5.9',
			'ttt',
			0,
			`A try=0 -> A:
			B try=1 -> A:
			B queue=0 -> A: B!! w
			A clear=1 -> -: B!! w
			C try=0 -> C: B!! w
			A walk=1 -> C: B!! w
			C clear=1 -> -: B!! w
			C walk=0 -> B:`,
		);
	});

	test('a walk wakes the shared ones ahead though the page is taken again, and keeps the exclusive one', () => {
		play(
			'v5.9',
			'twtwt',
			5,
			`A try=0 -> A:
			B queue=0 -> A: B w
			C try=1 -> A: B w
			C queue=0 -> A: B C! w
			D queue=0 -> A: B C! D w
			A clear=1 -> -: B C! D w
			E try=0 -> E: B C! D w
			A walk=1 -> E: C! D w
			B done -> E: C! D w
			E clear=1 -> -: C! D w
			E walk=1 -> -: D w
			C try=0 -> C: D w
			C clear=1 -> -: D w
			C walk=0 -> -:
			D done -> -:`,
		);
	});
});

describe('the page lock of v5.9-rc', () => {
	test('whoever queues is handed the lock, whatever the recipe says of unfairness', () => {
		play(
			'v5.9-rc',
			'ttt',
			5,
			`A try=0 -> A:
			B try=1 -> A:
			B queue=0 -> A: B!! w
			C try=1 -> A: B!! w
			C queue=0 -> A: B!! C!! w
			A clear=1 -> -: B!! C!! w
			A walk=1 -> B: C!! w
			B clear=1 -> -: C!! w
			B walk=0 -> C:
			C clear=0 -> -:`,
		);
	});
});

/** The thief's letter: C steals first, then D. */
function letter(thief: number): string {
	return thief === 1 ? 'C' : 'D';
}
