import { expect, test } from 'vitest';
import { mixed, morePlaces, type Places, placeCount, placeOf, placesFor } from './places.ts';

test('places come in sizes that grow by half or a third', () => {
	const counts: number[] = [];
	for (let places = placesFor(5); counts.length < 5; places = morePlaces(places)) counts.push(placeCount(places));
	expect(counts).toEqual([6, 8, 12, 16, 24]);
	expect([2, 3, 4, 7, 8, 9].map((count) => placeCount(placesFor(count)))).toEqual([2, 3, 4, 8, 8, 12]);
});

test.each<Places>([
	{ blocks: 2, blockBits: 9 },
	{ blocks: 3, blockBits: 9 },
])('hashes spread over all places: %o', (places) => {
	const count = placeCount(places);
	const taken = new Int32Array(count);
	for (let number = 0; number < 100 * count; number++) {
		const place = placeOf(mixed(number), places);
		taken[place] = (taken[place] as number) + 1;
	}
	expect(Math.min(...taken)).toBeGreaterThan(50);
	expect(Math.max(...taken)).toBeLessThan(150);
});
