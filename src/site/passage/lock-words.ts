import type { Recipe } from '../../experiment/recipe.ts';

/** A rule of a recipe that has words of its own. */
export type RuleKey = 'policy' | 'page-lock' | 'rwsem';

/** What each rule comes to, for a reader who has not met its name. */
export const ruleWords: Readonly<Record<RuleKey, Readonly<Record<string, string>>>> = {
	policy: {
		'never-polite': 'never lets go of mmap_sem for the page, as before v2.6.37',
		'v4.20': 'lets go once, then keeps mmap_sem and queues for the page lock',
		rfc: 'lets go each time and never queues for the page lock; January 2019, never merged',
		'diff1-typed': 'rfc with diff [1] as it was first typed; never merged',
		'diff1-parens': 'rfc with diff [1] as it was first corrected; never merged',
		'v5.7': 'lets go on the first attempt only, may retry for ever for other reasons',
	},
	'page-lock': {
		fifo: 'strict line, each unlock hands the lock to the first in line; no kernel had it',
		'v4.20': 'an unlock frees the page, whoever is there first takes it, and who loses joins the tail',
		'v5.9-rc': 'an unlock hands the lock to the first who queues, unless somebody took it just before',
		'v5.9': 'who is woken must compete, and is handed the lock after so many losses',
	},
	rwsem: {
		queue: 'strict line for readers and writers; no kernel had it',
		'v4.20': 'readers queue behind whoever waits, a writer takes it whenever nobody is inside',
		handoff: 'as v4.20, until the writer at the head has waited long; no kernel had it',
		'v5.3': 'readers pass a waiting writer while readers are inside, until it has waited long',
	},
};

/** What the rules of a key are called in a caption. */
export const ruleNames: Readonly<Record<RuleKey, string>> = {
	policy: 'retry rule',
	'page-lock': 'page lock',
	rwsem: 'mmap_sem',
};

/**
 * Names both locks of a run in a caption, as in 'page lock fifo, mmap_sem queue'.
 *
 * @param turned the keys that the figure turns, which its columns or its switch name
 */
export function locksText(recipe: Pick<Recipe, RuleKey>, turned: readonly string[] = []): string {
	const locks = (['page-lock', 'rwsem'] as const).filter((key) => !turned.includes(key));
	return locks.map((key) => `${ruleNames[key]} ${recipe[key]}`).join(', ');
}
