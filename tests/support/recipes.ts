import fc from 'fast-check';
import { readContent } from '../../src/cli/content.ts';
import { eraNames } from '../../src/experiment/content.ts';
import { type Key, keys, THREADS_MAX } from '../../src/experiment/keys.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';
import { formatTime, TIME_MAX_NS } from '../../src/experiment/time.ts';

const content = readContent();
const ns = fc.integer({ min: 0, max: TIME_MAX_NS });

function valuesOf(key: Key): fc.Arbitrary<string | number> {
	switch (key.kind) {
		case 'era':
			return fc.constantFrom(...eraNames(content, key.name));
		case 'choice':
			return fc.constantFrom(...key.choices);
		case 'whole':
			// So many that all kinds together keep to the limit.
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

/** Any valid recipe without a patch. */
export const recipes: fc.Arbitrary<Recipe> = fc
	.record(Object.fromEntries(keys.map((key) => [key.name, valuesOf(key)])))
	.map((values) => ({ ...values, victims: Math.max(1, Number(values['victims'])) }) as unknown as Recipe);
