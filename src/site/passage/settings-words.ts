import { type KeyName, keyByName, keys } from '../../experiment/keys.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import { threadsOf } from '../../experiment/threads.ts';
import { settingText, timeWords } from '../setting-text.ts';
import { type RuleKey, ruleNames, ruleWords } from './lock-words.ts';

/** Values that a figure turns a key to, instead of the recipe's own. */
export type Turned = Readonly<Partial<Record<KeyName, readonly (string | number)[]>>>;

/** Whose times are no gaps of their own: the C that each of these actors runs spends them. */
const timesOf: Readonly<Record<string, readonly KeyName[]>> = {
	writer: ['write-ns'],
	locker: ['io-ns'],
	inverter: ['write-ns'],
	monitor: ['snapshot-ns'],
};
/** Those who fault map a page; a monitor copies one, and the others touch none. */
const mapsNothing = ['writer', 'locker', 'inverter', 'monitor', 'killer', 'signaller'];

/** Of what a run was made, as terms with what is said of each: all that a reader needs to doubt it. */
export function settingsWords(recipe: Recipe, turned: Turned = {}): [term: string, said: string[]][] {
	const { seed, seeds, 'duration-ms': duration_ms } = recipe;
	const last = seeds === 1 ? `seed ${seed}` : `seeds ${seed} to ${seed + seeds - 1}`;
	return [
		['threads', [threadWords(recipe, turned)]],
		...(['policy', 'page-lock', 'rwsem'] as const).map((key): [string, string[]] => [
			ruleNames[key],
			(turned[key] ?? [recipe[key]]).map((rule) => wordsOfRule(key, String(rule))),
		]),
		...(recipe.patch === '' ? [] : [['the C', ['with a change of its own']] as [string, string[]]]),
		['times', timesThatMatter(recipe, turned)],
		['run', [`${duration_ms}\u00a0ms of model time, ${last}`]],
	];
}

function wordsOfRule(key: RuleKey, rule: string): string {
	const words = ruleWords[key][rule];
	if (words === undefined) throw new Error(`settings: no words for ${key} '${rule}'; add them to lock-words.ts.`);
	return `${rule}: ${words}`;
}

function threadWords(recipe: Recipe, turned: Turned): string {
	return keys
		.filter(({ group }) => group === 'threads')
		.flatMap(({ name }) => {
			const counts = turned[name] ?? [recipe[name]];
			if (counts.length === 1 && counts[0] === 0) return [];
			const isOne = counts.length === 1 && counts[0] === 1;
			return [`${counts.join(' / ')} ${isOne ? name.slice(0, -1) : name}`];
		})
		.join(', ');
}

/** The times of those who are there, and what v5.9's page lock counts to. */
function timesThatMatter(recipe: Recipe, turned: Turned): string[] {
	const actors = new Set(threadsOf(recipe).map(({ actor }) => actor));
	const names = new Set<KeyName>(['step-ns', 'wake-ns']);
	if ((turned['page-lock'] ?? [recipe['page-lock']]).includes('v5.9')) names.add('page-lock-unfairness');
	if ((turned.rwsem ?? [recipe.rwsem]).some((rule) => rule === 'handoff' || rule === 'v5.3')) {
		names.add('rwsem-timeout-ns');
	}
	for (const actor of actors) {
		names.add(`${actor}-gap-ns` as KeyName);
		for (const name of timesOf[actor] ?? []) names.add(name);
		if (!mapsNothing.includes(actor)) names.add('map-ns');
	}
	return [...keyByName.values()]
		.filter(({ name }) => names.has(name as KeyName))
		.map((key) => {
			const values = turned[key.name as KeyName] ?? [recipe[key.name as KeyName]];
			const texts = values.map((value) => (key.kind === 'time' ? timeWords(value) : settingText(key, value)));
			return `${key.meaning}: ${texts.join(' / ')}`;
		});
}
