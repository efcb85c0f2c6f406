import { describe, expect, test } from 'vitest';
import { readContent } from '../../cli/content.ts';
import { check } from '../check.ts';
import { namedExperiments } from '../named-experiments.ts';
import { prepareCheck } from '../prepare-check.ts';
import { emptyRecipe, type Recipe } from '../recipe.ts';
import { canBeRefused } from './can-be-refused.ts';
import { Game, type Stand, turnsOf } from './game.ts';
import { outcomeOf, outcomeWords } from './outcome.ts';
import { type Way, WaySearch } from './shortest-way.ts';
import { whyNot } from './why-not.ts';

const content = readContent();
const three: Recipe = { ...emptyRecipe, victims: 1, writers: 1, lockers: 1 };
const rfc: Recipe = { ...three, policy: 'rfc' };

const gameOf = (recipe: Recipe) => new Game(prepareCheck(recipe, content));

/** Plays threads by name. */
function play(game: Game, from: Stand, names: readonly string[]): Stand {
	return names.reduce((stand, name) => game.take(stand, game.cast.names.indexOf(name)), from);
}

function wayOf(recipe: Recipe, history: readonly number[] = []): Way {
	const search = new WaySearch(prepareCheck(recipe, content));
	while (!search.advance());
	return search.from(history);
}

/** Follows a way round its loop until the victim was refused so often. */
function followUntil(game: Game, { stem, loop }: Way, rounds: number): Stand {
	let stand = game.start;
	for (let at = 0; stand.rounds < rounds; at++) {
		const step = stem[at] ?? loop[(at - stem.length) % loop.length];
		stand = game.take(stand, step?.number ?? -1);
	}
	return stand;
}

const tell = (game: Game, stand: Stand): string[] =>
	turnsOf(stand).map(({ thread, words }) => `${game.cast.names[thread]} ${words}`);

const firstRefusal = ['victim', 'victim', 'locker', 'victim', 'victim', 'victim'];

describe('the game', () => {
	test('goes as the search tells it, and back', () => {
		const game = gameOf(rfc);
		const stand = play(game, game.start, [...firstRefusal, 'locker']);
		const { properties } = check(rfc, content);
		const { stem } = properties.find(({ name }) => name === 'victim-completes') ?? { stem: [] };
		expect(tell(game, stand)).toEqual(stem.map(({ thread, words }) => `${thread} ${words}`));
		expect(stand.before?.steps).toBe(6);
		expect(() =>
			play(game, stand, ['victim', 'victim', 'victim', 'victim', 'victim', 'victim', 'victim', 'victim']),
		).toThrow();
	});

	test('counts a round when the fault is sent round again, not before', () => {
		const game = gameOf(rfc);
		const asleep = play(game, game.start, firstRefusal);
		expect([asleep.rounds, asleep.retries]).toEqual([0, 0]);
		const woken = play(game, asleep, ['locker']);
		expect([woken.rounds, woken.retries, woken.last?.refuses]).toEqual([1, 1, true]);
	});

	test('counts a wake-up that comes too late, and not the first look', () => {
		const game = gameOf({ ...rfc, 'page-lock': 'v4.20' });
		const asleep = play(game, game.start, [...firstRefusal, 'victim']);
		expect(whyNot(game.cast, asleep.cells, game.victim)).toContain('sleeps until woken by an unlock');
		const robbed = play(game, asleep, ['locker', 'locker', 'locker', 'victim']);
		expect([robbed.rounds, robbed.retries]).toEqual([1, 0]);
		expect(robbed.last?.words).toBe('sees the page still locked');
	});

	test('refuses a recipe without a victim', () => {
		expect(() => gameOf({ ...emptyRecipe, lockers: 1 })).toThrow('a game without a victim');
	});

	test('says why somebody cannot run', () => {
		const game = gameOf(three);
		const stand = play(game, game.start, [...firstRefusal, 'locker', 'victim', 'victim', 'locker', 'victim', 'writer']);
		expect(whyNot(game.cast, stand.cells, 1)).toBe('waits for mmap_sem, held for reading by victim');
		const queued = play(game, stand, ['victim']);
		expect(whyNot(game.cast, queued.cells, 0)).toBe('sleeps in line for the page lock behind locker');
	});
});

describe('what becomes of it', () => {
	test('under v4.20 with a line: one refusal, and no more', () => {
		const game = gameOf(three);
		expect(canBeRefused(game, game.start)).toBe(true);
		const queued = play(game, game.start, [
			...firstRefusal,
			'locker',
			'victim',
			'victim',
			'locker',
			'victim',
			'victim',
		]);
		expect(outcomeOf(game, queued)).toBe('certain');
		expect(outcomeWords(game, queued, 'HOLDS')).toBe(
			'Nothing more can be done, after 1 retry: no order of steps refuses the victim again. ' +
				'It sleeps in line for the page lock behind locker. If everybody runs who can, it gets its page: the search says HOLDS.',
		);
		const served = play(game, queued, ['locker', 'victim', 'victim', 'victim', 'victim']);
		expect(outcomeWords(game, served, 'HOLDS')).toMatch(/^The victim got its page after 1 retry\./);
	});

	test('under rfc: ten rounds, fair if the shortest way is followed', () => {
		const game = gameOf(rfc);
		const stand = followUntil(game, wayOf(rfc), 10);
		expect(outcomeOf(game, stand)).toBe('kept-out');
		expect(stand.neglected).toEqual([0, 1, 0]);
		expect(outcomeWords(game, stand, 'VIOLATED')).toContain('the search says VIOLATED');
		expect(outcomeWords(game, stand, 'UNKNOWN')).not.toContain('the search says');
	});

	test('says who was never let run', () => {
		const game = gameOf(rfc);
		const round = ['victim', 'victim', 'locker', 'victim', 'victim', 'victim', 'locker'];
		const stand = Array.from({ length: 10 }).reduce<Stand>((at) => play(game, at, round), game.start);
		expect(stand.neglected).toEqual([0, 10, 0]);
		expect(outcomeWords(game, stand, 'VIOLATED')).toContain(
			'not let run: writer in 10 of them. No fair scheduler leaves anybody out for ever.',
		);
	});
});

describe('the shortest way', () => {
	test.for(['polite-or-certain', 'retry-once', 'unlucky'])(
		'from the beginning of %s is as long as the search’s, under each policy',
		(name) => {
			const { recipe } = namedExperiments(content).find((each) => each.name === name) ?? { recipe: emptyRecipe };
			for (const policy of ['v4.20', 'rfc', 'v5.7']) {
				const { properties } = check({ ...recipe, policy }, content);
				const found = properties.find(({ name }) => name === 'victim-completes');
				const way = wayOf({ ...recipe, policy });
				expect([way.verdict, way.stem.length, way.loop.length]).toEqual([
					found?.verdict,
					found?.stem.length,
					found?.loop.length,
				]);
			}
		},
	);

	test('goes on from wherever the game stands', () => {
		const game = gameOf(rfc);
		const stand = play(game, game.start, ['locker', 'writer', 'victim']);
		const way = wayOf(
			rfc,
			turnsOf(stand).map(({ thread }) => thread),
		);
		expect(way.verdict).toBe('VIOLATED');
		const after = [...way.stem, ...way.loop].reduce((at, { number }) => game.take(at, number), stand);
		const anchor = way.stem.reduce((at, { number }) => game.take(at, number), stand);
		expect(after.cells).toEqual(anchor.cells);
		expect(after.rounds).toBeGreaterThan(0);
	});

	test('is none where the victim is sure of the page', () => {
		const game = gameOf(rfc);
		const stand = play(game, game.start, ['victim', 'victim', 'victim']);
		expect(
			wayOf(
				rfc,
				turnsOf(stand).map(({ thread }) => thread),
			).verdict,
		).toBe('HOLDS');
	});

	test('tells a history that cannot be played', () => {
		expect(() => wayOf(rfc, [0, 1, 0, 0, 0, 0, 0, 0, 0, 0])).toThrow(/step \d+ of the history/);
	});
});
