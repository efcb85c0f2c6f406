import { describe, expect, test } from 'vitest';
import { Random } from './random.ts';

const draw = (random: Random, stream: number, count: number) =>
	Array.from({ length: count }, () => random.next(stream));

describe('the generator', () => {
	test.for([
		[1, 0, [3933749437, 2455448819, 4233198363]],
		[1, 1, [3599909676, 2910559187, 1182473118]],
		[2, 0, [3991900588, 110622552, 807322283]],
		[0, 0, [354805152, 3927200112, 1618732248]],
		[4294967295, 3, [3538693441, 2772446941, 3354711583]],
	] as const)('draws for ever what it drew once: seed %i, stream %i', ([seed, stream, numbers]) => {
		expect(draw(new Random(seed, 8), stream, 3)).toEqual(numbers);
	});

	test('a stream does not notice what others draw, nor how many there are', () => {
		const alone = draw(new Random(7, 1), 0, 100);
		const busy = new Random(7, 5);
		const among = alone.map(() => {
			draw(busy, 1, 3);
			return busy.next(0);
		});
		expect(among).toEqual(alone);
	});

	test('no two streams of a seed, and no two seeds, begin alike', () => {
		const beginnings = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((seed) => {
			const random = new Random(seed, 64);
			return Array.from({ length: 64 }, (_, stream) => draw(random, stream, 2).join());
		});
		expect(new Set(beginnings).size).toBe(beginnings.length);
	});

	test('all sixteenths of the range are about equally likely, in a stream and across streams', () => {
		const perSixteenth = 4000;
		const random = new Random(3, 16 * perSixteenth);
		const inStream = draw(random, 0, 16 * perSixteenth);
		const acrossStreams = Array.from({ length: 16 * perSixteenth }, (_, stream) => random.next(stream));
		for (const numbers of [inStream, acrossStreams]) {
			const counts = new Array<number>(16).fill(0);
			for (const number of numbers) counts[number >>> 28] = (counts[number >>> 28] as number) + 1;
			// Chi-square, 15 degrees of freedom: above 37.7 in one case of a thousand.
			const chiSquare = counts.reduce((sum, count) => sum + (count - perSixteenth) ** 2 / perSixteenth, 0);
			expect(chiSquare).toBeLessThan(37.7);
		}
	});

	test('each bit is set in about half of the draws', () => {
		const numbers = draw(new Random(11, 1), 0, 10_000);
		for (let bit = 0; bit < 32; bit++) {
			const set = numbers.filter((number) => ((number >>> bit) & 1) === 1).length;
			expect(Math.abs(set - 5000)).toBeLessThan(250);
		}
	});
});
