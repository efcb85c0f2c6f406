import { type KeyName, keys } from '../../experiment/keys.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import { settingText, timeWords } from '../setting-text.ts';
import { keysThatMatter, type Turned } from './keys-that-matter.ts';
import { type RuleKey, ruleNames, ruleWords } from './lock-words.ts';

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
		['machine', ['sequentially consistent memory, a CPU for each thread, no preemption; one wait queue a page']],
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
	return keysThatMatter(recipe, turned).map((key) => {
		const values = turned[key.name as KeyName] ?? [recipe[key.name as KeyName]];
		const texts = values.map((value) => (key.kind === 'time' ? timeWords(value) : settingText(key, value)));
		return `${key.meaning}: ${texts.join(' / ')}`;
	});
}
