/**
 * Who runs next: the thread with the earliest time, and of two at the same time the one that was
 * entered first. A tournament: each inner node holds the winner of its two children, node 1 wins all.
 */
export class Schedule {
	readonly #times: Float64Array;
	readonly #sequence: Float64Array;
	readonly #winners: Int32Array;
	readonly #leaves: number;
	#entered = 0;

	constructor(threads: number) {
		let leaves = 1;
		while (leaves < threads) leaves *= 2;
		this.#leaves = leaves;
		this.#times = new Float64Array(leaves).fill(Number.POSITIVE_INFINITY);
		this.#sequence = new Float64Array(leaves);
		this.#winners = new Int32Array(2 * leaves);
		for (let leaf = 0; leaf < leaves; leaf++) this.#winners[leaves + leaf] = leaf;
		for (let node = leaves - 1; node >= 1; node--) this.#winners[node] = this.#winners[2 * node] as number;
	}

	/** The thread that is next; meaningless if `time` is infinite. */
	get first(): number {
		return this.#winners[1] as number;
	}

	/** The time of the next event in ns, Infinity if no thread has one. */
	get time(): number {
		return this.#times[this.first] as number;
	}

	/** The time of the next event of any other thread than the first. */
	timeWithout(first: number): number {
		let earliest_ns = Number.POSITIVE_INFINITY;
		for (let node = this.#leaves + first; node > 1; node >>= 1) {
			const time_ns = this.#times[this.#winners[node ^ 1] as number] as number;
			if (time_ns < earliest_ns) earliest_ns = time_ns;
		}
		return earliest_ns;
	}

	/** Enters the thread's next event, in place of the one it has; Infinity: it waits to be woken. */
	set(thread: number, time_ns: number): void {
		this.#times[thread] = time_ns;
		this.#entered += 1;
		this.#sequence[thread] = this.#entered;
		this.#replay(thread);
	}

	#replay(thread: number): void {
		const winners = this.#winners;
		const times = this.#times;
		for (let node = (this.#leaves + thread) >> 1; node >= 1; node >>= 1) {
			const left = winners[2 * node] as number;
			const right = winners[2 * node + 1] as number;
			const earlier = (times[left] as number) - (times[right] as number);
			// Two that are both idle differ by NaN: then either may win.
			const leftWins =
				earlier < 0 || (earlier === 0 && (this.#sequence[left] as number) < (this.#sequence[right] as number));
			winners[node] = leftWins ? left : right;
		}
	}
}
