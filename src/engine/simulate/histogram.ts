/** Buckets to each power of two: a bucket is at most 1/32 of its value wide. */
const BUCKETS = 32;
const BUCKET_BITS = 5;
/** Enough for values below 2^53. */
const POWERS = 49;

/** What a set of measured values comes to; all null but the count if there are none. */
export interface Summary {
	readonly count: number;
	readonly mean: number | null;
	readonly p50: number | null;
	readonly p90: number | null;
	readonly p99: number | null;
	readonly max: number | null;
}

/**
 * Counts whole values from 0 to 2^53 - 1. Count, sum and maximum are exact; a percentile is the largest
 * value of its bucket (but no more than the maximum), at most 3.2 % too large, and exact below 64.
 */
export class Histogram {
	readonly #buckets = new Float64Array(BUCKETS * POWERS);
	#count = 0;
	#sum = 0;
	#max = 0;

	get count(): number {
		return this.#count;
	}

	add(value: number): void {
		const bucket = bucketOf(value);
		this.#buckets[bucket] = (this.#buckets[bucket] as number) + 1;
		this.#count += 1;
		this.#sum += value;
		if (value > this.#max) this.#max = value;
	}

	/** The value that `share` (0 .. 1) of all values do not exceed; null if there are none. */
	percentile(share: number): number | null {
		if (this.#count === 0) return null;
		let left = Math.max(1, Math.ceil(share * this.#count));
		for (const [bucket, count] of this.#buckets.entries()) {
			left -= count;
			if (left <= 0) return Math.min(largestIn(bucket), this.#max);
		}
		return this.#max;
	}

	summary(): Summary {
		const some = this.#count > 0;
		return {
			count: this.#count,
			mean: some ? this.#sum / this.#count : null,
			p50: this.percentile(0.5),
			p90: this.percentile(0.9),
			p99: this.percentile(0.99),
			max: some ? this.#max : null,
		};
	}

	/** The buckets that are not empty, as [largest value, count], for a chart. */
	bars(): [number, number][] {
		return [...this.#buckets.entries()]
			.filter(([, count]) => count > 0)
			.map(([bucket, count]) => [largestIn(bucket), count]);
	}
}

/** Values below 2 * BUCKETS have a bucket each; above, the first 6 bits and the power choose it. */
function bucketOf(value: number): number {
	if (value < 2 * BUCKETS) return value;
	if (value < 2 ** 31) {
		const shift = 31 - Math.clz32(value) - BUCKET_BITS;
		return shift * BUCKETS + (value >> shift);
	}
	const shift = 63 - Math.clz32(Math.floor(value / 2 ** 32)) - BUCKET_BITS;
	return shift * BUCKETS + Math.floor(value / 2 ** shift);
}

function largestIn(bucket: number): number {
	if (bucket < 2 * BUCKETS) return bucket;
	const shift = Math.floor(bucket / BUCKETS) - 1;
	return (bucket - shift * BUCKETS + 1) * 2 ** shift - 1;
}
