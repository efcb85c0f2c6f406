import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapeOf } from '../../src/engine/kernel/shape.ts';
import type { ModelContent } from '../../src/experiment/content.ts';
import { prepare } from '../../src/experiment/prepare.ts';
import { emptyRecipe, type Recipe } from '../../src/experiment/recipe.ts';
import { Laws } from '../support/laws.ts';
import { content, contentWith, schedules } from '../support/scenarios.ts';
import { walk } from '../support/walk.ts';

const kernelLock = { ...emptyRecipe, 'page-lock': 'v4.20' };

/** The first law that a model is seen to break over many schedules, the same ones each time; null if none. */
function firstBroken(recipe: Recipe, broken: ModelContent): string | null {
	const prepared = prepare(recipe, broken);
	for (const schedule of fc.sample(schedules, { numRuns: 100, seed: 1 })) {
		const law = walk(prepared, schedule);
		if (law !== null) return law;
	}
	return null;
}

const mm = 'mm/filemap.c';
const walkAfterClear = 'if (clear_bit_unlock_is_negative_byte(PG_locked, &page->flags))\n\t\twake_up_page(page);';

/** [what is wrong with the model, who is there, file, passage, its replacement, the law broken]. */
const breakages: [string, Partial<Recipe>, string, string, string, RegExp][] = [
	[
		'an unlock that wakes nobody',
		{ lockers: 2 },
		mm,
		walkAfterClear,
		'clear_bit_unlock(PG_locked, &page->flags);',
		/^lost wake-up: locker/,
	],
	[
		'an unlock that walks before it clears the bit',
		{ lockers: 2 },
		mm,
		walkAfterClear,
		'wake_up_page(page);\n\tclear_bit_unlock(PG_locked, &page->flags);',
		/^lost wake-up: locker/,
	],
	[
		'a sleeper that does not look again once it queues',
		{ lockers: 2 },
		mm,
		'if (test_bit(PG_locked, &page->flags))\n\t\t\tio_schedule_state(state);',
		'io_schedule_state(state);',
		/^lost wake-up: locker/,
	],
	[
		'a sleeper that leaves no sign of itself',
		{ lockers: 2 },
		mm,
		'set_bit(PG_waiters, &page->flags);',
		'',
		/^lost wake-up: locker/,
	],
	[
		'a walk that forgets who waits behind it',
		{ lockers: 3 },
		mm,
		'if (!waitqueue_active(q))\n\t\tclear_bit',
		'clear_bit',
		/^lost wake-up: locker/,
	],
	[
		'a walk that ends at a shared waiter',
		{ victims: 1, faulters: 1, lockers: 1 },
		mm,
		'exclusive = first_is_exclusive(q);',
		'exclusive = 1;',
		/^lost wake-up/,
	],
	[
		'a lock that does not try again once woken',
		{ lockers: 3 },
		mm,
		'return trylock_page(page);',
		'return 1;',
		/^locker \d works on page 0 without owning it$/,
	],
	[
		'a lock that goes on though it was not free',
		{ lockers: 2 },
		'include/linux/pagemap.h',
		'if (!trylock_page(page))\n\t\t__lock_page(page);',
		'trylock_page(page);',
		/^two owners of page 0: locker 1, locker 2$/,
	],
	[
		'a lock that only waits for the unlock',
		{ lockers: 3 },
		'include/linux/pagemap.h',
		'if (!trylock_page(page))\n\t\t__lock_page(page);',
		'if (!trylock_page(page))\n\t\twait_on_page_locked(page);',
		/^locker \d works on page 0 without owning it$/,
	],
	[
		'a fault that goes on without mmap_sem',
		{ victims: 1, writers: 1 },
		'arch/x86/mm/fault.c',
		'if (!down_read_trylock(&mm->mmap_sem))\n\t\tdown_read(&mm->mmap_sem);',
		'down_read_trylock(&mm->mmap_sem);',
		/^a writer with a reader in mm 0$/,
	],
	[
		'a fault that keeps mmap_sem when it need not',
		{ victims: 1, lockers: 1 },
		mm,
		'up_read(&mm->mmap_sem);\n\t\tif (flags & FAULT_FLAG_KILLABLE)',
		'if (flags & FAULT_FLAG_KILLABLE)',
		/fault\.c:\d+: down_read\(\) by a thread that already holds mmap_sem/,
	],
	[
		'a fault that comes home with mmap_sem',
		{ victims: 1 },
		'arch/x86/mm/fault.c',
		'\tup_read(&mm->mmap_sem);\n\tif (fault & VM_FAULT_SIGBUS)',
		'\tif (fault & VM_FAULT_SIGBUS)',
		/^something is held or queued for though all are home$/,
	],
];

describe('the laws can be broken', () => {
	test.for(breakages)('%s', ([, changes, path, passage, replacement, law]) => {
		const recipe = { ...kernelLock, ...changes };
		expect(firstBroken(recipe, content)).toBeNull();
		expect(firstBroken(recipe, contentWith(path, passage, replacement))).toMatch(law);
	});
});

describe('books that disagree are noticed', () => {
	const recipe: Recipe = { ...emptyRecipe, victims: 1, writers: 1, lockers: 1 };
	const prepared = prepare(recipe, content);
	const shape = shapeOf(prepared.plan.counts);
	test.for([
		['queue 0 keeps an entry behind its end', [[shape.queues + 1, 4]]],
		[
			'stands in line twice',
			[
				[shape.queues, 2],
				[shape.queues + 1, 4],
				[shape.queues + 2, 4],
				[shape.queuedOn + 1, 1],
			],
		],
		['a thread and a queue disagree', [[shape.queuedOn, 1]]],
		['miscounts its readers', [[shape.semaphoreReaders, 1]]],
		['does not know its writer', [[shape.held + 1, 2]]],
		[
			'is held for writing and for reading',
			[
				[shape.held, 1],
				[shape.semaphoreReaders, 1],
				[shape.held + 1, 2],
				[shape.semaphoreWriter, 2],
			],
		],
	] as const)('%s', ([law, changes]) => {
		const cells = new Int32Array(shape.cellCount);
		cells.set(prepared.plan.tables.entries);
		expect(new Laws(prepared).broken(cells)).toBeNull();
		for (const [cell, value] of changes) cells[cell] = value;
		expect(new Laws(prepared).broken(cells)).toContain(law);
	});
});
