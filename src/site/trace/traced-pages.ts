export const PAGE_SIZE = 4096;

/** The pages of the test mapping, by their place in it and in its file alike: who reads them in, how often they went. */
export class TracedPages {
	readonly #readers = new Map<number, number>();
	readonly #evictions = new Map<number, number>();

	/** A thread begins to read a page in, and has its lock until it has read it. */
	beginRead(page: number, thread: number): void {
		this.#readers.set(page, thread);
	}

	endRead(page: number): void {
		this.#readers.delete(page);
	}

	/** The thread that is reading a page in, or null. */
	readerOf(page: number): number | null {
		return this.#readers.get(page) ?? null;
	}

	/** The page at an offset (bytes) of the file leaves the page cache. */
	evict(offset: number): void {
		const page = offset / PAGE_SIZE;
		this.#evictions.set(page, this.evictionsOf(page) + 1);
	}

	/** How many times a page has left the page cache so far. */
	evictionsOf(page: number): number {
		return this.#evictions.get(page) ?? 0;
	}
}
