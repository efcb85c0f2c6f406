import { describe, expect, it, test } from 'vitest';
import { eraNames } from '../../experiment/content.ts';
import { keyByName } from '../../experiment/keys.ts';
import { emptyRecipe } from '../../experiment/recipe.ts';
import { threadsOf } from '../../experiment/threads.ts';
import { siteContent } from '../content.ts';
import { experimentNamed } from './experiment.ts';
import { locksText, ruleWords } from './lock-words.ts';
import { settingsWords } from './settings-words.ts';

const plain = (words: readonly string[] | undefined) => words?.map((each) => each.replaceAll('\u00a0', ' '));
const settings = (...given: Parameters<typeof settingsWords>) => new Map(settingsWords(...given));

test('every rule that a recipe may name has words, and no other', () => {
	expect(Object.keys(ruleWords.policy).sort()).toEqual(eraNames(siteContent, 'policy').toSorted());
	expect(Object.keys(ruleWords['page-lock']).sort()).toEqual(eraNames(siteContent, 'page-lock').toSorted());
	const rwsem = keyByName.get('rwsem');
	expect(Object.keys(ruleWords.rwsem)).toEqual(rwsem?.kind === 'choice' && rwsem.choices);
});

test('a run is told in full', () => {
	const told = settings({ ...experimentNamed('unlucky').recipe, seeds: 20 });
	expect(told.get('threads')).toEqual(['1 victim, 1 bystander, 1 writer, 2 lockers']);
	expect(told.get('page lock')).toEqual([
		'fifo: strict line, each unlock hands the lock to the first in line; no kernel had it',
	]);
	expect(plain(told.get('times'))).toContain('a locker keeps the page locked: exponential, mean 80 us');
	expect(plain(told.get('run'))).toEqual(['200 ms of model time, seeds 1 to 20']);
});

test('what a figure turns is told with all its values', () => {
	const turned = { policy: ['v4.20', 'rfc'], lockers: [1, 2], 'locker-gap-ns': [1000, 2500] };
	const told = settings(experimentNamed('unlucky').recipe, turned);
	expect(told.get('retry rule')).toHaveLength(2);
	expect(told.get('threads')?.[0]).toContain('1 / 2 lockers');
	expect(plain(told.get('times'))).toContain('a locker, between two locks: 1 us / 2.5 us');
});

test('what only some rules count is told where they stand', () => {
	const { recipe } = experimentNamed('unlucky');
	const counted = (changes: object) =>
		settings({ ...recipe, ...changes })
			.get('times')
			?.join();
	expect(counted({})).not.toMatch(/losses|first asks/);
	expect(counted({ 'page-lock': 'v5.9' })).toContain('losses until handed it: 5');
	expect(counted({ rwsem: 'v5.3' })).toContain('first asks: 4\u00a0ms');
});

describe('an actor’s times are those that its C spends', () => {
	const crowd = [...keyByName.values()].filter(({ group }) => group === 'threads');
	it.each(crowd.map(({ name }) => name))('%s', (name) => {
		const recipe = { ...emptyRecipe, [name]: 1 };
		const { actor } = threadsOf(recipe)[0] as { actor: string };
		const text = siteContent.model[`actors/${actor}.c`] ?? '';
		const spent = [...text.matchAll(/spend\((\w+)\)/g)].map(([, time = '']) => time.replaceAll('_', '-'));
		if (/handle_mm_fault\(|do_user_addr_fault\(/.test(text)) spent.push('map-ns');
		const meanings = [...spent, 'step-ns', 'wake-ns'].map((time) => keyByName.get(time)?.meaning);
		const told = settings(recipe)
			.get('times')
			?.map((words) => words.split(': ')[0]);
		expect(told?.sort()).toEqual(meanings.sort());
	});
});

test('a caption names the locks that the figure does not turn', () => {
	const { recipe } = experimentNamed('both-sides');
	expect(locksText(recipe)).toBe('page lock v4.20, mmap_sem v4.20');
	expect(locksText(recipe, ['page-lock'])).toBe('mmap_sem v4.20');
});
