import { Random } from '../../src/engine/simulate/random.ts';
import { type Content, eraNames } from '../../src/experiment/content.ts';
import { keyByName } from '../../src/experiment/keys.ts';
import { emptyRecipe, type Recipe } from '../../src/experiment/recipe.ts';

const SEED = 2019;

/** Beside the victim, so few threads that most searches come to an end. */
const OTHERS_MAX = 3;
const others = [
	'faulters',
	'neighbours',
	'bystanders',
	'writers',
	'lockers',
	'inverters',
	'gups',
	'monitors',
	'killers',
	'signallers',
	'nowaits',
] as const;

/** Recipes spread over rules, actors, kinds of times and seeds: the first so many of an endless list, always the same. */
export function randomRecipes(count: number, content: Content): Recipe[] {
	const random = new Random(SEED, 1);
	const below = (limit: number) => random.next(0) % limit;
	const oneOf = <T>(choices: readonly T[]): T => choices[below(choices.length)] as T;
	const rwsem = keyByName.get('rwsem');
	if (rwsem?.kind !== 'choice') throw new Error('rwsem is no choice among rules');
	const someOthers = () => {
		const threads: Record<string, number> = {};
		for (let left = 1 + below(OTHERS_MAX); left > 0; left--) {
			const name = oneOf(others);
			threads[name] = (threads[name] ?? 0) + 1;
		}
		return threads;
	};
	return Array.from({ length: count }, () => ({
		...emptyRecipe,
		policy: oneOf(eraNames(content, 'policy')),
		'page-lock': oneOf(eraNames(content, 'page-lock')),
		rwsem: oneOf(rwsem.choices),
		victims: 1,
		...someOthers(),
		seed: random.next(0),
		seeds: 1 + below(2),
		'duration-ms': 1 + below(3),
		'io-ns': oneOf(['exponential:80000', 'uniform:1000:90000', 12_345]),
		'wake-ns': oneOf(['exponential:4000', 'uniform:0:9000', 700]),
		'locker-gap-ns': oneOf(['exponential:2000', 'uniform:100:5000', 500]),
	}));
}
