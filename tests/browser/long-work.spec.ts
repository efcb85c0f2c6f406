import { longSearches } from '../../scripts/long-work/long-searches.ts';
import { isToldHere } from '../../scripts/long-work/renderer.ts';
import { STATES_MAX } from '../../src/site/verdict/search-request.ts';
import { expect, test } from './support/test.ts';

/** What may be in use after the second round above the first, in MB; a search has over 100. `npm run long-work` does fifty. */
const GROWTH_MB_MAX = 4;

test('twice a search to its bound, one that is stopped, a small one: memory and processor come back', async ({
	baseURL,
}) => {
	test.skip(!isToldHere, 'only Linux tells what a process takes');
	test.setTimeout(600_000);
	const { rounds } = await longSearches(baseURL ?? '', 2);
	for (const { bound, isStopped, afterStop_ms, found, expected } of rounds) {
		expect(isStopped).toBe(true);
		expect(bound).toBeGreaterThan(STATES_MAX);
		expect(afterStop_ms).toBeLessThan(250);
		expect(found).toEqual(expected);
	}
	const [first, second] = rounds.map(({ kept }) => kept.held_mb);
	expect(second).toBeLessThan((first ?? 0) + GROWTH_MB_MAX);
});
