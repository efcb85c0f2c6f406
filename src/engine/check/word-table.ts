/** Above this share of the slots taken, the slots double. */
const FULLEST = 2 / 3;

/** The bits of a slot that hold 1 + a row's number; a table holds fewer rows than that. */
const NUMBER = 2 ** 28 - 1;
const TAG = ~NUMBER;

/**
 * A set of rows of 32-bit words, all of one width, numbered in the order in which they came. Open
 * addressing in typed arrays that grow: a row costs its words and 6 to 12 bytes of slots.
 */
export class WordTable {
	readonly width: number;
	/** The rows, one after the other; replaced when it grows. */
	words: Int32Array;
	/** How many rows there are. */
	count = 0;
	/** 0, or 1 + a row's number, and above it the first bits of its hash: most rows that differ are told apart by them. */
	#slots: Int32Array;
	#room: number;

	constructor(width: number, capacity = 1024) {
		this.width = width;
		this.words = new Int32Array(capacity * width);
		this.#slots = new Int32Array(2 * capacity);
		this.#room = Math.floor(this.#slots.length * FULLEST);
	}

	/** The number of a row, which is `count - 1` from now on if the row is new. */
	add(row: Int32Array): number {
		const { width, words } = this;
		const slots = this.#slots;
		const mask = slots.length - 1;
		const code = hash(row, 0, width);
		for (let slot = code & mask; ; slot = (slot + 1) & mask) {
			const entry = slots[slot] as number;
			if (entry === 0) return this.#insert(row, slot, code);
			if (((entry ^ code) & TAG) !== 0) continue;
			const start = ((entry & NUMBER) - 1) * width;
			let at = 0;
			while (at < width && words[start + at] === row[at]) at++;
			if (at === width) return (entry & NUMBER) - 1;
		}
	}

	/** Forgets all rows and keeps the room. */
	clear(): void {
		this.count = 0;
		this.#slots.fill(0);
	}

	/** What the table takes, in bytes. */
	get bytes(): number {
		return this.words.byteLength + this.#slots.byteLength;
	}

	#insert(row: Int32Array, slot: number, code: number): number {
		const { width } = this;
		const number = this.count++;
		if (this.count * width > this.words.length) this.words = grown(this.words);
		for (let at = 0; at < width; at++) this.words[number * width + at] = row[at] as number;
		this.#slots[slot] = (number + 1) | (code & TAG);
		if (this.count >= this.#room) this.#rehash();
		return number;
	}

	#rehash(): void {
		const slots = new Int32Array(2 * this.#slots.length);
		const mask = slots.length - 1;
		for (let number = 0; number < this.count; number++) {
			const code = hash(this.words, number * this.width, this.width);
			let slot = code & mask;
			while (slots[slot] !== 0) slot = (slot + 1) & mask;
			slots[slot] = (number + 1) | (code & TAG);
		}
		this.#slots = slots;
		this.#room = Math.floor(slots.length * FULLEST);
	}
}

function hash(words: Int32Array, from: number, width: number): number {
	let value = 0;
	for (let at = from; at < from + width; at++) {
		value = Math.imul(value ^ (words[at] as number), 0x9e3779b1);
		value ^= value >>> 15;
	}
	return value;
}

/** The same numbers in an array longer by a quarter. */
export function grown(array: Int32Array): Int32Array<ArrayBuffer> {
	const larger = new Int32Array(Math.ceil(array.length * 1.25) + 1024);
	larger.set(array);
	return larger;
}
