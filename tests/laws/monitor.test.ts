import { describe, expect, test } from 'vitest';
import { check } from '../../src/experiment/check.ts';
import { eraNames } from '../../src/experiment/content.ts';
import { emptyRecipe } from '../../src/experiment/recipe.ts';
import { content, contentWith } from '../support/scenarios.ts';

/** A monitor that protects the page once, and lets it be written for good. */
const once = contentWith(
	'actors/monitor.c',
	`	for (;;) {
		spend(monitor_gap_ns);
		monitor_round(mm, page);
	}
`,
	`	spend(monitor_gap_ns);
	monitor_round(mm, page);
`,
);

function victimBeside(monitor: typeof once, pageLock: string) {
	const recipe = { ...emptyRecipe, policy: 'v5.7', 'page-lock': pageLock, victims: 1, lockers: 1, monitors: 1 };
	const found = check(recipe, monitor).properties.find(({ name }) => name === 'victim-completes');
	if (found === undefined) throw new Error('the check has no victim-completes');
	return found;
}

// Whoever may ask again without end (v5.7) may be sent to wait without end: nothing bounds how often user space protects
// the page again before the fault comes back. That is the model's answer, not a flaw of its monitor.
describe('a monitor that comes round and round can keep a v5.7 fault waiting for ever', () => {
	test.for(eraNames(content, 'page-lock'))(
		'in a loop in which it protects the page again: page lock %s',
		(pageLock) => {
			const { verdict, weakestAssumption, loop } = victimBeside(content, pageLock);
			expect([verdict, weakestAssumption]).toEqual(['VIOLATED', 'random']);
			expect(new Set(loop.map(({ thread }) => thread))).toContain('monitor');
			expect(new Set(loop.map(({ operation }) => operation))).toContain('pte_mkuffd_wp');
		},
	);

	test.for(['fifo', 'v5.9-rc', 'v5.9'])('and one that comes once cannot: page lock %s', (pageLock) => {
		expect(victimBeside(once, pageLock).verdict).toBe('HOLDS');
	});
});
