import { describe, expect, test } from 'vitest';
import { emptyRecipe } from '../../experiment/recipe.ts';
import { checkOf } from './checks.ts';
import { propertyOf } from './property-of.ts';
import { toldOf, toldOfStopped } from './told.ts';

const changes = { policy: 'rfc', lockers: 1 };
const unlucky = checkOf({ ...emptyRecipe, policy: 'rfc', victims: 1, lockers: 1 });
const asked = { changes, fairness: 'weak' } as const;

describe('a told verdict', () => {
	test('numbers its threads, names the starved one, and keeps each step', () => {
		const property = propertyOf(unlucky, 'victim-completes');
		const told = toldOf(unlucky, property, asked);
		expect(told.threads).toEqual(['victim', 'locker']);
		expect(told.starved).toBe(0);
		expect([...told.stem, ...told.loop].map(([thread]) => told.threads[thread])).toEqual(
			[...property.stem, ...property.loop].map(({ thread }) => thread),
		);
		expect(told.digest).toBe(unlucky.digest);
	});

	test('names nobody as starved where the property holds', () => {
		expect(toldOf(unlucky, propertyOf(unlucky, 'no-deadlock'), asked).starved).toBeNull();
	});

	test('ends where nobody can run any more', () => {
		const stuck = checkOf({ ...emptyRecipe, victims: 1, inverters: 1, writers: 1 });
		const told = toldOf(stuck, propertyOf(stuck, 'no-deadlock'), asked);
		expect(told.verdict).toBe('VIOLATED');
		expect(told.loop).toEqual([]);
		expect(told.ending).toBe('and then nobody can run any more');
	});

	test('asks the command line for the same, with a limit only where it mattered', () => {
		const property = propertyOf(unlucky, 'victim-completes');
		const options = (complete: boolean) =>
			toldOf({ ...unlucky, complete }, property, { changes, fairness: 'strong', statesMax: 500 }).options;
		expect(options(true)).toEqual(['--policy rfc', '--lockers 1', '--fairness strong']);
		expect(options(false)).toEqual(['--policy rfc', '--lockers 1', '--fairness strong', '--max-states 500']);
	});

	test('knows nothing where the search was stopped', () => {
		const progress = { phase: 'explores', states: 10, frontier: 4, transitions: 12, bytes: 900 } as const;
		const told = toldOfStopped(progress, asked);
		expect(told.verdict).toBe('UNKNOWN');
		expect(told.explored).toContain('10 states');
		expect(told.digest).toBeNull();
	});
});
