import { expect, test } from 'vitest';
import { keys, type WholeKey } from './keys.ts';
import { emptyRecipe } from './recipe.ts';
import { countsOf, threadsOf } from './threads.ts';

test('threads have names, and live where their actor lives', () => {
	const recipe = {
		...emptyRecipe,
		victims: 1,
		neighbours: 2,
		bystanders: 2,
		writers: 1,
		lockers: 1,
		inverters: 1,
		gups: 1,
		nowaits: 1,
		monitors: 1,
		killers: 1,
		signallers: 1,
	};
	expect(threadsOf(recipe).map(({ name, actor, mm, page }) => `${name}: ${actor} in mm ${mm}, page ${page}`)).toEqual([
		'victim: victim in mm 0, page 0',
		'neighbour 1: neighbour in mm 1, page 0',
		'neighbour 2: neighbour in mm 2, page 0',
		'bystander 1: bystander in mm 0, page 1',
		'bystander 2: bystander in mm 0, page 2',
		'writer: writer in mm 0, page 0',
		'locker: locker in mm 0, page 0',
		'inverter: inverter in mm 0, page 0',
		'gup: gup in mm 0, page 0',
		'nowait: nowait in mm 0, page 0',
		'monitor: monitor in mm 0, page 0',
		'killer: killer in mm 0, page 0',
		'signaller: signaller in mm 0, page 0',
	]);
	expect(countsOf(recipe)).toEqual({ threads: 13, mms: 3, pages: 3, userfaults: 1 });
});

test('whoever a recipe can ask for comes', () => {
	for (const { name, group } of keys) {
		if (group !== 'threads') continue;
		const named = threadsOf({ ...emptyRecipe, [name as WholeKey]: 2 }).map((thread) => thread.name);
		expect(named).toEqual([`${name.slice(0, -1)} 1`, `${name.slice(0, -1)} 2`]);
	}
});
