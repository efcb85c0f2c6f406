import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recipes } from '../../tests/support/recipes.ts';
import { readContent } from '../cli/content.ts';
import { keys } from './keys.ts';
import { canonicalText, differences, emptyRecipe, optionsText, type Recipe, valueFromText } from './recipe.ts';
import { validateRecipe } from './validate-recipe.ts';

const content = readContent();
test('any valid recipe survives its canonical text', () => {
	fc.assert(
		fc.property(recipes, (recipe) => {
			expect(validateRecipe(JSON.parse(canonicalText(recipe)), content)).toEqual({ recipe, problems: null });
		}),
	);
});

test('the order of keys is irrelevant to the canonical text', () => {
	fc.assert(
		fc.property(recipes, fc.shuffledSubarray([...keys], { minLength: keys.length }), (recipe, order) => {
			const shuffled = Object.fromEntries(order.map(({ name }) => [name, recipe[name]]));
			expect(canonicalText(shuffled as unknown as Recipe)).toBe(canonicalText(recipe));
		}),
	);
});

test('what differs from a base, written as options, gives the recipe again', () => {
	fc.assert(
		fc.property(recipes, recipes, (recipe, base) => {
			const words = optionsText(differences(recipe, base))
				.split(' ')
				.filter((word) => word !== '');
			const pairs = Array.from({ length: words.length / 2 }, (_, index) => {
				const name = (words[2 * index] as string).slice(2) as (typeof keys)[number]['name'];
				return [name, valueFromText(name, words[2 * index + 1] as string)];
			});
			expect(validateRecipe(Object.fromEntries(pairs), content, base).recipe).toEqual(recipe);
		}),
	);
});

test('a recipe without a patch has the canonical text that it had before there were patches', () => {
	expect(Object.keys(JSON.parse(canonicalText(emptyRecipe)))).not.toContain('patch');
	const patched = { ...emptyRecipe, patch: 'a diff' };
	expect(JSON.parse(canonicalText(patched)).patch).toBe('a diff');
	expect(optionsText(differences(patched, emptyRecipe), 'my.diff')).toBe('--patch my.diff');
});

test('nothing differs from itself', () => {
	expect(differences(emptyRecipe, emptyRecipe)).toEqual({});
});
