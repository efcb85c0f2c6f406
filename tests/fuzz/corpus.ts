import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readContent } from '../../src/cli/content.ts';
import { rwSemaphores } from '../../src/engine/kernel/rw-semaphore.ts';
import { eraNames } from '../../src/experiment/content.ts';
import { eraFiles } from '../../src/experiment/eras.ts';
import { emptyRecipe, type Recipe } from '../../src/experiment/recipe.ts';
import type { Dice } from './dice.ts';

/** The notebook's own texts, from which wrong ones are made. */
export const content = readContent();

const fixtures = path.join(import.meta.dirname, '..', 'fixtures');

/** All texts of a folder under tests/fixtures/. */
export function fixtureTexts(folder: string): string[] {
	const base = path.join(fixtures, folder);
	return readdirSync(base)
		.sort()
		.map((name) => readFileSync(path.join(base, name), 'utf8'));
}

/** The links that tests/golden/links.txt promises to keep. */
export function goldenLinks(): string[] {
	const text = readFileSync(path.join(fixtures, '..', 'golden', 'links.txt'), 'utf8');
	return text.split('\n').filter((line) => /^(x|lab)\//.test(line));
}

/** Some eras by which a text may be read, and the rules and threads of a small scenario. */
export function someRecipe(dice: Dice): Recipe {
	const few = () => (dice.oneIn(3) ? 1 : 0);
	return {
		...emptyRecipe,
		policy: dice.one(eraNames(content, 'policy')),
		'page-lock': dice.one(eraNames(content, 'page-lock')),
		rwsem: dice.one(Object.keys(rwSemaphores)),
		victims: 1,
		lockers: few() + few(),
		writers: few(),
		faulters: few(),
		bystanders: few(),
		monitors: few(),
		gups: few(),
		nowaits: few(),
		killers: few(),
		signallers: few(),
		inverters: dice.oneIn(9) ? 1 : 0,
		seed: dice.below(2 ** 32),
	};
}

/** The model's files as a recipe's eras have them; read once for each pair. */
export function filesOf(recipe: Recipe): Readonly<Record<string, string>> {
	const name = `${recipe.policy} ${recipe['page-lock']}`;
	const known = files.get(name);
	if (known !== undefined) return known;
	const made = Object.fromEntries(eraFiles(content, recipe).map(({ path, text }) => [path, text]));
	files.set(name, made);
	return made;
}

const files = new Map<string, Readonly<Record<string, string>>>();
