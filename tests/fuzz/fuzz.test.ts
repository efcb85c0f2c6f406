import { expect, test } from 'vitest';
import { hunt } from './hunt.ts';
import { kinds } from './kinds.ts';
import { MEMORY_MAX_MB } from './limits.ts';

/** `npm run fuzz` reads as many as one likes. */
const INPUTS = 5000;

test('whatever a stranger writes is read, or refused by name, in time and memory', { timeout: 300_000 }, async () => {
	const { inputs, caught, outcomes, memory_mb } = await hunt(20190122, INPUTS, 1);
	expect(caught).toEqual([]);
	expect(inputs).toBe(INPUTS);
	expect(memory_mb).toBeLessThan(MEMORY_MAX_MB);
	// Wrong in ways that matter: of each kind some are refused, and some are read to the end.
	const names = [...outcomes.keys()];
	for (const { name } of kinds) {
		expect(names.filter((outcome) => outcome.startsWith(`${name}: `)).length).toBeGreaterThan(1);
	}
	expect(names).toEqual(
		expect.arrayContaining([
			'C: refused alone',
			'C: ran till events, searched, written',
			'link: LinkError',
			'link: opened',
			'mail: CONFIRMED',
			'mail: UNREADABLE',
			'patch: landed, ran till events, searched, written',
			'patch: refused',
			'recipe: ran till events, searched, written',
		]),
	);
});
