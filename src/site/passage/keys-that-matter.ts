import { type Key, type KeyName, keyByName } from '../../experiment/keys.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import { threadsOf } from '../../experiment/threads.ts';

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

/** The keys that shape a run besides its rules and threads: times of those who are there, and what v5.9's page lock counts to. */
export function keysThatMatter(recipe: Recipe, turned: Turned = {}): Key[] {
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
	return [...keyByName.values()].filter(({ name }) => names.has(name as KeyName));
}

/** Whether a run may differ from one seed to the next: not if each time that matters is always the same. */
export function isRandom(recipe: Recipe): boolean {
	return keysThatMatter(recipe).some(
		({ kind, name }) => kind === 'time' && typeof recipe[name as KeyName] === 'string',
	);
}
