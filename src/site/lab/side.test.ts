import { describe, expect, test } from 'vitest';
import { keyByName, keys } from '../../experiment/keys.ts';
import { emptyRecipe } from '../../experiment/recipe.ts';
import { type Choices, differingKeys, readSide, type Sides, sideOf, textOf, turned } from './side.ts';

const choices: Choices = {
	experiments: [{ name: 'small', title: '', description: '', recipe: { victims: 1, lockers: 2, seed: 3 } }],
	eras: { policy: ['rfc', 'v4.20'], 'page-lock': ['fifo', 'v4.20'] },
};
const one: Sides = { a: { from: 'small', typed: {} }, b: null };
const two: Sides = { a: { from: 'small', typed: {} }, b: { from: 'small', typed: {} } };

function key(name: string) {
	const found = keyByName.get(name);
	if (found === undefined) throw new Error(`no key ${name}`);
	return found;
}

describe('a side of the bench', () => {
	test('starts as its experiment, every key with a text', () => {
		expect(readSide(one, 'a', choices).recipe).toEqual({ ...emptyRecipe, victims: 1, lockers: 2, seed: 3 });
		for (const each of keys) expect(textOf(one, 'a', each, choices)).toBeTypeOf('string');
	});

	test('keeps what was typed, right or wrong, and says what is wrong with it where it stands', () => {
		const wrong = turned(one, 'a', key('lockers'), '2x', choices);
		expect(textOf(wrong, 'a', key('lockers'), choices)).toBe('2x');
		const { recipe, problems } = readSide(wrong, 'a', choices);
		expect(recipe).toBeNull();
		expect(problems).toEqual({ lockers: 'found "2x", expected a whole number from 0 to 64' });
		expect(readSide(turned(wrong, 'a', key('lockers'), '5', choices), 'a', choices).recipe?.lockers).toBe(5);
	});

	test('turned back is as at its start', () => {
		const turnedOnce = turned(one, 'a', key('policy'), 'rfc', choices);
		expect(turnedOnce).not.toEqual(one);
		expect(turned(turnedOnce, 'a', key('policy'), 'v4.20', choices)).toEqual(one);
	});

	test('says of too many threads that they are too many, and names no key', () => {
		const { problems } = readSide(turned(one, 'a', key('lockers'), '64', choices), 'a', choices);
		expect(Object.keys(problems ?? {})).toEqual(['']);
	});
});

describe('two sides', () => {
	test('have one seed and one time, and else what each was given', () => {
		const seeded = turned(two, 'b', key('seed'), '9', choices);
		const sides = turned(seeded, 'b', key('policy'), 'rfc', choices);
		const a = readSide(sides, 'a', choices).recipe;
		const b = readSide(sides, 'b', choices).recipe;
		if (a === null || b === null) throw new Error('they are in order');
		expect([a.seed, b.seed]).toEqual([9, 9]);
		expect([...differingKeys(a, b)]).toEqual(['policy']);
	});

	test('come back from the recipe that they make', () => {
		const sides = turned(two, 'a', key('io-ns'), 'uniform:5:9', choices);
		const { recipe } = readSide(sides, 'a', choices);
		if (recipe === null) throw new Error('it is in order');
		expect(sideOf('small', recipe, choices)).toEqual(sides.a);
	});
});
