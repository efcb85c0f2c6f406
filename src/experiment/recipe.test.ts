import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContent } from '../cli/content.ts';
import { eraNames } from './content.ts';
import { type Key, keys, THREADS_MAX } from './keys.ts';
import { canonicalText, differences, emptyRecipe, optionsText, type Recipe, valueFromText } from './recipe.ts';
import { formatTime, TIME_MAX_NS } from './time.ts';
import { validateRecipe } from './validate-recipe.ts';

const content = readContent();
const ns = fc.integer({ min: 0, max: TIME_MAX_NS });

function valuesOf(key: Key): fc.Arbitrary<string | number> {
	switch (key.kind) {
		case 'era':
			return fc.constantFrom(...eraNames(content, key.name));
		case 'choice':
			return fc.constantFrom(...key.choices);
		case 'whole':
			// Six kinds of threads, so that all together keep to the limit.
			return fc.integer({
				min: key.min,
				max:
					key.group === 'threads'
						? Math.floor(THREADS_MAX / keys.filter(({ group }) => group === 'threads').length)
						: key.max,
			});
		case 'time':
			return fc.oneof(
				ns,
				ns.map((mean_ns) => formatTime({ kind: 'exponential', mean_ns })),
				ns.map((from_ns) => formatTime({ kind: 'uniform', from_ns, to_ns: TIME_MAX_NS })),
			);
		case 'diff':
			return fc.constant(key.default);
	}
}

const recipes = fc
	.record(Object.fromEntries(keys.map((key) => [key.name, valuesOf(key)])))
	.map((values) => ({ ...values, victims: Math.max(1, Number(values['victims'])) }) as unknown as Recipe);

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
