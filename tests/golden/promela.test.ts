import path from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../src/cli/content.ts';
import { promelaOf } from '../../src/experiment/promela/promela.ts';
import { emptyRecipe } from '../../src/experiment/recipe.ts';

// What somebody who knows Promela is to read; `vitest -u` accepts a change.
test('a victim and a locker, in Promela', async () => {
	const recipe = { ...emptyRecipe, policy: 'rfc', victims: 1, lockers: 1 };
	const command = 'bin/polite export --promela --policy rfc --victims 1 --lockers 1';
	const { text } = promelaOf(recipe, readContent(), { command });
	await expect(text).toMatchFileSnapshot(path.join(import.meta.dirname, 'victim-and-locker.pml'));
});
