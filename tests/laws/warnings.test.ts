import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/engine/simulate/simulate.ts';
import { prepare } from '../../src/experiment/prepare.ts';
import { emptyRecipe, type Recipe } from '../../src/experiment/recipe.ts';
import { content, contentWith } from '../support/scenarios.ts';

/** A page that is locked most of the time, and everybody who may meet it there. */
const busy: Recipe = {
	...emptyRecipe,
	victims: 1,
	writers: 1,
	lockers: 2,
	gups: 1,
	nowaits: 1,
	'page-lock': 'v4.20',
	'duration-ms': 20,
};

/** The actors in whose threads a WARN_ON() held true. */
function warned(recipe: Recipe, model = content): string[] {
	const { actors } = simulate(prepare(recipe, model).plan);
	return Object.keys(actors).filter((actor) => actors[actor]?.warnings !== 0);
}

describe('what callers are promised, and who keeps it', () => {
	test.for([
		['v4.20', []],
		['rfc', []],
		['v5.7', []],
		['never-polite', []],
		// Impolite at the first attempt, and asleep in spite of NOWAIT.
		['diff1-typed', ['victim', 'nowait']],
		// Lets go of the mmap_sem of a caller that allowed no retry.
		['diff1-parens', ['gup']],
	] as const)('%s: warned %j', ([policy, actors]) => {
		expect(warned({ ...busy, policy })).toEqual(actors);
		expect(warned({ ...busy, policy, 'page-lock': 'v5.9' })).toEqual(actors);
	});

	test.for([
		[
			'a retry that keeps mmap_sem',
			'		up_read(&mm->mmap_sem);\n		if (',
			'		up_read(&mm->mmap_sem); down_read(&mm->mmap_sem);\n		if (',
		],
		['a lock without mmap_sem', '	check_certain(flags);\n', '	check_certain(flags);\n	up_read(&mm->mmap_sem);\n'],
	])('%s is warned of', ([, passage, replacement]) => {
		const broken = contentWith('mm/filemap.c', passage as string, replacement as string);
		const seen: string[] = [];
		const { plan } = prepare({ ...busy, gups: 0, nowaits: 0 }, broken);
		try {
			simulate(plan, {
				step() {},
				activity() {},
				retry() {},
				warning: (_time_ns, _thread, node) => {
					seen.push(plan.tables.positions[node]?.at(-1)?.file ?? '');
				},
			});
		} catch {
			// What was warned of goes wrong a little later.
		}
		expect(seen[0]).toBe('mm/memory.c');
	});
});

describe('a fault that must wait twice: for the page lock, then for userfaultfd', () => {
	const snapshot: Recipe = {
		...emptyRecipe,
		victims: 1,
		lockers: 1,
		monitors: 1,
		'monitor-gap-ns': 'exponential:20000',
	};

	test.for([
		['v4.20', true],
		['never-polite', true],
		['rfc', false],
		['v5.7', false],
	] as const)('ends in SIGBUS where the second attempt may not ask for a third: %s %s', ([policy, isKilled]) => {
		const { victim } = simulate(prepare({ ...snapshot, policy }, content).plan).actors;
		expect((victim?.sigbus ?? 0) > 0).toBe(isKilled);
		expect(victim?.warnings).toBe(0);
		// Whoever may wait does.
		expect((victim?.userfaultSleep_ns.count ?? 0) > 0).toBe(policy !== 'never-polite');
	});
});

describe('a locker that wants mmap_sem', () => {
	const inverted: Recipe = { ...emptyRecipe, victims: 1, inverters: 1, 'victim-gap-ns': 0, 'inverter-gap-ns': 0 };

	test.for([
		['never-polite', 'nobody runs'],
		['v4.20', 'nobody runs'],
		['rfc', 'time'],
	])(
		'deadlocks with a fault that keeps mmap_sem, not with one that lets go: %s ends by %s',
		([policy = '', ending]) => {
			expect(simulate(prepare({ ...inverted, policy }, content).plan).ending).toBe(ending);
		},
	);
});
