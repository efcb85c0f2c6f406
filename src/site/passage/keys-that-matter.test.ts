import { expect, test } from 'vitest';
import { readContent } from '../../cli/content.ts';
import { namedExperiments } from '../../experiment/named-experiments.ts';
import { run } from '../../experiment/run.ts';
import { isRandom } from './keys-that-matter.ts';

const content = readContent();

test('an experiment is random if and only if another seed makes another run', () => {
	const found = namedExperiments(content).map(({ name, recipe }) => {
		const brief = { ...recipe, seeds: 1, 'duration-ms': 20 };
		const [one, other] = [1, 2].map((seed) => JSON.stringify(run({ ...brief, seed }, content).actors));
		expect(isRandom(recipe), name).toBe(one !== other);
		return isRandom(recipe);
	});
	expect(new Set(found)).toEqual(new Set([true, false]));
});
